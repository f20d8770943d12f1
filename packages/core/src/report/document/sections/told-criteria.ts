import { disclosureFloor, type Language } from '../../../model/index.ts';
import type { ZoneCriteria } from '../../../zoning/index.ts';
import type { ToldArea } from '../../disclosed-analysis.ts';
import { criterionSentences, type CriterionName } from '../../zoning-sentences.ts';

const isFew = (persons: number): boolean => persons > 0 && persons < disclosureFloor;

/** Criteria whose sentence would tell of fewer than five persons. */
function untold({ people }: ToldArea, { contiguity, barriers, wijken }: ZoneCriteria): ReadonlySet<CriterionName> {
  const hides: readonly (readonly [CriterionName, boolean])[] = [
    ['inhabitants', people.inhabitants.kind === 'hidden'],
    ['contiguity', isFew(contiguity.strayInhabitants)],
    ['barriers', isFew(barriers.severedInhabitants)],
    ['wijken', wijken.split.some(({ inside, elsewhere }) => isFew(inside) || isFew(elsewhere))],
  ];
  return new Set(hides.flatMap(([criterion, isHidden]) => (isHidden ? [criterion] : [])));
}

/** What each criterion says of a zone, but for those that would tell of fewer than five persons: of these only whether they are met. */
export function toldCriterionSentences(told: ToldArea, criteria: ZoneCriteria, kernName: (id: string) => string, language: Language): readonly string[] {
  const hidden = untold(told, criteria);
  const words: Readonly<Partial<Record<CriterionName, Readonly<Record<Language, string>>>>> = {
    inhabitants: { nl: 'Inwoners', en: 'Inhabitants' }, contiguity: { nl: 'Eén geheel', en: 'In one piece' }, barriers: { nl: 'Barrières', en: 'Barriers' }, wijken: { nl: 'Hele wijken', en: 'Whole wijken' },
  };
  return criterionSentences(told.name, criteria, kernName, language).map(({ criterion, verdict, sentence }) => {
    if (!hidden.has(criterion)) return sentence;
    const isMet = { nl: verdict === 'met' ? 'gehaald' : 'niet gehaald', en: verdict === 'met' ? 'met' : 'not met' }[language];
    return { nl: `${words[criterion]!.nl}: ${isMet}. Het gaat om minder dan ${disclosureFloor} personen; hun aantal wordt niet getoond.`, en: `${words[criterion]!.en}: ${isMet}. Fewer than ${disclosureFloor} persons are concerned; their number is not shown.` }[language];
  });
}
