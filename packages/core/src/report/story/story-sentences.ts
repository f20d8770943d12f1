import type { Language } from '../../model/index.ts';
import { scenarioSentence } from '../scenario-sentences.ts';
import { sheetProblemSentence } from '../sheet/sheet-problem.ts';
import type { StoryProblem } from './story-material.ts';

/** Why a page of the story cannot be told, and what to do about it. */
export function storyProblemSentence(problem: StoryProblem, language: Language): string {
  switch (problem.code) {
    case 'unknown-division': return {
      nl: `De indeling “${problem.division}” staat niet in de gegevens. Kies een andere indeling voor deze bladzijde.`,
      en: `The division “${problem.division}” is not in the data. Choose another division for this page.`,
    }[language];
    case 'unknown-scenario': return {
      nl: 'Het scenario van deze bladzijde staat niet meer in het plan. Kies een ander scenario, of het plan zelf.',
      en: 'The scenario of this page is no longer in the plan. Choose another scenario, or the plan itself.',
    }[language];
    case 'scenario-circular': return {
      nl: 'Het scenario van deze bladzijde rust op zichzelf. Geef het in Leemten een andere basis.',
      en: 'The scenario of this page rests on itself. Give it another base under Gaps.',
    }[language];
    case 'unknown-norm-set': return {
      nl: `De normen “${problem.normSet}” van het scenario zijn hier niet. Kies uit: ${problem.normSets.join(', ')}.`,
      en: `The norms “${problem.normSet}” of the scenario are not here. Choose from: ${problem.normSets.join(', ')}.`,
    }[language];
    case 'scenario-facility-unknown': case 'scenario-facility-taken': case 'year-without-ages': return scenarioSentence(problem, language);
    case 'unknown-norm': case 'unknown-zone': case 'unknown-page': case 'nothing-to-compare': case 'nothing-to-draw': return sheetProblemSentence(problem, language);
  }
}
