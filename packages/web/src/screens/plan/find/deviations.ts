import { criterionSentences, type CriterionSentence } from '@woonzorgzones/core/report';
import type { PlanCriteria } from '@woonzorgzones/core/zoning';
import type { Language } from '@woonzorgzones/core/model';

/** Something about a plan that is not as it should be, and where. */
export type Deviation =
  | { readonly kind: 'unassigned'; readonly key: string; readonly block: string }
  | { readonly kind: 'criterion'; readonly key: string; readonly zone: string; readonly criterion: CriterionSentence['criterion']; readonly sentence: string };

type Names = (id: string) => string;

/** All that fails, in the order one would mend it: blocks in no zone first, then zone by zone what it does not meet. */
export function deviationsOf({ unassignedBlocks, zones }: Pick<PlanCriteria, 'unassignedBlocks' | 'zones'>, zoneName: Names, kernName: Names, language: Language): readonly Deviation[] {
  return [
    ...unassignedBlocks.map((block): Deviation => ({ kind: 'unassigned', key: `blok/${block}`, block })),
    ...zones.flatMap((judged) => criterionSentences(zoneName(judged.zone), judged, kernName, language)
      .filter(({ verdict }) => verdict === 'not-met')
      .map(({ criterion, sentence }): Deviation => ({ kind: 'criterion', key: `${judged.zone}/${criterion}`, zone: judged.zone, criterion, sentence }))),
  ];
}

/** The place to go to from a deviation: the next or the one before, round and round; where it is gone, the one that took its place. */
export function stepFrom(deviations: readonly Pick<Deviation, 'key'>[], current: { readonly key: string; readonly at: number } | null, by: 1 | -1): number {
  const { length } = deviations;
  if (current === null) return by === 1 ? 0 : length - 1;
  const at = deviations.findIndex(({ key }) => key === current.key);
  if (at === -1) return (by === 1 ? current.at : current.at - 1 + length) % length;
  return (at + by + length) % length;
}
