import type { CriterionVerdict, ZoneCriteria } from '@woonzorgzones/core/zoning';
import type { useText } from '../../text/i18n.ts';

interface CriterionSentence {
  readonly verdict: CriterionVerdict;
  readonly sentence: string;
}

/** Each criterion of a zone as a sentence; a failing one says by how much. Names of kernen by id. */
export function criterionSentences({ t, format }: ReturnType<typeof useText>, zone: ZoneCriteria, kernNames: ReadonlyMap<string, string>): readonly CriterionSentence[] {
  const { inhabitants, contiguity, barriers, compactness, wijken, nuclei } = zone;
  const number = (value: number): string => format.number(value);
  const short = inhabitants.least - inhabitants.inhabitants;
  const over = inhabitants.inhabitants - inhabitants.most;
  const people = { inhabitants: number(inhabitants.inhabitants), least: number(inhabitants.least), most: number(inhabitants.most) };
  const names = nuclei.nuclei.map((id) => kernNames.get(id) ?? id);
  return [
    {
      verdict: inhabitants.verdict,
      sentence: short > 0 ? t('plan.criterion.tooFew', { ...people, short: number(short) })
        : over > 0 ? t('plan.criterion.tooMany', { ...people, over: number(over) })
          : t('plan.criterion.inhabitants', people),
    },
    {
      verdict: contiguity.verdict,
      sentence: contiguity.pieces > 1
        ? t('plan.criterion.pieces', { pieces: contiguity.pieces, stray: number(contiguity.strayInhabitants) })
        : t('plan.criterion.whole'),
    },
    {
      verdict: barriers.verdict,
      sentence: barriers.severedInhabitants > 0
        ? t('plan.criterion.severed', { severed: number(barriers.severedInhabitants), share: format.percent(barriers.severedShare), names: format.list(barriers.names), most: format.percent(barriers.mostSeveredShare) })
        : barriers.names.length > 0 ? t('plan.criterion.barrierInside', { names: format.list(barriers.names) }) : t('plan.criterion.noBarrier'),
    },
    {
      verdict: compactness.verdict,
      sentence: compactness.verdict === 'not-met'
        ? t('plan.criterion.elongated', { share: format.percent(compactness.elongation), least: format.percent(compactness.leastElongation) })
        : t('plan.criterion.compact', { radius: format.distance(compactness.radiusMetres) }),
    },
    {
      verdict: wijken.verdict,
      sentence: wijken.verdict === 'not-judged' ? t('plan.criterion.noWijken')
        : wijken.split.length === 0 ? t('plan.criterion.wijkenWhole')
          : t('plan.criterion.wijkenSplit', { names: format.list(wijken.split.map(({ name, elsewhere }) => `${name} (${number(elsewhere)})`)) }),
    },
    {
      verdict: nuclei.verdict,
      sentence: names.length === 0 ? t('plan.criterion.noKern') : t('plan.criterion.kernen', { count: names.length, names: format.list(names) }),
    },
  ];
}
