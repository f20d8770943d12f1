import { readCsv } from '../csv.ts';
import { TableRows, type Layer } from '../layer.ts';
import type { FirstProblem } from '../problem.ts';
import { readText } from '../text.ts';
import type { Member } from '../unpack/archive.ts';
import { dayOf, runsOn, typicalWeekday, type Service } from './weekday.ts';

/** The hours in which departures are counted, from and up to: the day of somebody who goes shopping, to the doctor or on a visit. */
const firstHour = 7;
const lastHour = 19;

/** The column that is added to stops.txt. */
const departuresColumn = 'departures_per_weekday_hour';

type Files = ReadonlyMap<string, Member>;

const nameIn = (member: Member) => member.name.slice(member.name.lastIndexOf('/') + 1).toLowerCase();

/** Whether the files of a zip are those of a public-transport timetable (GTFS). */
export function isTimetable(members: readonly Member[]): boolean {
  const names = new Set(members.map(nameIn));
  return names.has('stops.txt') && names.has('stop_times.txt');
}

/** Seconds since midnight, beyond 24 hours for what runs through the night; NaN when it is no time. */
function secondsOf(text: string): number {
  const match = /^(\d{1,3}):(\d{2}):(\d{2})$/.exec(text);
  return match === null ? NaN : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

const isCounted = (seconds: number) => seconds >= firstHour * 3600 && seconds < lastHour * 3600;

/** The table in one of the files, by the columns that are wanted; a column that need not be there reads ''. */
async function readTable<C extends string>(
  files: Files, file: string, required: readonly C[], optional: readonly C[], stop: FirstProblem, row: (valueOf: (column: C) => string) => void,
): Promise<void> {
  const member = files.get(file);
  if (member === undefined || stop.problem !== null) return;
  const at = new Map<C, number>();
  let values: readonly string[] = [];
  const valueOf = (column: C) => values[at.get(column) ?? -1] ?? '';
  await readCsv(readText(member.open(), 'utf-8', stop), ',', {
    header: (names) => {
      for (const column of [...required, ...optional]) if (names.includes(column)) at.set(column, names.indexOf(column));
      const missing = required.find((column) => !at.has(column));
      if (missing !== undefined) stop.raise({ code: 'missing-column', place: { line: 1 }, facts: { field: file, column: missing, present: names.slice(0, 60) } });
    },
    row: (_line, read) => {
      values = read;
      row(valueOf);
    },
  }, stop);
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

async function readServices(files: Files, stop: FirstProblem): Promise<ReadonlyMap<string, Service>> {
  const services = new Map<string, Service & { readonly added: Set<number>; readonly removed: Set<number> }>();
  await readTable(files, 'calendar.txt', ['service_id', ...weekdays, 'start_date', 'end_date'], [], stop, (valueOf) => {
    services.set(valueOf('service_id'), {
      weekdays: weekdays.map((day) => valueOf(day) === '1'), from: dayOf(valueOf('start_date')) ?? Infinity, to: dayOf(valueOf('end_date')) ?? -Infinity,
      added: new Set(), removed: new Set(),
    });
  });
  await readTable(files, 'calendar_dates.txt', ['service_id', 'date', 'exception_type'], [], stop, (valueOf) => {
    const id = valueOf('service_id');
    const day = dayOf(valueOf('date'));
    if (day === null) return;
    const service = services.get(id) ?? { weekdays: [], from: Infinity, to: -Infinity, added: new Set(), removed: new Set() };
    if (valueOf('exception_type') === '1') service.added.add(day);
    else service.removed.add(day);
    services.set(id, service);
  });
  return services;
}

/** The trips of the typical weekday, numbered from 0. */
async function tripsOfWeekday(files: Files, stop: FirstProblem): Promise<ReadonlyMap<string, number>> {
  const services = await readServices(files, stop);
  const perService = new Map<string, number>();
  await readTable(files, 'trips.txt', ['service_id', 'trip_id'], [], stop, (valueOf) => {
    const id = valueOf('service_id');
    perService.set(id, (perService.get(id) ?? 0) + 1);
  });
  const trips = new Map<string, number>();
  const day = typicalWeekday(services, (id) => perService.get(id) ?? 0);
  if (day === null) {
    stop.raise({ code: 'timetable-without-weekday', place: {}, facts: {} });
    return trips;
  }
  const running = new Set([...services].filter(([, service]) => runsOn(service, day)).map(([id]) => id));
  await readTable(files, 'trips.txt', ['service_id', 'trip_id'], [], stop, (valueOf) => {
    if (running.has(valueOf('service_id')) && !trips.has(valueOf('trip_id'))) trips.set(valueOf('trip_id'), trips.size);
  });
  return trips;
}

/** How often a trip runs within the hours counted, where a timetable gives headways instead of times (frequencies.txt). */
async function runsPerTrip(files: Files, trips: ReadonlyMap<string, number>, stop: FirstProblem): Promise<ReadonlyMap<number, number>> {
  const runs = new Map<number, number>();
  await readTable(files, 'frequencies.txt', ['trip_id', 'start_time', 'end_time', 'headway_secs'], [], stop, (valueOf) => {
    const trip = trips.get(valueOf('trip_id'));
    const from = Math.max(secondsOf(valueOf('start_time')), firstHour * 3600);
    const to = Math.min(secondsOf(valueOf('end_time')), lastHour * 3600);
    const headway = Number(valueOf('headway_secs'));
    if (trip !== undefined && headway > 0 && to > from) runs.set(trip, (runs.get(trip) ?? 0) + Math.floor((to - from) / headway));
  });
  return runs;
}

/** Departures within the hours counted on the typical weekday, per stop_id. Nobody leaves from the last stop of a trip. */
async function countDepartures(files: Files, stop: FirstProblem): Promise<ReadonlyMap<string, number>> {
  const trips = await tripsOfWeekday(files, stop);
  const runs = await runsPerTrip(files, trips, stop);
  const departures = new Map<string, number>();
  const lastSequence = new Float64Array(trips.size).fill(-1);
  const lastStop: string[] = Array.from({ length: trips.size }, () => '');
  const lastCount = new Float64Array(trips.size);
  await readTable(files, 'stop_times.txt', ['trip_id', 'stop_id', 'departure_time', 'stop_sequence'], ['arrival_time', 'pickup_type'], stop, (valueOf) => {
    const trip = trips.get(valueOf('trip_id'));
    if (trip === undefined) return;
    const place = valueOf('stop_id');
    const at = secondsOf(valueOf('departure_time') || valueOf('arrival_time'));
    const count = valueOf('pickup_type') === '1' ? 0 : runs.get(trip) ?? (isCounted(at) ? 1 : 0);
    if (count > 0) departures.set(place, (departures.get(place) ?? 0) + count);
    const sequence = Number(valueOf('stop_sequence'));
    if (sequence > lastSequence[trip]!) {
      lastSequence[trip] = sequence;
      lastStop[trip] = place;
      lastCount[trip] = count;
    }
  });
  for (const [trip, place] of lastStop.entries()) if (lastCount[trip]! > 0) departures.set(place, departures.get(place)! - lastCount[trip]!);
  return departures;
}

/**
 * The stops of a timetable with their columns of stops.txt, and one more: departures per hour, from 7 to 19 o'clock, on the
 * typical weekday of the timetable. Stations and entrances (location_type other than 0) are no stops. Linear; holds the
 * trips of one day and the stops, never the times.
 */
export function gtfsLayer(members: readonly Member[], stop: FirstProblem): Layer {
  const files: Files = new Map(members.map((member) => [nameIn(member), member]));
  return {
    name: null,
    rowCount: null,
    read: async (sink) => {
      if (!files.has('calendar.txt') && !files.has('calendar_dates.txt')) stop.raise({ code: 'part-missing', place: {}, facts: { part: 'calendar.txt', format: 'gtfs' } });
      if (!files.has('trips.txt')) stop.raise({ code: 'part-missing', place: {}, facts: { part: 'trips.txt', format: 'gtfs' } });
      const departures = sink.wantsAll ? await countDepartures(files, stop) : null;
      if (stop.problem !== null) return;
      const table = new TableRows(sink);
      let idAt = -1;
      let typeAt = -1;
      await readCsv(readText(files.get('stops.txt')!.open(), 'utf-8', stop), ',', {
        header: (columns) => {
          idAt = columns.indexOf('stop_id');
          typeAt = columns.indexOf('location_type');
          table.header([...columns, departuresColumn], { line: 1 });
        },
        isDone: () => sink.isFull,
        row: (line, values) => {
          if (sink.isFull || (typeAt !== -1 && (values[typeAt] ?? '') !== '' && values[typeAt] !== '0')) return;
          const perHour = departures === null ? null : (departures.get(values[idAt] ?? '') ?? 0) / (lastHour - firstHour);
          table.row({ line }, [...values, perHour === null ? '' : String(Math.round(perHour * 100) / 100)]);
        },
      }, stop);
      sink.dialect('utf-8', ',');
    },
  };
}
