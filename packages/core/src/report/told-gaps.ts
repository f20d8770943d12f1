import { hidden, terms, type Count, type Language, type Norm, type NormSet } from '../model/index.ts';
import type { Gap, PlanAnalysis } from '../needs/index.ts';
import { capital } from './capital.ts';
import { disclose } from './disclose.ts';
import { toldAreas } from './disclosed-analysis.ts';
import { toldLocal } from './told-local.ts';

/** A gap as anybody may be told of it. */
export interface ToldGap extends Gap {
  readonly areaName: string;
  /** Of a gap in an amount or a distance. */
  readonly definition: Norm | undefined;
}

/** The gaps that may be told, the largest first: each whose figure may be told. */
export function toldGaps(analysis: PlanAnalysis, norms: NormSet, language: Language): readonly ToldGap[] {
  const areas = toldAreas(analysis, 'public');
  const local = toldLocal(analysis);
  const placeOf = new Map(norms.norms.map((norm) => [norm.id, norms.norms.filter(({ kind }) => kind === norm.kind).indexOf(norm)]));
  return analysis.gaps.flatMap((gap) => {
    const row = areas.findIndex(({ kind, zone }) => kind !== 'municipality' && zone === gap.zone);
    const area = areas[row];
    const definition = norms.norms.find(({ id }) => id === gap.norm);
    if (area === undefined) return [];
    const place = placeOf.get(gap.norm) ?? -1;
    const figure = gap.kind === 'amount' ? area.needs[place]?.missing : gap.kind === 'distance' ? area.coverage[place]?.beyond : gap.kind === 'housing' ? local[row]!.forms[area.area.housing.forms.findIndex(({ form }) => form === gap.form)]?.missing : area.people.from75;
    if (figure?.kind !== 'known') return [];
    const [affected, affected75, affected80] = discloseNested([gap.affected, gap.affected75, gap.affected80]) as [Count, Count, Count];
    const tell = (count: Count): Count => (area.people.from75.kind === 'hidden' ? area.people.from75 : count);
    return [{ ...gap, areaName: areaName(area, language), definition, affected, affected75: tell(affected75), affected80: tell(affected80) }];
  });
}

/** Counts that each hold the next, as they may be told beside each other: one that all but a few of another are goes as well as a small one. */
function discloseNested(counts: readonly Count[]): readonly Count[] {
  const told: Count[] = [];
  for (const count of counts) {
    const isNear = told.some((larger) => larger.kind === 'known' && count.kind === 'known' && disclose({ kind: 'known', value: larger.value - count.value }).kind === 'hidden');
    told.push(isNear ? hidden : disclose(count));
  }
  return told;
}

/** The largest gap of each subject first, so that five gaps are five subjects; then the next largest. What a zone does not do is one subject. */
export function bySubject(gaps: readonly ToldGap[]): readonly ToldGap[] {
  const first = gaps.filter((gap, at) => gaps.findIndex((other) => other.kind === gap.kind && (gap.kind === 'function' || other.category === gap.category)) === at);
  return [...first, ...gaps.filter((gap) => !first.includes(gap))];
}

/** The name of an area as it stands in a table: what is not assigned has a word, not a name. */
export const areaName = ({ kind, name }: { readonly kind: 'zone' | 'unassigned' | 'municipality'; readonly name: string }, language: Language): string =>
  (kind === 'unassigned' ? capital(terms.unassigned[language][0]) : name);
