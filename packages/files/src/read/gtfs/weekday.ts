/** Days of service of one service_id. Dates are days since 1970. */
export interface Service {
  /** Monday to Sunday. */
  readonly weekdays: readonly boolean[];
  readonly from: number;
  readonly to: number;
  readonly added: ReadonlySet<number>;
  readonly removed: ReadonlySet<number>;
}

const dayMilliseconds = 86_400_000;

/** A date of a timetable, written 20240917, as days since 1970; null when there is no such day. */
export function dayOf(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day && new Date(time).getUTCMonth() === month - 1 ? time / dayMilliseconds : null;
}

/** Monday is 0; 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

const isWorkday = (day: number) => weekdayOf(day) < 5;

/** A timetable is of some months; one that says it covers more than a century is looked at for its first century. */
const longestDays = 40_000;

export function runsOn(service: Service, day: number): boolean {
  if (service.added.has(day)) return true;
  return !service.removed.has(day) && day >= service.from && day <= service.to && service.weekdays[weekdayOf(day)] === true;
}

/** Trips on each day from `first`; `tripsOf` says how many trips a service has. */
function tripsPerDay(services: ReadonlyMap<string, Service>, tripsOf: (service: string) => number, first: number, days: number): Float64Array {
  // Per weekday, what begins and ends on a day; summed up day by day that is what runs.
  const changes = Array.from({ length: 7 }, () => new Float64Array(days + 1));
  const trips = new Float64Array(days);
  for (const [id, { weekdays, from, to, added, removed }] of services) {
    const count = tripsOf(id);
    if (count === 0) continue;
    const begin = Math.max(0, from - first);
    const end = Math.min(days, to - first + 1);
    for (const [weekday, runs] of weekdays.entries()) {
      if (!runs || begin >= end) continue;
      changes[weekday]![begin]! += count;
      changes[weekday]![end]! -= count;
    }
    const regular = (day: number) => day >= from && day <= to && weekdays[weekdayOf(day)] === true;
    for (const day of added) if (day >= first && day < first + days && !regular(day)) trips[day - first]! += count;
    for (const day of removed) if (day >= first && day < first + days && regular(day) && !added.has(day)) trips[day - first]! -= count;
  }
  for (let weekday = 0; weekday < 7; weekday++) {
    let running = 0;
    for (let day = 0; day < days; day++) {
      running += changes[weekday]![day]!;
      if (weekdayOf(first + day) === weekday) trips[day]! += running;
    }
  }
  return trips;
}

/**
 * The typical weekday of a timetable: of all Mondays to Fridays on which anything runs, the one with the median number of
 * trips (the lower of two in the middle), the earliest where several have it. Holidays and strikes are thereby outvoted.
 * Null when nothing runs on any weekday. Linear in services and days.
 */
export function typicalWeekday(services: ReadonlyMap<string, Service>, tripsOf: (service: string) => number): number | null {
  let first = Infinity;
  let last = -Infinity;
  for (const [id, { from, to, added }] of services) {
    if (tripsOf(id) === 0) continue;
    if (from <= to) {
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
    for (const day of added) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first > last) return null;
  const days = Math.min(longestDays, last - first + 1);
  const trips = tripsPerDay(services, tripsOf, first, days);
  const running = Array.from(trips.keys()).filter((day) => isWorkday(first + day) && trips[day]! > 0).sort((a, b) => trips[a]! - trips[b]! || a - b);
  if (running.length === 0) return null;
  const median = trips[running[(running.length - 1) >> 1]!]!;
  return first + running.find((day) => trips[day] === median)!;
}
