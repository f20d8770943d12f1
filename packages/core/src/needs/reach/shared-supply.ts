import { err, ok, type AgeBand, type Result } from '../../model/index.ts';
import { catchments } from '../../network/catchments.ts';
import { costTable, supplyInReach, type Decay, type FloatingMethod } from '../../network/floating-catchment.ts';
import { bandsOf, checkQuestion, destinationsOf, personsOf, placesOf, towardsOf, type ReachArea, type ReachProblem, type ReachQuestion } from './reach.ts';

/** How supply is shared among whoever can reach it. Distances of the decay in metres, or seconds for who is measured in time. */
export interface SharingRules {
  readonly method: FloatingMethod;
  readonly decay: Decay;
  /** Who asks for the supply; null is everybody. */
  readonly ages: AgeBand | null;
}

export interface SharedSupply {
  /** Supply per person of these ages at each address, in the unit of the category. */
  readonly perPerson: Float64Array;
  readonly persons: number;
  /** What there is in all, and what of it nobody is in reach of. */
  readonly supply: number;
  readonly idle: readonly string[];
  /** Facilities whose size nobody gave: left out. */
  readonly unknown: readonly string[];
  /** Persons without any supply in reach. */
  readonly without: number;
}

/**
 * How much of a category each person has in reach when everybody else reaches for it too: places per person, not just whether
 * there is one. (2SFCA and its kin; `supplyInReach` names the sources.)
 */
export function shareSupply(area: ReachArea, question: ReachQuestion, { method, decay, ages }: SharingRules): Result<SharedSupply, ReachProblem> {
  const problem = checkQuestion(area, question);
  if (problem !== null) return err(problem);
  const { ground, municipality } = area;
  if (ground === null) return err({ code: 'streets-needed', profile: question.profile.id });
  const bands = bandsOf(municipality, ages);
  if (!bands.ok) return bands;
  const facilities = destinationsOf(area, question.destination);
  const { network, addresses, link } = ground.traveller(question.profile, towardsOf(question));
  const found = catchments(network, link(placesOf(facilities)), addresses, question.limit);
  if (!found.ok) throw new Error('Got a cancelled search when nobody could cancel it.');
  const unit = network.unit === 'millimetres' ? 'metres' : 'seconds';
  const demand = personsOf(municipality, bands.value);
  const amount = 'metres' in question.limit ? question.limit.metres : unit === 'seconds' ? question.limit.seconds : question.limit.seconds * question.profile.speed.value;
  const shared = supplyInReach(costTable(network, found.value, unit), demand, facilities.map(({ capacity }) => capacity), { method, decay, maxCost: amount });
  if (!shared.ok && shared.error.code === 'decay-not-usable') return err({ code: 'decay-not-usable' });
  if (!shared.ok) throw new Error(`Got ${shared.error.code} when expected a table made for these facilities.`);
  const { perPerson, idle, unknown } = shared.value;
  return ok({
    perPerson, persons: demand.reduce((sum, persons) => sum + persons, 0),
    supply: facilities.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0),
    idle: idle.map((row) => facilities[row]!.id), unknown: unknown.map((row) => facilities[row]!.id),
    without: demand.reduce((sum, persons, i) => sum + (perPerson[i]! > 0 ? 0 : persons), 0),
  });
}
