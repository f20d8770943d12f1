import { selfIntersection, toLambert2008, rewind, type Crs, type MultiPolygon } from '@woonzorgzones/core/geo';
import { err, ok, type ImportPlace, type RefusedDivisionRow, type Result } from '@woonzorgzones/core/model';
import type { FileFormat } from '../manifest.ts';
import type { RowGeometry } from '../read/geometry.ts';
import type { RowSink, ValueOf } from '../read/layer.ts';
import { FileOpening } from '../read/open-file.ts';
import { peekFile, type FilePeek, type LayerPeek } from '../read/peek.ts';
import { FirstProblem, type FileProblem } from '../read/problem.ts';
import { isInBelgium, recogniseSystem } from '../read/reference-system.ts';
import type { OpenFile } from '../read/source-bytes.ts';
import { blockColumnOf, zoneColumnOf } from './division-columns.ts';

/** A table of a file that says something of zones: outlines, or a zone for each block. */
export interface DivisionLayer {
  readonly layer: string | null;
  readonly kind: 'areas' | 'blocks';
  /** The column that names the block; null for outlines. */
  readonly blockColumn: string | null;
  /** The column that names the zone; null where there is none, and zones are numbered. */
  readonly zoneColumn: string | null;
}

interface NamedArea {
  readonly name: string;
  readonly shape: MultiPolygon;
}

/** What a file says of zones; blocks of which the zone is left open are in none. */
export type DivisionContent =
  | { readonly kind: 'areas'; readonly areas: readonly NamedArea[] }
  | { readonly kind: 'blocks'; readonly zoneOfBlock: ReadonlyMap<string, string | null> };

export interface ReadDivision {
  readonly format: FileFormat;
  /** At least one, the likeliest first. */
  readonly layers: readonly DivisionLayer[];
  /** The one that was read. */
  readonly chosen: DivisionLayer;
  readonly content: DivisionContent;
  readonly rowsRead: number;
  readonly refused: readonly RefusedDivisionRow[];
}

export type DivisionFileProblem =
  | { readonly kind: 'file'; readonly problem: FileProblem }
  /** Neither outlines nor a column of blocks. */
  | { readonly kind: 'no-zones-in-file'; readonly columns: readonly string[] }
  | { readonly kind: 'no-such-layer'; readonly layers: readonly (string | null)[] };

/** Our own layer of zones in the files that go out. */
const ownZones = /woonzorgzones/i;
const longestName = 120;

function divisionLayers({ layers }: FilePeek, blocks: ReadonlySet<string>): readonly DivisionLayer[] {
  const told = layers.flatMap((peek): DivisionLayer[] => {
    const blockColumn = blockColumnOf(peek, blocks);
    const zoneColumn = zoneColumnOf(peek, blockColumn);
    if (blockColumn !== null && zoneColumn !== null) return [{ layer: peek.layer, kind: 'blocks', blockColumn, zoneColumn }];
    return hasOutlines(peek) ? [{ layer: peek.layer, kind: 'areas', blockColumn: null, zoneColumn }] : [];
  });
  // Who edits a file of ours in another program moves outlines, not codes.
  const rank = ({ layer, kind }: DivisionLayer): number => (kind === 'areas' && ownZones.test(layer ?? '') ? 0 : kind === 'blocks' ? 1 : 2);
  return told.toSorted((a, b) => rank(a) - rank(b));
}

const hasOutlines = ({ geometry }: LayerPeek): boolean => geometry === 'polygons' || geometry === 'points-or-polygons';

/**
 * What a file says of zones: outlines (GeoPackage, Shapefile, GeoJSON), or a zone for each block (CSV, XLSX, or any table with the
 * codes of blocks). `layer` is one of the layers it was found to have; null takes the likeliest. Shapes in Lambert 2008.
 */
export async function readDivision(file: string, open: OpenFile, blocks: ReadonlySet<string>, layer: string | null): Promise<Result<ReadDivision, DivisionFileProblem>> {
  const peek = await peekFile(file, open);
  if (!peek.ok) return err({ kind: 'file', problem: peek.error });
  const layers = divisionLayers(peek.value, blocks);
  if (layers.length === 0) return err({ kind: 'no-zones-in-file', columns: peek.value.layers.flatMap(({ columns }) => columns).slice(0, 30) });
  const chosen = layer === null ? layers[0]! : layers.find((one) => one.layer === layer);
  if (!chosen) return err({ kind: 'no-such-layer', layers: layers.map((one) => one.layer) });
  const rows = await readRows(file, open, peek.value.format, chosen);
  if (!rows.ok) return err({ kind: 'file', problem: rows.error });
  const gathered = chosen.kind === 'blocks' ? gatherBlocks(rows.value, chosen, blocks) : gatherAreas(rows.value, chosen);
  if (!gathered.ok) return err({ kind: 'file', problem: gathered.error });
  return ok({ format: peek.value.format, layers, chosen, rowsRead: rows.value.read, ...gathered.value });
}

interface Row {
  readonly place: ImportPlace;
  readonly block: string;
  readonly zone: string;
  readonly geometry: RowGeometry | null;
}

/** Keeps of every row the names and the shape. */
class Names implements RowSink {
  readonly wanted: readonly string[];
  readonly wantsAll = false;
  readonly isFull = false;
  readonly rows: Row[] = [];
  readonly refused: RefusedDivisionRow[] = [];
  named: Crs | null = null;
  read = 0;
  readonly #layer: DivisionLayer;

  constructor(layer: DivisionLayer) {
    this.#layer = layer;
    this.wanted = [layer.blockColumn, layer.zoneColumn].filter((name) => name !== null);
  }

  header(): void {
    // The columns were chosen when the file was looked at.
  }

  properties(): void {
    // Each feature is asked for the same columns.
  }

  system(named: Result<Crs | null, FileProblem>): void {
    this.named = named.ok ? named.value : null;
  }

  dialect(): void {
    // Nothing here depends on it.
  }

  row(place: ImportPlace, valueOf: ValueOf, geometry: RowGeometry | null): void {
    this.read += 1;
    const { blockColumn, zoneColumn } = this.#layer;
    this.rows.push({ place, block: blockColumn === null ? '' : valueOf(blockColumn).trim(), zone: zoneColumn === null ? '' : valueOf(zoneColumn).trim(), geometry });
  }

  misfit(place: ImportPlace, values: readonly string[]): void {
    this.read += 1;
    this.refused.push({ place, column: null, value: values.join(' ').slice(0, 200), reason: 'row-misfit' });
  }

  repair(): void {
    // What was put right changes no name and no border.
  }
}

async function readRows(file: string, open: OpenFile, format: FileFormat, layer: DivisionLayer): Promise<Result<Names, FileProblem>> {
  const stop = new FirstProblem();
  const opening = new FileOpening({ path: file, format, layer: layer.layer, everyLayer: false, encoding: null, delimiter: null }, open, stop, null);
  try {
    const opened = await opening.file();
    const names = new Names(layer);
    await opened?.layers[0]?.read(names);
    return stop.problem === null ? ok(names) : err(stop.problem);
  } finally {
    await opening.close();
  }
}

type Gathered = Result<Pick<ReadDivision, 'content' | 'refused'>, FileProblem>;

function gatherBlocks({ rows, refused }: Names, { blockColumn, zoneColumn }: DivisionLayer, blocks: ReadonlySet<string>): Gathered {
  const zoneOfBlock = new Map<string, string | null>();
  const left: RefusedDivisionRow[] = [...refused];
  for (const { place, block, zone } of rows) {
    const told = zone === '' ? null : zone;
    const before = zoneOfBlock.get(block);
    if (block === '') left.push({ place, column: blockColumn, value: zone, reason: 'no-block' });
    else if (!blocks.has(block)) left.push({ place, column: blockColumn, value: block, reason: 'unknown-block' });
    else if (zone.length > longestName) left.push({ place, column: zoneColumn, value: zone, reason: 'name-too-long' });
    else if (before !== undefined && before !== told) left.push({ place, column: zoneColumn, value: `${block}: ${zone}`, reason: 'block-in-two-zones' });
    else zoneOfBlock.set(block, told);
  }
  return ok({ content: { kind: 'blocks', zoneOfBlock }, refused: left });
}

function gatherAreas({ rows, refused, named }: Names, { zoneColumn }: DivisionLayer): Gathered {
  const left: RefusedDivisionRow[] = [...refused];
  const read: { readonly place: ImportPlace; readonly zone: string; readonly shape: MultiPolygon }[] = [];
  for (const { place, zone, geometry } of rows) {
    const found = geometry?.read();
    const refuse = (reason: RefusedDivisionRow['reason']): void => void left.push({ place, column: zoneColumn, value: zone, reason });
    if (zone.length > longestName) refuse('name-too-long');
    else if (found?.ok !== true || found.value?.kind !== 'polygons') refuse('no-shape');
    else if (selfIntersection(found.value.shape) !== null) refuse('crossed-outline');
    else read.push({ place, zone, shape: found.value.shape });
  }
  if (read.length === 0) return ok({ content: { kind: 'areas', areas: [] }, refused: left });
  const firsts = Float64Array.from(read.flatMap(({ shape }) => [...shape[0]![0]!.subarray(0, 2)]));
  const system = recogniseSystem(null, named, firsts);
  if (!system.ok) return system;
  const shapes = new Map<string, MultiPolygon>();
  for (const { place, zone, shape } of read) {
    const placed = rewind(shape.map((polygon) => polygon.map((ring) => toLambert2008(system.value.code, ring))));
    if (!placed.every((polygon) => polygon.every(isOnMap))) left.push({ place, column: zoneColumn, value: zone, reason: 'outside-belgium' });
    else {
      const name = zone === '' ? `Zone ${shapes.size + 1}` : zone;
      // Several rows of one name are parts of one zone.
      shapes.set(name, [...(shapes.get(name) ?? []), ...placed]);
    }
  }
  return ok({ content: { kind: 'areas', areas: [...shapes].map(([name, shape]) => ({ name, shape })) }, refused: left });
}

function isOnMap(ring: Float64Array): boolean {
  for (let i = 0; i < ring.length; i += 2) if (!isInBelgium(ring[i]!, ring[i + 1]!)) return false;
  return true;
}
