import type { Language } from '../model/index.ts';
import type { ScenarioAnalysisProblem } from '../needs/index.ts';

/** Why a scenario or another year cannot be reckoned, and what to do about it. */
export const scenarioSentence = (problem: ScenarioAnalysisProblem, language: Language): string => words(problem)[language];

function words(problem: ScenarioAnalysisProblem): Readonly<Record<Language, string>> {
  switch (problem.code) {
    case 'scenario-facility-unknown': return {
      nl: `Stap ${problem.step + 1} van het scenario gaat over ${problem.facility}, en die voorziening is er niet (meer). Verwijder de stap, of kies een andere voorziening.`,
      en: `Step ${problem.step + 1} of the scenario is about ${problem.facility}, and that facility is not there (any more). Remove the step, or choose another facility.`,
    };
    case 'scenario-facility-taken': return {
      nl: `Stap ${problem.step + 1} van het scenario opent ${problem.facility}, en die voorziening is er al. Geef de nieuwe een ander kenmerk.`,
      en: `Step ${problem.step + 1} of the scenario opens ${problem.facility}, and that facility is there already. Give the new one another id.`,
    };
    case 'year-without-ages': return {
      nl: `Van ${problem.year} zijn er geen leeftijden${problem.given.length === 0 ? '' : `, wel van ${problem.given.join(', ')}`}. Voeg een vooruitberekening toe of kies een ander jaar.`,
      en: `There are no ages for ${problem.year}${problem.given.length === 0 ? '' : `, only for ${problem.given.join(', ')}`}. Add a projection or choose another year.`,
    };
  }
}
