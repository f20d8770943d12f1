import type { Points } from '../../geo/shapes.ts';
import { err, metres, ok, seconds, type AgeBand, type Result, type VulnerabilitySettings } from '../../model/index.ts';
import { catchments, type Watch } from '../../network/catchments.ts';
import { costTable, type CostTable } from '../../network/floating-catchment.ts';
import type { Limit } from '../../network/nearest.ts';
import { fewestSites } from '../../network/siting/fewest-sites.ts';
import { mostCovered } from '../../network/siting/most-covered.ts';
import { shortestMeanWithCapacity } from '../../network/siting/shortest-mean-with-capacity.ts';
import { shortestMean } from '../../network/siting/shortest-mean.ts';
import { shortestWorst } from '../../network/siting/shortest-worst.ts';
import type { Siting, SitingEffort, SitingProblem } from '../../network/siting/siting.ts';
import { vulnerabilityOf } from '../vulnerability.ts';
import { bandsOf, checkQuestion, destinationsOf, placesOf, towardsOf, type ReachArea, type ReachProblem, type ReachQuestion } from './reach.ts';

export const sitingModels = ['fewest', 'most-covered', 'shortest-mean', 'shortest-worst', 'with-capacity'] as const;

/**
 * What is asked of new places: as few as reach everybody (LSCP), as many people within the limit as possible (MCLP), the
 * shortest way on average (p-median), the shortest longest way (p-center), or the shortest way on average while no place takes
 * more people than it has room for (capacitated p-median).
 */
export type SitingModel = (typeof sitingModels)[number];

export interface SitingQuestion extends ReachQuestion {
  readonly model: SitingModel;
  /** New places at most, beside those that are there; not read by 'fewest'. */
  readonly newSites: number;
  /** Whether facilities of today stay. */
  readonly keepExisting: boolean;
  /** Where a new one may come, Lambert 2008 metres; null finds places: one address per street, spread over the municipality. */
  readonly candidates: Points | null;
  /** How much a person of an age counts; ages not named count 1. Each bracket must be whole bands. */
  readonly weights: readonly { readonly ages: AgeBand; readonly weight: number }[];
  /** Where people are more vulnerable they count for more, by these weights; absent, everybody of an age counts alike. */
  readonly vulnerability?: VulnerabilitySettings;
  /** People a new place has room for; read by 'with-capacity' only. */
  readonly capacityOfNew: number;
}

/** A place that is proposed, or stays. */
export interface ProposedSite {
  /** Id of the facility that stays; null for a new place. */
  readonly facility: string | null;
  readonly x: number;
  readonly y: number;
  /** The address it stands at or next to; null for a place that was given. */
  readonly address: string | null;
  /** Persons it serves. */
  readonly persons: number;
}

export interface SitingAnswer extends Pick<Siting, 'objective' | 'bound' | 'gap' | 'proven' | 'equalExchanges'> {
  readonly model: SitingModel;
  /** What the objective counts. */
  readonly unit: 'sites' | 'weighted-persons' | 'weighted-metres' | 'weighted-seconds' | 'metres' | 'seconds';
  readonly sites: readonly ProposedSite[];
  readonly persons: number;
  /** What those who can be served weigh: a weighted way divided by it is the mean way. */
  readonly weight: number;
  /** Persons no candidate and no existing place can serve. */
  readonly outOfReach: number;
  readonly candidates: number;
}

export type SitingFailure = ReachProblem | SitingProblem | { readonly code: 'cancelled' } | { readonly code: 'nobody-to-serve' } | { readonly code: 'capacity-not-given' };

/** More candidates than this make a proof slow and the answer hardly better (reach notes 5: 2,000 sites are proven in about a second). */
const mostCandidates = 2_000;

/** Means and longest ways are looked for this many limits far. */
const farFactor = 6;

const times = (limit: Limit, factor: number): Limit => ('metres' in limit ? { metres: metres(limit.metres * factor) } : { seconds: seconds(limit.seconds * factor) });

/** Where new facilities serve people best, and how sure that is. The host gives the effort: a solver and its time, or none. */
export function siteFacilities(area: ReachArea, question: SitingQuestion, effort: SitingEffort, watch: Watch): Result<SitingAnswer, SitingFailure> {
  const problem = checkQuestion(area, question);
  if (problem !== null) return err(problem);
  const { ground, municipality } = area;
  if (ground === null) return err({ code: 'streets-needed', profile: question.profile.id });
  const weighted = weightsOf(area, question);
  if (!weighted.ok) return weighted;
  const { weight: weightOfAddress, persons: personsOfAddress } = weighted.value;
  const wanting = Int32Array.from(weightOfAddress.keys()).filter((i) => weightOfAddress[i]! > 0);
  if (wanting.length === 0) return err({ code: 'nobody-to-serve' });

  const existing = question.keepExisting ? destinationsOf(area, question.destination) : [];
  if (question.model === 'with-capacity' && existing.some(({ capacity }) => capacity === null)) return err({ code: 'capacity-not-given' });
  const { network, addresses, link } = ground.traveller(question.profile, towardsOf(question));
  const found = question.candidates === null ? addressPerStretch(addresses.edge) : null;
  const { xy } = municipality.addresses;
  const places = found === null ? question.candidates! : Float64Array.from(Array.from(found).flatMap((i) => [xy[2 * i]!, xy[2 * i + 1]!]));
  const sitePlaces = Float64Array.from([...placesOf(existing), ...places]);
  const covers = question.model === 'fewest' || question.model === 'most-covered';
  const reached = catchments(network, link(sitePlaces), addresses, covers ? question.limit : times(question.limit, farFactor), watch);
  if (!reached.ok) return reached;
  const unit = network.unit === 'millimetres' ? 'metres' : 'seconds';
  // Whoever no place at all can serve is told apart, and weighs in no mean.
  const canBeServed = new Set(reached.value.address);
  const rows = wanting.filter((i) => canBeServed.has(i));
  const table = forSome(costTable(network, reached.value, unit), rows, weightOfAddress.length);
  const weight = Float64Array.from(rows, (i) => weightOfAddress[i]!);
  const solved = solve(question, table, weight, Float64Array.from(rows, (i) => personsOfAddress[i]!), existing.map(({ capacity }) => capacity ?? 0), places.length / 2, effort);
  if (!solved.ok) return solved;

  const siting = solved.value;
  const served = new Map<number, number>();
  siting.servedBy.forEach((site, d) => served.set(site, (served.get(site) ?? 0) + personsOfAddress[rows[d]!]!));
  return ok({
    model: question.model, objective: siting.objective, bound: siting.bound, gap: siting.gap, proven: siting.proven, equalExchanges: siting.equalExchanges,
    unit: question.model === 'fewest' ? 'sites' : question.model === 'most-covered' ? 'weighted-persons' : question.model === 'shortest-worst' ? unit : `weighted-${unit}`,
    sites: siting.sites.map((site) => ({
      facility: existing[site]?.id ?? null, x: sitePlaces[2 * site]!, y: sitePlaces[2 * site + 1]!,
      address: found === null || site < existing.length ? null : municipality.addresses.ids[found[site - existing.length]!]!,
      persons: served.get(site) ?? 0,
    })),
    persons: sumAt(personsOfAddress, wanting), weight: weight.reduce((sum, value) => sum + value, 0), outOfReach: sumAt(personsOfAddress, wanting) - sumAt(personsOfAddress, rows),
    candidates: places.length / 2,
  });
}

const sumAt = (values: Float64Array, rows: Int32Array): number => rows.reduce((sum, row) => sum + values[row]!, 0);

function weightsOf({ municipality }: ReachArea, { weights, vulnerability }: SitingQuestion): Result<{ readonly weight: Float64Array; readonly persons: Float64Array }, ReachProblem> {
  const { addresses, bands } = municipality;
  const ofBand = new Float64Array(bands.length).fill(1);
  for (const { ages, weight } of weights) {
    const inside = bandsOf(municipality, ages);
    if (!inside.ok) return inside;
    for (const band of inside.value) ofBand[band] = weight;
  }
  const factor = vulnerability === undefined ? null : vulnerabilityOf(municipality, { vulnerability });
  const weight = new Float64Array(addresses.ids.length), persons = new Float64Array(addresses.ids.length);
  for (let i = 0; i < weight.length; i++) {
    for (let band = 0; band < bands.length; band++) {
      const here = addresses.persons[i * bands.length + band]!;
      weight[i]! += here * ofBand[band]!;
      if (ofBand[band]! > 0) persons[i]! += here;
    }
    if (factor !== null) weight[i]! *= factor[addresses.block[i]!]!;
  }
  return ok({ weight, persons });
}

/** One address per stretch of street, and no more of them than a proof can take, spread evenly over the rows. */
function addressPerStretch(edge: Int32Array): Int32Array {
  const seen = new Set<number>();
  const first: number[] = [];
  edge.forEach((e, i) => {
    if (e < 0 || seen.has(e)) return;
    seen.add(e);
    first.push(i);
  });
  if (first.length <= mostCandidates) return Int32Array.from(first);
  return Int32Array.from({ length: mostCandidates }, (_, i) => first[Math.floor((i * first.length) / mostCandidates)]!);
}

/** The pairs of the rows that matter, demands numbered by their place among them. */
function forSome({ first, demand, cost }: CostTable, rows: Int32Array, demands: number): CostTable {
  const place = new Int32Array(demands).fill(-1);
  rows.forEach((row, i) => (place[row] = i));
  const kept = Int32Array.from(demand.keys()).filter((i) => place[demand[i]!]! >= 0);
  const counts = new Int32Array(first.length);
  let site = 0;
  for (const i of kept) {
    while (i >= first[site + 1]!) site++;
    counts[site + 1]!++;
  }
  for (let s = 0; s + 1 < counts.length; s++) counts[s + 1]! += counts[s]!;
  return { first: counts, demand: Int32Array.from(kept, (i) => place[demand[i]!]!), cost: Float64Array.from(kept, (i) => cost[i]!) };
}

function solve(
  { model, newSites, limit, capacityOfNew, profile }: SitingQuestion, table: CostTable, weight: Float64Array, persons: Float64Array,
  existing: readonly number[], candidates: number, effort: SitingEffort,
): Result<Siting, SitingProblem> {
  const fixed = [...existing.keys()];
  const choice = { fixed, open: fixed.length + newSites };
  const radius = 'metres' in limit ? limit.metres : profile.speedByClass === null ? limit.seconds * profile.speed.value : limit.seconds;
  switch (model) {
    case 'fewest':
      return fewestSites(table, weight.length, { fixed, radius }, effort);
    case 'most-covered':
      return mostCovered(table, weight, { ...choice, radius }, effort);
    case 'shortest-mean':
      return shortestMean(table, weight, { ...choice, costWhenUnreached: 2 * farFactor * radius }, effort);
    case 'shortest-worst':
      return shortestWorst(table, weight.length, choice, effort);
    case 'with-capacity':
      return shortestMeanWithCapacity(table, weight, {
        ...choice, quantity: persons, capacity: Float64Array.from([...existing, ...new Array<number>(candidates).fill(capacityOfNew)]), fillFixed: false,
      }, effort);
  }
}
