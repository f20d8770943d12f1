import type { Line, MultiPolygon } from '@woonzorgzones/core/geo';
import type { AgeTable } from '@woonzorgzones/core/model';
import type { BlockAgeFile } from './fit/block-ages.ts';
import type { DwellingFile, ReserveFile } from './fit/dwellings.ts';
import { facilityMarginMetres } from './fit/facilities.ts';
import type { IndicatorFile } from './fit/indicators.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import type { Placed, PlacedPoint, Read } from './read/place.ts';
import type { FileProblem } from './read/problem.ts';
import { nearBoundary, type NearTest } from './read/near-boundary.ts';
import { FileReading } from './read/read-file.ts';
import type { OpenFile } from './read/source-bytes.ts';
import { addressRow, type AddressRow } from './take/addresses.ts';
import { ageRow, ageTables } from './take/ages.ts';
import { blockRow, groupingRow, inhabitantsRow, namedRow, plainRow, type BlockRow, type GroupingRow, type InhabitantsRow, type NamedRow } from './take/areas.ts';
import { dwellingRow, reserveRow } from './take/dwellings.ts';
import { indicatorRow } from './take/indicators.ts';
import { barrierRow, crossingRow, type BarrierRow, type CrossingRow } from './take/barriers.ts';
import { streetRow, type StreetRow } from './take/basemap.ts';
import { marginMetres, placeRows, readExtract } from './take/openstreetmap.ts';
import type { OsmExtract } from './osm/read-osm.ts';
import type { FileLedger } from './read/file-ledger.ts';
import { facilityRow, type FacilityFile } from './take/facilities.ts';

type Shapes<T> = readonly Placed<T, MultiPolygon>[];
type Lines<T> = readonly Placed<T, readonly Line[]>[];

/** The contents of every file, each by itself: in Lambert 2008, but not yet held against each other. */
export interface Draft {
  boundary: Shapes<true>;
  blocks: Shapes<BlockRow>;
  addresses: readonly PlacedPoint<AddressRow>[];
  /** Null when the manifest names no such file. */
  inhabitants: readonly Read<InhabitantsRow, 'none'>[] | null;
  ageTables: readonly AgeTable[];
  readonly blockAges: BlockAgeFile[];
  readonly facilities: FacilityFile[];
  readonly divisions: { readonly reading: FileReading; readonly division: { readonly id: string; readonly name: string }; readonly areas: Shapes<NamedRow> }[];
  readonly groupings: { readonly reading: FileReading; readonly division: { readonly id: string; readonly name: string }; readonly rows: readonly Read<GroupingRow, 'none'>[] }[];
  readonly indicators: IndicatorFile[];
  readonly dwellings: DwellingFile[];
  readonly housingReserve: ReserveFile[];
  kernen: { readonly points: readonly PlacedPoint<NamedRow>[]; readonly shapes: Shapes<NamedRow> };
  barriers: Lines<BarrierRow>;
  crossings: readonly PlacedPoint<CrossingRow>[];
  streets: Lines<StreetRow>;
  /** Per row of `streets` the books of its file. */
  readonly streetLedgers: Map<Placed<StreetRow, readonly Line[]>, FileLedger>;
  /** Null when the manifest names no extract. */
  extract: OsmExtract | null;
  water: Shapes<true>;
  green: Shapes<true>;
}

/** What became of one file. */
export interface ReadFile {
  readonly reading: FileReading;
  readonly problems: readonly FileProblem[];
}

const emptyDraft = (): Draft => ({
  boundary: [], blocks: [], addresses: [], inhabitants: null, ageTables: [], blockAges: [], facilities: [], divisions: [], groupings: [], indicators: [], dwellings: [], housingReserve: [], kernen: { points: [], shapes: [] },
  barriers: [], crossings: [], streets: [], streetLedgers: new Map(), extract: null, water: [], green: [],
});

const maps = (file: ManifestFile, field: string) => Object.hasOwn(file.columns, field);
const gives = (file: ManifestFile, field: string) => maps(file, field) || Object.hasOwn(file.constants, field);

/** Ages of one more file, of the municipality or of its blocks; a municipal year that stood in an earlier one is a fault. */
async function readAges(reading: FileReading, draft: Draft): Promise<FileProblem[]> {
  const { file } = reading;
  const isPerBlock = maps(file, 'block');
  const rows = await reading.records(ageRow(gives(file, 'ageFrom'), isPerBlock, file.nowhere));
  if (isPerBlock) {
    draft.blockAges.push({ reading, rows });
    return [];
  }
  const tables = ageTables(rows, reading.ledger);
  if (!tables.ok) return [tables.error];
  const known = new Set(draft.ageTables.map(({ year }) => year));
  const twice = tables.value.find(({ year }) => known.has(year));
  if (twice !== undefined) return [{ code: 'age-overlap', place: {}, facts: { year: twice.year, age: 0 } }];
  draft.ageTables = [...draft.ageTables, ...tables.value].sort((a, b) => a.year - b.year);
  return [];
}

async function readFacilities(reading: FileReading, source: number): Promise<FacilityFile> {
  const { file, ledger } = reading;
  const { points, placeless } = await reading.pointsAndPlaceless(facilityRow);
  return {
    rows: points, placeless, ledger, source, idColumn: file.columns['id'] ?? null, addressColumn: file.columns['address'] ?? file.columns['street'] ?? null,
    referenceDate: file.referenceDate,
  };
}

async function readStreets(reading: FileReading, draft: Draft): Promise<void> {
  const rows = await reading.lines(streetRow(maps(reading.file, 'from')));
  for (const row of rows) draft.streetLedgers.set(row, reading.ledger);
  draft.streets = [...draft.streets, ...rows];
  draft.barriers = [...draft.barriers, ...rows.flatMap(({ record: { barrier, name }, ...row }) => (barrier === null ? [] : [{ ...row, record: { id: '', kind: barrier, name } }]))];
}

/** An extract is cut to the municipality while it is read, so its boundary must be there before it. */
async function readOpenStreetMap(reading: FileReading, draft: Draft, source: number): Promise<readonly FileProblem[]> {
  const { file, ledger } = reading;
  const bytes = await reading.content();
  if (bytes === null || draft.boundary.length === 0) return [];
  const read = readExtract(bytes, draft.boundary.flatMap(({ geometry }) => geometry), file.values['category']);
  if (!read.ok) return [read.error];
  const { streets, barriers, water, green, buildings, places } = read.value;
  const taken = streets.ways.roadClass.length + barriers.length + water.length + green.length + buildings.length;
  for (let i = 0; i < taken; i++) {
    ledger.countRead();
    ledger.take();
  }
  draft.extract = read.value;
  const rows = placeRows(places, ledger);
  if (rows.length > 0) draft.facilities.push({ rows, placeless: [], ledger, source, idColumn: null, addressColumn: null, referenceDate: file.referenceDate });
  return [];
}

/** Reads one file into the draft by its role. Returns the problems that only its role can see. */
async function readRole(reading: FileReading, draft: Draft, source: number): Promise<readonly FileProblem[]> {
  const { file } = reading;
  switch (file.role) {
    case 'boundary':
      draft.boundary = await reading.shapes(plainRow);
      break;
    case 'blocks':
      draft.blocks = await reading.shapes(blockRow(gives(file, 'inhabitants')));
      break;
    case 'addresses':
      draft.addresses = await reading.points(addressRow(gives(file, 'id'), gives(file, 'dwellings'), gives(file, 'buildingType')));
      break;
    case 'inhabitants':
      draft.inhabitants = await reading.records(inhabitantsRow(file.nowhere));
      break;
    case 'ages':
      return readAges(reading, draft);
    case 'facilities':
      draft.facilities.push(await readFacilities(reading, source));
      break;
    case 'division':
      draft.divisions.push({ reading, division: file.division!, areas: await reading.shapes(namedRow) });
      break;
    case 'grouping':
      draft.groupings.push({ reading, division: file.division!, rows: await reading.records(groupingRow(file.nowhere)) });
      break;
    case 'indicators':
      draft.indicators.push({ reading, source, rows: await reading.records(indicatorRow(gives(file, 'unit'), file.nowhere)) });
      break;
    case 'dwellings':
      draft.dwellings.push({ reading, source, rows: await reading.records(dwellingRow(maps(file, 'block'))) });
      break;
    case 'housing-reserve':
      draft.housingReserve.push({ reading, source, ...(await reading.pointsAndShapes(reserveRow)) });
      break;
    case 'kernen':
      draft.kernen = await reading.pointsAndShapes(namedRow);
      break;
    case 'barriers':
      draft.barriers = [...draft.barriers, ...(await reading.lines(barrierRow))];
      break;
    case 'crossings':
      draft.crossings = [...draft.crossings, ...(await reading.points(crossingRow))];
      break;
    case 'streets':
      await readStreets(reading, draft);
      break;
    case 'openstreetmap':
      return readOpenStreetMap(reading, draft, source);
    case 'water':
      draft.water = [...draft.water, ...(await reading.shapes(plainRow))];
      break;
    case 'green':
      draft.green = [...draft.green, ...(await reading.shapes(plainRow))];
      break;
  }
  return [];
}

/** Roles of which a missing row would make every figure wrong: one refused row refuses the file. */
const wholeOnly: readonly ManifestFile['role'][] = ['boundary', 'blocks', 'ages'];

/** Faulty rows that are told one by one before the rest is left to the next try. */
const rowsTold = 20;

function unusableRows(reading: FileReading): FileProblem[] {
  if (!wholeOnly.includes(reading.file.role)) return [];
  const { refused, waiting } = reading.ledger.state();
  return [...refused, ...waiting].slice(0, rowsTold).map(({ place, column, value, reason }) => ({ code: 'row-unusable', place, facts: { column, value, reason } }));
}

/** What of a file counts as near, where it is cut to the boundary. */
function nearTest(file: ManifestFile, { boundary }: Draft): NearTest | null {
  if (file.within === undefined || boundary.length === 0) return null;
  return nearBoundary(boundary.flatMap(({ geometry }) => geometry), file.role === 'facilities' ? facilityMarginMetres : marginMetres);
}

/** Reads every file of the manifest, in its order; a file that cannot be read does not keep the next from being looked at. */
export async function readDraft(
  manifest: Manifest, open: OpenFile, signal: AbortSignal | null, beforeFile: (file: ManifestFile, index: number) => void,
): Promise<{ readonly draft: Draft; readonly files: readonly ReadFile[] }> {
  const draft = emptyDraft();
  const files: (ReadFile | undefined)[] = [];
  // The boundary first, whatever the order: an extract is cut to it. The verdict keeps the order of the manifest.
  const inTurn = [...manifest.files.entries()].sort(([, a], [, b]) => Number(b.role === 'boundary') - Number(a.role === 'boundary'));
  for (const [turn, [index, file]] of inTurn.entries()) {
    beforeFile(file, turn);
    const reading = new FileReading(file, open, signal, nearTest(file, draft));
    const ofRole = await readRole(reading, draft, index);
    const unusable = unusableRows(reading);
    const { problem } = reading;
    // The rows themselves say more than that none of them was left.
    const isTold = problem?.code === 'no-row-taken' && unusable.length > 0;
    files[index] = { reading, problems: problem !== null && !isTold ? [problem] : [...unusable, ...ofRole] };
    if (signal?.aborted === true) break;
  }
  return { draft, files: files.filter((file) => file !== undefined) };
}

