import { facilityFunctions, type Facility, type UnplacedFacility } from './facility.ts';
import type { Municipality } from './municipality.ts';
import type { Plan } from './plan.ts';
import type { FacilityOverride, RegisterChanges } from './register-changes.ts';

type Register = Pick<Municipality, 'facilities' | 'unplaced' | 'fictitious'>;
type Found = Omit<Facility, 'x' | 'y' | 'position'> & Partial<Pick<Facility, 'x' | 'y' | 'position'>>;

/**
 * The facilities a plan reckons with, sorted by id: those of the dataset and those added, as the planner changed and placed
 * them, each double one counted once. What waits for a place is not among them. The dataset's own list where the plan changes
 * nothing. O(facilities).
 */
export function facilitiesOf(municipality: Register, { register }: Pick<Plan, 'register'>): readonly Facility[] {
  if (register === undefined || isUntouched(register)) return municipality.facilities;
  return registered(municipality, register).flatMap((found) => (isPlaced(found) ? [found] : []));
}

/** The facilities that wait for a place in a plan: those nobody has put on the map or merged yet. */
export function unplacedOf(municipality: Register, { register }: Pick<Plan, 'register'>): readonly UnplacedFacility[] {
  if (register === undefined || isUntouched(register)) return municipality.unplaced;
  const waiting = new Map(registered(municipality, register).filter((found) => !isPlaced(found)).map((found) => [found.id, found]));
  return municipality.unplaced.flatMap((unplaced) => {
    const found = waiting.get(unplaced.id);
    return found === undefined ? [] : [{ ...found, reason: unplaced.reason, guess: unplaced.guess }];
  });
}

const isUntouched = ({ added, overrides, merged }: RegisterChanges): boolean =>
  added.length === 0 && Object.keys(overrides).length === 0 && Object.keys(merged).length === 0;

const isPlaced = (found: Found): found is Facility => found.x !== undefined && found.y !== undefined && found.position !== undefined;

function registered({ facilities, unplaced, fictitious }: Register, { added, overrides, merged }: RegisterChanges): readonly Found[] {
  const waiting = unplaced.map(({ reason: _reason, guess: _guess, ...facility }): Found => facility);
  const own = added.map((facility): Found => ({ ...facility, position: { by: 'hand', metres: null }, source: null, referenceDate: null, fictitious }));
  const changed = new Map(Object.entries(overrides));
  const all = [...facilities, ...waiting, ...own].map((found) => overridden(found, changed.get(found.id)));
  const intoOf = new Map(Object.entries(merged));
  const standing = new Map(all.filter(({ id }) => !intoOf.has(id)).map((found) => [found.id, found]));
  for (const double of all) {
    const into = standing.get(standsFor(double.id, intoOf));
    if (intoOf.has(double.id) && into !== undefined) standing.set(into.id, completed(into, double));
  }
  return [...standing.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function overridden(found: Found, override: FacilityOverride | undefined): Found {
  if (override === undefined) return found;
  const given = Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined)) as Partial<Found>;
  return { ...found, ...given, ...(override.x === undefined ? {} : { position: { by: 'hand', metres: null } as const }) };
}

function standsFor(id: string, intoOf: ReadonlyMap<string, string>): string {
  let at = id;
  for (let into = intoOf.get(at); into !== undefined; into = intoOf.get(at)) at = into;
  return at;
}

/** One facility of two: the one that stays, with what only the other knew. Its dates of closing are its own. */
function completed(into: Found, double: Found): Found {
  const functions = facilityFunctions.filter((one) => into.functions.includes(one) || double.functions.includes(one));
  return {
    ...into,
    ...(isPlaced(into) || !isPlaced(double) ? {} : { x: double.x, y: double.y, position: double.position }),
    address: into.address ?? double.address,
    capacity: into.capacity ?? double.capacity,
    recognised: into.recognised ?? double.recognised,
    opened: into.opened ?? double.opened,
    functions,
  };
}
