import { createHash } from 'node:crypto';
import {
  encodeMunicipality, err, ok,
  type Basemap, type FileVerdict, type ImportFailure, type ImportProblem, type Municipality, type Notice, type PopulationRecord, type Result, type SourceFile, type Verdict,
} from '@woonzorgzones/core/model';
import { populationNote } from '@woonzorgzones/core/report';
import { readDraft, type Draft, type ReadFile } from './draft.ts';
import { exchangedAxes, locateAddresses } from './fit/addresses.ts';
import { fitBlocks, fitBoundary } from './fit/blocks.ts';
import { divisionAreas, fitDivision } from './fit/divisions.ts';
import { fitDwellings, fitReserve } from './fit/dwellings.ts';
import { fitIndicators } from './fit/indicators.ts';
import { facilityMarginMetres, placeFacilities, type PlacedFacilities } from './fit/facilities.ts';
import { fitGrouping } from './fit/grouping.ts';
import { blockTotals, homesOf, totalInhabitants } from './fit/inhabitants.ts';
import { agesPerBlock } from './fit/block-ages.ts';
import { householdSpread, settlePeople, spreadSeed } from './fit/people.ts';
import { fitStreets } from './fit/streets.ts';
import { indexAddresses } from './geocode/address-index.ts';
import type { Manifest, RoleId } from './manifest.ts';
import type { FileProblem } from './read/problem.ts';
import type { FileReading } from './read/read-file.ts';
import type { OpenFile } from './read/source-bytes.ts';
import { nameAddresses, tellEstimates } from './take/addresses.ts';
import { countBoxes } from './take/boxes.ts';
import { nameBarriers, nameCrossings } from './take/barriers.ts';
import { drawnStreets, sortBasemap } from './take/basemap.ts';
import { drawnWays } from './take/openstreetmap.ts';
import { streetNetwork } from './take/street-network.ts';
import { byText } from './take/ids.ts';
import { giveNuclei } from './take/kernen.ts';

export interface ImportProgress {
  readonly step: 'reading' | 'fitting' | 'spreading' | 'writing';
  /** The file being read. */
  readonly file: string | null;
  readonly done: number;
  readonly of: number;
}

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface ImportedMunicipality {
  readonly municipality: Municipality;
  /** The municipality as it is stored: `decodeMunicipality` reads it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes, hexadecimal: the name of the dataset. */
  readonly hash: string;
  readonly verdict: Verdict;
}

/** The upper bound of a woonzorgzone of Genk 2008 (sources/001); a larger block makes a zone too large by itself. */
const largestZone = 12_000;

/** A file that speaks of a time this many years from the reference year is told of. */
const yearsBeforeOld = 5;

const withFile = (problem: FileProblem, file: string | null): ImportProblem => ({ ...problem, file });

const fail = (problems: readonly FileProblem[], file: string | null = null): { readonly ok: false; readonly error: ImportFailure } =>
  err({ problems: problems.map((problem) => withFile(problem, file)) });

/** Years between the date of a file and the reference year. */
function yearsOld(referenceDate: string | null, referenceYear: number): number | null {
  return referenceDate === null ? null : referenceYear - Number(referenceDate.slice(0, 4));
}

function fileVerdict({ reading }: ReadFile, referenceYear: number): FileVerdict {
  const { file, ledger } = reading;
  return {
    file: file.path, role: file.role, profile: file.profile ?? null, title: file.title, licence: file.licence, attribution: file.attribution, referenceDate: file.referenceDate,
    yearsOld: yearsOld(file.referenceDate, referenceYear), bytes: reading.bytes, sha256: reading.sha256, crs: ledger.crs, ...ledger.state(),
  };
}

/** A file that plays two roles is told of once. */
function fileNotices(files: readonly ReadFile[], referenceYear: number): Notice[] {
  const firstOfPath = new Map(files.toReversed().map(({ reading: { file } }) => [file.path, file]));
  return files.filter(({ reading: { file } }) => firstOfPath.get(file.path) === file).flatMap(({ reading: { file } }): Notice[] => {
    const years = yearsOld(file.referenceDate, referenceYear);
    return [
      ...(years !== null && Math.abs(years) > yearsBeforeOld ? [{ code: 'old-file' as const, facts: { file: file.path, years } }] : []),
      ...(file.licence === null ? [{ code: 'licence-unknown' as const, facts: { file: file.path } }] : []),
    ];
  });
}

function sourceOf({ reading }: ReadFile): SourceFile {
  const { file, ledger } = reading;
  return {
    file: file.path, role: file.role, sha256: reading.sha256, crs: ledger.crs?.code ?? null, title: file.title, licence: file.licence,
    attribution: file.attribution, referenceDate: file.referenceDate,
  };
}

function facilityNotices({ outside, unplaced }: PlacedFacilities): Notice[] {
  return [
    ...(outside > 0 ? [{ code: 'facilities-outside' as const, facts: { facilities: outside, marginMetres: facilityMarginMetres } }] : []),
    ...(unplaced.length > 0 ? [{ code: 'facilities-waiting' as const, facts: { facilities: unplaced.length } }] : []),
  ];
}

function basemapOf({ streets, water, green, extract }: Draft): Basemap {
  const shapesOf = (rows: Draft['water']) => rows.map(({ geometry }) => geometry);
  return sortBasemap({
    streets: [...drawnStreets(streets), ...(extract === null ? [] : drawnWays(extract.streets))],
    water: [...shapesOf(water), ...(extract?.water ?? [])], green: [...shapesOf(green), ...(extract?.green ?? [])], buildings: extract?.buildings ?? [],
  });
}

function populationRecord(manifest: Manifest, isPerBlock: boolean, ages: PopulationRecord['ages']): PopulationRecord {
  const facts = {
    totals: isPerBlock ? 'measured-per-block' : 'spread-from-municipality',
    spreadBy: manifest.population.spreadBy,
    ages,
  } as const;
  return { year: manifest.referenceYear, ...facts, householdSpread: isPerBlock ? 0 : householdSpread, seed: spreadSeed, note: populationNote(facts, 'nl') };
}

interface Fitted {
  readonly municipality: Municipality;
  readonly controls: Verdict['controls'];
  readonly notices: readonly Notice[];
}

/** Holds the files against each other and makes one municipality of them, or says what does not fit. */
function fit(manifest: Manifest, draft: Draft, files: readonly ReadFile[], spreading: () => void): Result<Fitted, ImportFailure> {
  const ofRole = (role: RoleId): FileReading | null => files.find(({ reading }) => reading.file.role === role)?.reading ?? null;
  const pathOf = (role: RoleId) => ofRole(role)?.file.path ?? null;
  const columnOf = (role: RoleId, field: string) => ofRole(role)?.file.columns[field] ?? null;

  const boundary = fitBoundary(draft.boundary, manifest.municipality.name);
  if (boundary.problems.length > 0) return fail(boundary.problems, pathOf('boundary'));
  const fitted = fitBlocks(draft.blocks, boundary.shape);
  if (fitted.problems.length > 0) return fail(fitted.problems, pathOf('blocks'));
  const shapes = fitted.blocks.map(({ shape }) => shape);

  const addressFile = ofRole('addresses')!;
  tellEstimates(draft.addresses, addressFile.ledger);
  const homes = addressFile.file.boxes === 'dwellings' ? countBoxes(draft.addresses, addressFile.ledger) : draft.addresses;
  const named = nameAddresses(homes, addressFile.ledger, columnOf('addresses', 'id'));
  const exchanged = exchangedAxes(named, boundary.shape, addressFile.ledger.crs!.code);
  if (exchanged !== null) return fail([exchanged], addressFile.file.path);
  const located = locateAddresses(named, shapes, boundary.shape, addressFile.ledger);
  if (addressFile.problem !== null) return fail([addressFile.problem], addressFile.file.path);

  const groupings = draft.groupings.map(({ reading, division, rows }) =>
    fitGrouping(division, rows, reading.ledger, { part: reading.file.columns['part'] ?? null }, { ids: fitted.blocks.map(({ id }) => id), shapes }),
  );
  const perBlock = blockTotals(fitted.blocks, draft.inhabitants, ofRole('inhabitants'), groupings);
  if (perBlock.problems.length > 0) return fail(perBlock.problems, pathOf('inhabitants') ?? pathOf('blocks'));
  const counted = totalInhabitants(manifest, perBlock.totals, draft.ageTables);
  if (counted.problems.length > 0) {
    return err({
      problems: counted.problems.map((problem) =>
        withFile(problem, problem.code === 'age-year-missing' ? pathOf('ages') : perBlock.totals === null ? null : (pathOf('inhabitants') ?? pathOf('blocks'))),
      ),
    });
  }
  spreading();
  const blockAges = agesPerBlock(draft.blockAges, fitted.blocks.length, homesOf(fitted.blocks, groupings).blockOf, manifest.referenceYear);
  const settled = settlePeople({
    blocks: fitted.blocks, addresses: located, totals: perBlock.totals, total: counted.total, table: counted.baseTable, blockAges, spreadBy: manifest.population.spreadBy,
  });
  if (!settled.ok) return fail([settled.error], addressFile.file.path);
  const { addresses, bands, inhabitants, draws, notices } = settled.value;
  const blocks = fitted.blocks.map(({ id, name, shape }, index) => ({ id, name, shape, inhabitants: inhabitants[index]! }));

  const population = populationRecord(manifest, perBlock.totals !== null, counted.baseTable === null ? 'none' : blockAges === null ? 'municipal-structure' : 'fitted-per-block');
  const kernenFile = ofRole('kernen');
  const listed = draft.addresses.map(({ record: { street, number, postcode, place }, x, y }) => ({ street, number, postcode, place, x, y }));
  const searched = { index: indexAddresses(listed), municipality: manifest.municipality.name, mostMetres: manifest.geocoding.mostMetres };
  const register = placeFacilities(draft.facilities, searched, boundary.shape, manifest.municipality.fictitious);
  const barriers = [...nameBarriers(draft.barriers), ...(draft.extract?.barriers ?? [])].sort((a, b) => byText(a.id, b.id));
  const given = nameCrossings(draft.crossings);
  const input = draft.extract?.streets ?? streetNetwork(draft.streets, (row) => draft.streetLedgers.get(row)!);
  const fittedStreets = input === null ? ok(null) : fitStreets(input, barriers, given, draft.extract?.buildings.length ?? 0);
  if (!fittedStreets.ok) return fail([fittedStreets.error], pathOf('openstreetmap') ?? pathOf('streets'));
  const network = fittedStreets.value;
  const divisions = draft.divisions
    .map(({ reading, division, areas }) => fitDivision(division, divisionAreas(areas, reading.ledger), shapes, located))
    .concat(groupings.flatMap(({ division }) => division ?? []))
    .sort((a, b) => byText(a.id, b.id));
  const blockIds = fitted.blocks.map(({ id }) => id);
  const municipality: Municipality = {
    ...manifest.municipality,
    boundary: boundary.shape,
    blocks,
    bands,
    addresses,
    population,
    draws,
    ageTables: draft.ageTables,
    facilities: register.facilities,
    unplaced: register.unplaced,
    inventoried: [...new Set(manifest.files.flatMap(({ complete }) => complete))].sort(byText),
    ...(draft.indicators.length === 0 ? {} : { indicators: fitIndicators(draft.indicators, blockIds, divisions) }),
    ...(draft.dwellings.length === 0 ? {} : { dwellings: fitDwellings(draft.dwellings, blockIds, located) }),
    ...(draft.housingReserve.length === 0 ? {} : { housingReserve: fitReserve(draft.housingReserve, shapes) }),
    divisions,
    nuclei: kernenFile === null ? [] : giveNuclei(draft.kernen.points, draft.kernen.shapes, kernenFile.ledger, columnOf('kernen', 'id')),
    barriers,
    crossings: network?.crossings ?? given,
    streets: network?.streets ?? null,
    basemap: basemapOf(draft),
    sources: files.map(sourceOf),
  };
  const large = blocks.flatMap(({ id, name, inhabitants: count }): Notice[] =>
    count > largestZone ? [{ code: 'large-block', facts: { block: id, name, inhabitants: count, limit: largestZone } }] : [],
  );
  const placed = blocks.reduce((sum, block) => sum + block.inhabitants, 0);
  return ok({
    municipality,
    controls: [...counted.controls, { what: 'inhabitants-placed', expected: counted.total, found: placed }],
    notices: [
      ...(network === null ? [] : [network.notice]),
      { code: 'population-modelled', facts: { totals: population.totals, spreadBy: population.spreadBy } },
      ...boundary.notices, ...fitted.notices, ...perBlock.notices, ...counted.notices, ...notices, ...large, ...facilityNotices(register), ...fileNotices(files, manifest.referenceYear),
    ],
  });
}

/**
 * Makes a municipality from the files a manifest names: the same for the command line and the API. One transaction: the
 * whole municipality with its verdict, or each problem and nothing. Files are streamed; `open` gives them by their path.
 * A signal stops it between pieces of a file and between steps. The same files give the same bytes.
 */
export async function importMunicipality(manifest: Manifest, open: OpenFile, { onProgress, signal }: ImportOptions = {}): Promise<Result<ImportedMunicipality, ImportFailure>> {
  const of = manifest.files.length + 3;
  const isCancelled = () => signal?.aborted === true;
  const cancelled = fail([{ code: 'cancelled', place: {}, facts: {} }]);

  const { draft, files } = await readDraft(manifest, open, signal ?? null, (file, done) => onProgress?.({ step: 'reading', file: file.path, done, of }));
  if (isCancelled()) return cancelled;
  const problems = files.flatMap(({ reading, problems: found }) => found.map((problem) => withFile(problem, reading.file.path)));
  if (problems.length > 0) return err({ problems });

  onProgress?.({ step: 'fitting', file: null, done: manifest.files.length, of });
  const fitted = fit(manifest, draft, files, () => onProgress?.({ step: 'spreading', file: null, done: manifest.files.length + 1, of }));
  if (!fitted.ok) return fitted;
  if (isCancelled()) return cancelled;

  onProgress?.({ step: 'writing', file: null, done: manifest.files.length + 2, of });
  const { municipality, controls, notices } = fitted.value;
  const bytes = encodeMunicipality(municipality);
  const verdict: Verdict = {
    municipality: manifest.municipality,
    referenceYear: manifest.referenceYear,
    files: files.map((file) => fileVerdict(file, manifest.referenceYear)),
    controls,
    notices,
  };
  return ok({ municipality, bytes, hash: createHash('sha256').update(bytes).digest('hex'), verdict });
}
