import { hidden, known, type Count } from '../model/index.ts';
import type { AreaAnalysis, Coverage, Need, PlanAnalysis } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';

/** The people of an area as they may be told. */
export interface ToldPeople {
  readonly inhabitants: Count;
  readonly from75: Count;
  /** Aligned with the bands of the analysis. */
  readonly byBand: readonly Count[];
}

/** For whom a distance norm is met, as it may be told: the share goes where either of the counts behind it goes. */
export interface ToldCoverage {
  readonly persons: Count;
  readonly within: Count;
  readonly beyond: Count;
  readonly share: Count;
}

/** What an amount norm asks, as it may be told: a requirement is persons times a published rate, and would give them away. */
export interface ToldNeed {
  readonly required: Count;
  readonly present: Count;
  readonly missing: Count;
  readonly filledShare: Count;
}

/** An area with what may be told of it. */
export interface ToldArea {
  readonly kind: 'zone' | 'unassigned' | 'municipality';
  readonly zone: string | null;
  /** Empty for what is not assigned. */
  readonly name: string;
  readonly area: AreaAnalysis;
  readonly people: ToldPeople;
  /** One per distance norm, in the order of the norm set. */
  readonly coverage: readonly ToldCoverage[];
  /** One per amount norm, in the order of the norm set. */
  readonly needs: readonly ToldNeed[];
}

/** Who reads it: the planner sees every figure, anyone else none that tells of fewer than five persons. */
export type Audience = 'planner' | 'public';

const toldBefore = new WeakMap<PlanAnalysis, Readonly<Record<Audience, readonly ToldArea[]>>>();

/**
 * Zones in the order of the plan, what is not assigned (when there is any), and the municipality last, with the figures that
 * may be told of them: the one place where figures are hidden, so that no two tables, maps or files together tell what one
 * of them hides. Computed once per analysis. O(areas × (bands + norms)).
 */
export function toldAreas(analysis: PlanAnalysis, audience: Audience): readonly ToldArea[] {
  const found = toldBefore.get(analysis) ?? { planner: areasFor(analysis, false), public: areasFor(analysis, true) };
  toldBefore.set(analysis, found);
  return found[audience];
}

function areasFor(analysis: PlanAnalysis, isPublic: boolean): readonly ToldArea[] {
  const { zones, unassigned, municipality, provenance, bands } = analysis;
  const areas: readonly Omit<ToldArea, 'people' | 'coverage' | 'needs'>[] = [
    ...zones.map((area) => ({ kind: 'zone' as const, zone: area.zone, name: area.name, area })),
    ...(unassigned.blocks > 0 ? [{ kind: 'unassigned' as const, zone: null, name: '', area: unassigned }] : []),
    { kind: 'municipality', zone: null, name: provenance.municipality.name, area: municipality },
  ];
  const all = areas.map(({ area }) => area);
  const people = toldPeople(all, bands.map(({ from }) => from >= 75), isPublic);
  const coverage = municipality.coverage.map((_, norm) => toldCoverage(all.map((area) => area.coverage[norm]!), isPublic));
  const needs = municipality.needs.map((_, norm) => toldNeeds(all.map((area) => area.needs[norm]!), isPublic));
  return areas.map((area, row) => ({ ...area, people: people[row]!, coverage: coverage.map((column) => column[row]!), needs: needs.map((column) => column[row]!) }));
}

/** Each area's bands add up to its inhabitants and the old ones to its people of 75 and older; each column adds up to the last area. */
function toldPeople(areas: readonly AreaAnalysis[], isOld: readonly boolean[], isPublic: boolean): readonly ToldPeople[] {
  const width = isOld.length + 2;
  const at = (row: number, column: number): number => row * width + column;
  const counts = areas.flatMap(({ inhabitants, from75, byBand }) => [inhabitants.count, from75.count, ...byBand]);
  const bandColumns = isOld.map((_, band) => band + 2);
  const sums: readonly Sum[] = [
    ...areas.flatMap((_, row): readonly Sum[] => [
      { parts: bandColumns.map((column) => at(row, column)), whole: at(row, 0) },
      { parts: bandColumns.filter((_column, band) => isOld[band]).map((column) => at(row, column)), whole: at(row, 1) },
      // Those under 75 are told by the difference: with the old ones they are everybody.
      { parts: [at(row, 1), ...bandColumns.filter((_column, band) => !isOld[band]).map((column) => at(row, column))], whole: at(row, 0) },
    ]),
    ...Array.from({ length: width }, (_, column) => downwards(areas.length, (row) => at(row, column))),
  ];
  const told = isPublic ? discloseLinked(counts, sums.filter(({ parts }) => parts.length > 0)) : counts;
  return areas.map((_, row) => ({ inhabitants: told[at(row, 0)]!, from75: told[at(row, 1)]!, byBand: bandColumns.map((column) => told[at(row, column)]!) }));
}

const downwards = (rows: number, at: (row: number) => number): Sum => ({ parts: Array.from({ length: rows - 1 }, (_, row) => at(row)), whole: at(rows - 1) });

function toldCoverage(norms: readonly Coverage[], isPublic: boolean): readonly ToldCoverage[] {
  if (!isPublic) return norms.map(({ persons, within, beyond, share }) => ({ persons: persons.count, within: within.count, beyond: beyond.count, share }));
  const counts = norms.flatMap(({ persons, within, beyond }) => [persons.count, within.count, beyond.count]);
  const told = discloseLinked(counts, [
    ...norms.map((_, row): Sum => ({ parts: [3 * row + 1, 3 * row + 2], whole: 3 * row })),
    ...[0, 1, 2].map((part) => downwards(norms.length, (row) => 3 * row + part)),
  ]);
  return norms.map(({ share }, row) => {
    const [persons, within, beyond] = told.slice(3 * row, 3 * row + 3) as [Count, Count, Count];
    const hides = [persons, within, beyond].some(({ kind }) => kind === 'hidden');
    return { persons, within, beyond, share: hides && share.kind === 'known' ? hidden : share };
  });
}

function toldNeeds(needs: readonly Need[], isPublic: boolean): readonly ToldNeed[] {
  const behind = needs.map(({ derivation }): Count => (derivation === null ? { kind: 'unknown' } : known(derivation.lines.reduce((sum, { persons }) => sum + persons, 0))));
  const told = isPublic ? discloseLinked(behind, [downwards(needs.length, (row) => row)]) : behind;
  return needs.map(({ required, present, missing, filledShare }, row) => {
    const tell = (count: Count): Count => (told[row]!.kind === 'hidden' && count.kind === 'known' ? hidden : count);
    return { required: tell(required.count), present: present.count, missing: tell(missing.count), filledShare: tell(filledShare) };
  });
}
