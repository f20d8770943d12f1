import { expect, test } from 'vitest';
import { writeZip } from '../../../../../tests/format-files.ts';
import { readLayer } from '../../../../../tests/read-layer.ts';
import { dayOf, typicalWeekday, type Service } from './weekday.ts';

const files = {
  'stops.txt': '\ufeffstop_id,stop_name,stop_lat,stop_lon,location_type\nA,"Genk, Station",50.967,5.497,\nB,Kolderbos,50.94,5.49,0\nC,Eindhalte,50.95,5.48,0\nS,Station,50.967,5.497,1\n',
  'trips.txt': 'route_id,service_id,trip_id\nr1,week,t1\nr1,week,t2\nr1,zondag,t3\nr1,school,t4\n',
  'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nweek,1,1,1,1,1,0,0,20240902,20240913\nzondag,0,0,0,0,0,0,1,20240902,20240915\n',
  // School runs on three of the ten weekdays; the 4th of September is a strike of all services.
  'calendar_dates.txt': 'service_id,date,exception_type\nschool,20240902,1\nschool,20240903,1\nschool,20240905,1\nweek,20240904,2\n',
  'stop_times.txt': [
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type',
    't1,06:58:00,06:59:59,A,1,0', 't1,07:00:00,07:00:00,B,2,0', 't1,07:10:00,07:10:00,C,3,0',
    // Not in the order of the trip, and the last stop first.
    't2,18:59:00,18:59:00,C,9,0', 't2,18:40:00,18:40:00,A,2,0', 't2,18:50:00,18:50:00,B,5,1',
    't3,12:00:00,12:00:00,A,1,0', 't4,08:00:00,08:00:00,A,1,0', 't4,08:10:00,08:10:00,C,2,0',
  ].join('\n'),
};

const zip = (changes: Partial<Record<keyof typeof files | 'frequencies.txt', string | null>> = {}) =>
  ({ 'g.zip': writeZip(Object.entries({ ...files, ...changes }).flatMap(([name, bytes]) => (bytes === null ? [] : [{ name: `de_lijn/${name}`, bytes }]))) });

test('departures an hour on the typical weekday, from seven to seven; nobody leaves from a last stop or where nobody may get on', async () => {
  const { rows, columns, format, problem } = await readLayer(zip(), 'g.zip');
  expect(problem).toBeNull();
  expect(format).toBe('gtfs');
  expect(columns.at(-1)).toBe('departures_per_weekday_hour');
  // Six weekdays run the two trips of "week" alone, three run the school trip beside them; the median is two trips.
  // A: t2 at 18.40, for t1 leaves before seven: 1 in 12 hours. B: t1 at 7.00; t2 takes nobody there. C is a last stop.
  expect(rows.map(({ place, values }) => [place.line, values['stop_id'], values['stop_name'], values['departures_per_weekday_hour']])).toEqual([
    [2, 'A', 'Genk, Station', '0.08'], [3, 'B', 'Kolderbos', '0.08'], [4, 'C', 'Eindhalte', '0'],
  ]);
});

test('headways instead of times count as often as they run within the hours', async () => {
  const frequencies = 'trip_id,start_time,end_time,headway_secs\nt1,06:00:00,08:00:00,600\n';
  const { rows } = await readLayer(zip({ 'frequencies.txt': frequencies }), 'g.zip');
  // t1 runs every ten minutes from seven to eight: six times from A and from B; t2 once more from A.
  expect(rows.map(({ values }) => values['departures_per_weekday_hour'])).toEqual(['0.58', '0.5', '0']);
});

test('a timetable without its calendar, without a column or without weekdays is told', async () => {
  const problem = async (...changes: Parameters<typeof zip>) => (await readLayer(zip(...changes), 'g.zip')).problem;
  expect(await problem({ 'calendar.txt': null, 'calendar_dates.txt': null })).toMatchObject({ code: 'part-missing', facts: { part: 'calendar.txt' } });
  expect(await problem({ 'trips.txt': 'trip_id\nt1\n' })).toMatchObject({ code: 'missing-column', facts: { field: 'trips.txt', column: 'service_id' } });
  expect(await problem({ 'calendar.txt': null, 'calendar_dates.txt': 'service_id,date,exception_type\nzondag,20240908,1\n' })).toEqual({ code: 'timetable-without-weekday', place: {}, facts: {} });
});

test('the typical weekday is the first with the median number of trips, and no calendar is too long', () => {
  const service = (from: string, to: string, change: Partial<Service> = {}): Service =>
    ({ weekdays: [true, true, true, true, true, false, false], from: dayOf(from)!, to: dayOf(to)!, added: new Set(), removed: new Set(), ...change });
  // Monday 2 to Friday 6 September 2024; the summer timetable of the Monday has more trips.
  const services = new Map([['week', service('20240902', '20240906')], ['zomer', service('20240902', '20240902')]]);
  expect(typicalWeekday(services, () => 10)).toBe(dayOf('20240903'));
  expect(typicalWeekday(new Map([['eeuwig', service('00010101', '99991231')]]), () => 1)).not.toBeNull();
  expect(typicalWeekday(services, () => 0)).toBeNull();
  expect(dayOf('20240230')).toBeNull();
});
