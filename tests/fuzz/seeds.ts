/** Good files of every format, small, with what goes wrong in real ones: the ground that damage is done to. */
import { gzipSync } from 'node:zlib';
import { fileSchema, type FileFormat, type ManifestFile } from '../../packages/files/src/manifest.ts';
import {
  shapefileMembers, workbookMembers, writeGeoPackage, writeShapefile, type Cell, type Sketch, type SketchedTable, type ZipMember,
} from '../format-files.ts';
import { writePbf, writeXml, type OsmSketch } from '../osm-file.ts';
import { damaged, damagedZip, type Draw } from './mutate.ts';

export interface Fuzzed {
  readonly name: string;
  readonly file: ManifestFile;
  /** One damaged file. */
  make(draw: Draw): Buffer;
}

const columns = ['id', 'naam', 'aantal', 'datum', 'ok'] as const;
const values: readonly (readonly Cell[])[] = [
  ['71016A00-', 'Meeënheide', 12.5, new Date('2024-02-29'), true], ['b', 'Zoë "van" <hier>', 71016, null, false], ['', 'regel\nmet ; komma, en | streep', 0, new Date('1999-12-31'), null],
];
const square: Sketch = { type: 'Polygon', coordinates: [[[729_000, 683_000], [729_000, 684_000], [730_000, 684_000], [730_000, 683_000], [729_000, 683_000]], [[729_100, 683_100], [729_200, 683_100], [729_200, 683_200], [729_100, 683_100]]] };
const shapes: readonly (Sketch | null)[] = [square, { type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] }, null];
const points: readonly (Sketch | null)[] = [{ type: 'Point', coordinates: [729_500, 683_500] }, { type: 'Point', coordinates: [0, 0] }, null];
const table = (geometries: readonly (Sketch | null)[]): SketchedTable => ({ columns, rows: values.map((own, i) => ({ values: own, geometry: geometries[i]! })) });

const text = (value: Cell) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''));
const csv = (delimiter: string, x: string) => ['id', 'naam', 'aantal', 'x', 'y'].join(delimiter) + values.map(([id, name, count]) =>
  `\r\n${[id, `"${text(name!).replaceAll('"', '""')}"`, count, x, '683500,25'].map((value) => text(value as Cell)).map((value) => (value.includes(delimiter) && !value.startsWith('"') ? `"${value}"` : value)).join(delimiter)}`).join('');

const geoJson = (geometries: readonly (Sketch | null)[]) => JSON.stringify({
  type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3812' } },
  features: values.map(([id, naam, aantal], i) => ({ type: 'Feature', properties: { id, naam, aantal, lijst: [1, 'x', { y: null }] }, geometry: geometries[i] })),
});

const timetable: readonly ZipMember[] = [
  { name: 'stops.txt', bytes: 'stop_id,stop_name,stop_lat,stop_lon,location_type\nA,"Genk, Station",50.967,5.497,\nB,Kolderbos,50.94,5.49,0\nS,Station,50.967,5.497,1\n' },
  { name: 'trips.txt', bytes: 'route_id,service_id,trip_id\nr1,week,t1\nr1,week,t2\nr1,school,t3\n' },
  { name: 'calendar.txt', bytes: 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nweek,1,1,1,1,1,0,0,20240902,20240913\n' },
  { name: 'calendar_dates.txt', bytes: 'service_id,date,exception_type\nschool,20240902,1\nweek,20240904,2\n' },
  { name: 'stop_times.txt', bytes: 'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type\nt1,07:00:00,07:00:00,A,1,0\nt1,07:10:00,07:10:00,B,2,0\nt2,18:50:00,18:50:00,B,5,1\nt3,08:00:00,08:00:00,A,1,0\n' },
  { name: 'frequencies.txt', bytes: 'trip_id,start_time,end_time,headway_secs\nt1,06:00:00,08:00:00,600\n' },
];

const lambert2008 = 'PROJCS["Belge_Lambert_2008",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",649328.0],PARAMETER["False_Northing",665262.0],PARAMETER["Central_Meridian",4.359215833333333],PARAMETER["Standard_Parallel_1",49.83333333333334],PARAMETER["Standard_Parallel_2",51.16666666666666],PARAMETER["Latitude_Of_Origin",50.797815],UNIT["Meter",1.0]]';

const town: OsmSketch = {
  nodes: Array.from({ length: 12 }, (_, i) => ({ id: i + 1, lon: 5.5 + i / 1000, lat: 50.95 + (i % 3) / 1000, ...(i % 4 === 0 ? { tags: { amenity: 'pharmacy', name: 'Apotheek & Zoë' } } : {}) })),
  ways: [
    { id: 1, nodes: [1, 2, 3, 4], tags: { highway: 'residential', name: 'Kerkstraat' } }, { id: 2, nodes: [4, 5, 6, 4], tags: { leisure: 'park' } },
    { id: 3, nodes: [2, 7, 8], tags: { railway: 'rail' } }, { id: 4, nodes: [9, 10, 11, 9], tags: { building: 'yes' } },
  ],
  relations: [{ id: 1, ways: [2, 4], tags: { type: 'multipolygon', natural: 'water' } }],
};

const file = (format: FileFormat, change: Record<string, unknown>): ManifestFile => fileSchema.parse({
  path: 'bestand', role: 'facilities', format, title: 'Proef', licence: null, attribution: null, referenceDate: null, columns: { id: 'id', name: 'naam', capacity: 'aantal' }, constants: { category: 'school' }, ...change,
});

const inColumns = { columns: { id: 'id', name: 'naam', capacity: 'aantal', x: 'x', y: 'y' } };

const oneOf = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)]!;

const csvSeeds = [Buffer.from(csv(',', '729500')), Buffer.from(`\ufeff${csv(';', '729500,5')}`), Buffer.from(csv('|', '729500'), 'latin1'), Buffer.from(csv('\t', '729600'))];
const geoJsonSeeds = [geoJson(points), geoJson(shapes)].map((one) => Buffer.from(one));
const geoPackageSeeds = [points, shapes].map((geometries) => writeGeoPackage([{ ...table(geometries), name: 'laag', srsId: 3812 }]));
const shapefileSeeds = [points, shapes].map((geometries) => shapefileMembers('laag', writeShapefile(table(geometries)), lambert2008, 'UTF-8'));
const workbookSeeds = [workbookMembers([{ name: 'Blad1', rows: [['Titel'], [], [...columns, 'x', 'y'], ...values.map((row) => [...row, 729_500, 683_500.25])] }, { name: 'Leeg', rows: [] }])];
const osmSeeds = { pbf: [writePbf(town), writePbf(town, { dense: false, compression: 'none' })], xml: [writeXml(town)] };

/** Every format that an import takes, wrapped and unwrapped. */
export const fuzzed: readonly Fuzzed[] = [
  { name: 'csv', file: file('csv', inColumns), make: (draw) => damaged(oneOf(draw, csvSeeds), draw) },
  { name: 'geojson', file: file('geojson', {}), make: (draw) => damaged(oneOf(draw, geoJsonSeeds), draw) },
  { name: 'gpkg', file: file('gpkg', {}), make: (draw) => damaged(oneOf(draw, geoPackageSeeds), draw) },
  { name: 'shapefile', file: file('shapefile', {}), make: (draw) => damagedZip(oneOf(draw, shapefileSeeds), draw) },
  { name: 'xlsx', file: file('xlsx', inColumns), make: (draw) => damagedZip(oneOf(draw, workbookSeeds), draw) },
  {
    name: 'gtfs', make: (draw) => damagedZip(timetable, draw),
    file: file('gtfs', { columns: { id: 'stop_id', name: 'stop_name', capacity: 'departures_per_weekday_hour', lat: 'stop_lat', lon: 'stop_lon' }, constants: { category: 'halte' } }),
  },
  { name: 'osm.pbf', file: file('osm', {}), make: (draw) => damaged(oneOf(draw, osmSeeds.pbf), draw) },
  { name: 'osm', file: file('osm', {}), make: (draw) => damaged(oneOf(draw, osmSeeds.xml), draw) },
  { name: 'osm.gz', file: file('osm', {}), make: (draw) => (draw(3) === 0 ? damaged(gzipSync(osmSeeds.xml[0]!), draw) : gzipSync(damaged(osmSeeds.xml[0]!, draw))) },
  {
    name: 'csv in zip or gzip', file: file('csv', inColumns),
    make: (draw) => (draw(2) === 0 ? damagedZip([{ name: 'a.csv', bytes: oneOf(draw, csvSeeds) }], draw) : damaged(gzipSync(oneOf(draw, csvSeeds)), draw)),
  },
];
