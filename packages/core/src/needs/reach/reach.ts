import type { AgeBand, CategoryId, Facility, FacilityFunction, Municipality } from '../../model/index.ts';
import { bandsWithin, err, facilityFunctions, fulfils, isCategoryId, ok, type Result } from '../../model/index.ts';
import { coverage, type Coverage } from '../../network/coverage.ts';
import { costInSeconds, limitCost, nearestFacilities, type Limit } from '../../network/nearest.ts';
import type { TravelProfile } from '../../network/profiles.ts';
import type { ReachGround, Towards, Traveller } from '../../network/reach-ground.ts';
import { Reason } from '../../network/reasons.ts';
import { straightLineWalk, type DistanceBasis } from '../../network/straight-line.ts';
import { UNREACHED } from '../../network/travel-network.ts';
import { isOpenIn } from '../supply.ts';

/** What somebody goes to: a kind of facility, or whatever has a function, such as a zorgkruispunt. */
export type Destination = CategoryId | FacilityFunction;

export const isDestination = (word: string): word is Destination => isCategoryId(word) || (facilityFunctions as readonly string[]).includes(word);

/** Who goes where, how, and how far is too far. */
export interface ReachQuestion {
  readonly destination: Destination;
  readonly profile: TravelProfile;
  /** Inclusive. */
  readonly limit: Limit;
}

/** The dataset as reach sees it: its people, the facilities as a plan has them, and its streets where it has any. */
export interface ReachArea {
  readonly municipality: Municipality;
  readonly facilities: readonly Facility[];
  /** Null: distances are straight lines with a detour, and say so. */
  readonly ground: ReachGround | null;
}

export type ReachProblem =
  /** Negative, or no number. */
  | { readonly code: 'limit-not-usable' }
  | { readonly code: 'speed-not-usable'; readonly profile: string }
  /** A car is measured in time. */
  | { readonly code: 'limit-in-metres'; readonly profile: string }
  /** A wheelchair, a bicycle by class of road or a car cannot be reckoned in straight lines. */
  | { readonly code: 'streets-needed'; readonly profile: string }
  /** A width, a reach or a step of a decay that is no number above 0. */
  | { readonly code: 'decay-not-usable' }
  | { readonly code: 'age-bands-cut'; readonly ages: AgeBand }
  | { readonly code: 'facility-not-found'; readonly facility: string }
  | { readonly code: 'address-not-found'; readonly address: string };

/** How far each address has to the nearest facility asked for; one row per address of the dataset. */
export interface ReachAnswer {
  readonly question: ReachQuestion;
  /** Those that are open in the reference year, sorted by id. */
  readonly facilities: readonly Facility[];
  readonly basis: DistanceBasis;
  /** Metres on foot, by wheelchair or bicycle; seconds where speed goes by class of road. */
  readonly unit: 'metres' | 'seconds';
  /** Whole millimetres or milliseconds, both connectors included; UNREACHED where there is no way. */
  readonly cost: Uint32Array;
  /** Row of `facilities`, -1 where there is no way. */
  readonly facility: Int32Array;
  /** A `Reason` per address; `reached` also beyond the limit. */
  readonly reason: Uint8Array;
  /** The limit in the unit of `cost`. */
  readonly limitCost: number;
  /** By the age bands of the dataset. */
  readonly coverage: Coverage;
}

/** Which way is travelled: people go to a facility, a team goes out from it. */
export const towardsOf = ({ profile }: Pick<ReachQuestion, 'profile'>): Towards => (profile.speedByClass === null ? 'to' : 'from');

/** The facilities a question is about, as they stand in the reference year. */
export const destinationsOf = ({ municipality, facilities }: ReachArea, destination: Destination): readonly Facility[] =>
  facilities.filter((facility) => isOpenIn(municipality.population.year, facility) &&
    (isCategoryId(destination) ? facility.category === destination : fulfils(facility, destination)));

export const placesOf = (facilities: readonly Facility[]): Float64Array => Float64Array.from(facilities.flatMap(({ x, y }) => [x, y]));

/** Why a question cannot be asked of an area; null where it can. */
export function checkQuestion({ ground }: ReachArea, { profile, limit }: ReachQuestion): ReachProblem | null {
  const amount = 'metres' in limit ? limit.metres : limit.seconds;
  if (!(amount >= 0 && amount < Infinity)) return { code: 'limit-not-usable' };
  if (!(profile.speed.value > 0 && profile.speed.value < Infinity)) return { code: 'speed-not-usable', profile: profile.id };
  if (profile.speedByClass !== null && 'metres' in limit) return { code: 'limit-in-metres', profile: profile.id };
  if (ground === null && (profile.speedByClass !== null || profile.mode === 'wheelchair')) return { code: 'streets-needed', profile: profile.id };
  return null;
}

/** Who has one of the facilities within the limit, along the streets or, without streets, in a straight line with a detour. */
export function answerReach(area: ReachArea, question: ReachQuestion): Result<ReachAnswer, ReachProblem> {
  const problem = checkQuestion(area, question);
  if (problem !== null) return err(problem);
  const facilities = destinationsOf(area, question.destination);
  const { municipality: { addresses, bands }, ground } = area;
  if (ground === null) return ok(straightAnswer(area, question, facilities));
  const { network, addresses: links, link } = ground.traveller(question.profile, towardsOf(question));
  const found = nearestFacilities(network, link(placesOf(facilities)), links);
  return ok({
    question, facilities, basis: { method: 'measured', detourFactor: 1, detourStatus: 'confirmed', detourSource: null },
    unit: network.unit === 'millimetres' ? 'metres' : 'seconds', cost: found.cost, facility: found.facility, reason: found.reason,
    limitCost: limitCost(network, question.limit), coverage: coverage(network, found, addresses.persons, bands.length, question.limit),
  });
}

/** Straight lines know the distance only; which facility it is to follows from the nearest of them. */
function straightAnswer({ municipality: { addresses, bands } }: ReachArea, question: ReachQuestion, facilities: readonly Facility[]): ReachAnswer {
  const { metres, reason } = straightLineWalk.walks(addresses.xy, placesOf(facilities));
  const cost = Uint32Array.from(metres, (way) => (way < Infinity ? Math.round(way * 1000) : UNREACHED));
  const facility = Int32Array.from(cost, (way, i) => {
    if (way === UNREACHED) return -1;
    let nearest = 0;
    const away = (row: number): number => Math.hypot(facilities[row]!.x - addresses.xy[2 * i]!, facilities[row]!.y - addresses.xy[2 * i + 1]!);
    for (let row = 1; row < facilities.length; row++) if (away(row) < away(nearest)) nearest = row;
    return nearest;
  });
  const straight: Pick<Traveller['network'], 'unit' | 'profile'> = { unit: 'millimetres', profile: question.profile };
  return {
    question, facilities, basis: straightLineWalk.basis, unit: 'metres', cost, facility, reason, limitCost: limitCost(straight, question.limit),
    coverage: coverage(straight, { k: 1, cost, facility, reason }, addresses.persons, bands.length, question.limit),
  };
}

/** Rows of the age bands that make up an age bracket; null is everybody. */
export function bandsOf({ bands }: Pick<Municipality, 'bands'>, ages: AgeBand | null): Result<readonly number[], ReachProblem> {
  if (ages === null) return ok([...bands.keys()]);
  const inside = bandsWithin(bands, ages);
  return inside === null ? err({ code: 'age-bands-cut', ages }) : ok(inside);
}

/** Persons of some age bands per address. */
export function personsOf({ addresses, bands }: Pick<Municipality, 'addresses' | 'bands'>, of: readonly number[]): Float64Array {
  return Float64Array.from({ length: addresses.ids.length }, (_, i) => of.reduce((sum, band) => sum + addresses.persons[i * bands.length + band]!, 0));
}

/** Comes after five classes of distance with a break at the limit: who has no way at all. */
const unreachedClass = 5;

/** Where the classes end, as a share of the limit; the second is the limit itself, the last has no end. */
export const classEnds = [0.5, 1, 1.5, 2] as const;

/** The class of each address: 0 and 1 within the limit, 2 to 4 beyond it, 5 not reached at all. */
export function classOf({ cost, limitCost: limit }: Pick<ReachAnswer, 'cost' | 'limitCost'>): Uint8Array {
  const ends = classEnds.map((share) => share * limit);
  return Uint8Array.from(cost, (way) => {
    if (way === UNREACHED) return unreachedClass;
    const within = ends.findIndex((end) => way <= end);
    return within < 0 ? ends.length : within;
  });
}

/** Why an address is not served within the limit; `reached` where it is. */
export const reasonAt = ({ cost, reason, limitCost: limit }: ReachAnswer, address: number): Reason =>
  (cost[address] === UNREACHED ? (reason[address] as Reason) : cost[address]! <= limit ? Reason.reached : Reason.beyondLimit);

/** Minutes of a cost, at the traveller's pace where distance is counted. */
export function minutesOf({ unit, question: { profile } }: Pick<ReachAnswer, 'unit' | 'question'>, cost: number): number | null {
  const time = costInSeconds({ unit: unit === 'metres' ? 'millimetres' : 'milliseconds', profile }, cost);
  return time === null ? null : time / 60;
}
