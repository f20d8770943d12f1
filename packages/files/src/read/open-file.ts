import { createHash } from 'node:crypto';
import type { FileFormat } from '../manifest.ts';
import { csvLayer } from './csv-layer.ts';
import type { Delimiter } from './csv.ts';
import { geoJsonLayer } from './geojson-layer.ts';
import { openGeoPackage } from './gpkg/geopackage.ts';
import { gtfsLayer, isTimetable } from './gtfs/gtfs-layer.ts';
import { readHead } from './head.ts';
import { kindOf, type Kind } from './kind.ts';
import type { Layer } from './layer.ts';
import type { FileProblem, FirstProblem } from './problem.ts';
import { shapefileLayer, type ShapefileParts } from './shapefile/shapefile-layer.ts';
import { SourceBytes, type OpenFile } from './source-bytes.ts';
import type { Encoding } from './text.ts';
import { openArchive, type Member } from './unpack/archive.ts';
import { gunzip } from './unpack/gunzip.ts';
import { spool } from './unpack/spool.ts';
import { isWorkbook, openWorkbook } from './xlsx/workbook.ts';

/** What is known of a file before it is opened. */
export interface FileRequest {
  readonly path: string;
  /** Null where its content has to tell. */
  readonly format: FileFormat | null;
  /** Null for the only layer; or for all of them, where `everyLayer` is set. */
  readonly layer: string | null;
  readonly everyLayer: boolean;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
}

export interface OpenedFile {
  readonly format: FileFormat;
  readonly layers: readonly Layer[];
  /** The bytes themselves, unwrapped, of a format that has no rows. */
  readonly content?: AsyncIterable<Uint8Array>;
}

/** An extract of OpenStreetMap has no columns: its tags say what is what. */
const withoutColumns: Layer = {
  name: null, rowCount: null,
  read: (sink) => {
    sink.header([], {});
    return Promise.resolve();
  },
};

const formatOfKind: Partial<Record<Kind, FileFormat>> = { gpkg: 'gpkg', shapefile: 'shapefile', osm: 'osm', json: 'geojson', text: 'csv' };

/** Names that files of a format have in a zip, the surest formats first. */
const namesOfFormat: readonly (readonly [FileFormat, RegExp])[] = [
  ['gpkg', /\.(gpkg|sqlite)(\.gz)?$/i],
  ['shapefile', /\.shp$/i],
  ['geojson', /\.(geo)?json(\.gz)?$/i],
  ['osm', /\.(osm|pbf|osm\.gz)$/i],
  ['xlsx', /\.xlsx$/i],
  ['csv', /\.(csv|txt|tsv)(\.gz)?$/i],
];

/** A file that goes with another: the same name with this extension. */
type Beside = (extension: string) => Promise<AsyncIterable<Uint8Array> | null>;

/** A .prj and a .cpg are a line; what is longer is cut, and is then nothing that is known. */
const longestText = 20_000;

async function textOf(bytes: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (bytes === null) return null;
  let text = '';
  for await (const piece of bytes) {
    text += Buffer.from(piece).toString('latin1');
    if (text.length > longestText) break;
  }
  return text;
}

/** Between the name of a file in a zip and the name of a table in that file. */
const inside = '#';

/** A zip in a zip, or gzip in it, is opened; a fourth layer of paper is not. */
const deepest = 3;

/** Members of a zip that are looked into where nothing says which is meant. */
const membersShown = 30;

/**
 * Opens a file whatever it is wrapped in: looks at its content, unpacks zip and gzip, finds the layer that is asked for.
 * What must be read out of order is kept aside meanwhile; `close` takes that away.
 */
export class FileOpening {
  readonly #request: FileRequest;
  readonly #open: OpenFile;
  readonly #stop: FirstProblem;
  readonly #signal: AbortSignal | null;
  readonly #sources: SourceBytes[] = [];
  readonly #closing: (() => Promise<void>)[] = [];

  constructor(request: FileRequest, open: OpenFile, stop: FirstProblem, signal: AbortSignal | null) {
    this.#request = request;
    this.#open = open;
    this.#stop = stop;
    this.#signal = signal;
  }

  /** Bytes read of the file and those that go with it. */
  get bytes(): number {
    return this.#sources.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Hexadecimal SHA-256 of what was read, of all files together where there were several; may be asked once. */
  sha256(): string {
    const each = this.#sources.map((source) => source.sha256());
    return each.length === 1 ? each[0]! : createHash('sha256').update(each.join('\n')).digest('hex');
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) await close();
  }

  /** The file with the layer that is asked for, or with all of them; null when it could not be opened, which is then raised. */
  async file(): Promise<OpenedFile | null> {
    const { path, layer } = this.#request;
    const source = await this.#source(path);
    if (source === null) return this.#fail({ code: 'file-missing', place: {}, facts: {} });
    return this.#unwrapped(path, source, layer, 0, (extension) => this.#beside(path, extension));
  }

  /** A file of the same name with another extension, in the folder or in the zip. */
  async #beside(path: string, extension: string): Promise<AsyncIterable<Uint8Array> | null> {
    const stem = path.replace(/\.[^./]*$/, '');
    return (await this.#source(stem + extension)) ?? (await this.#source(stem + extension.toUpperCase()));
  }

  #fail(problem: FileProblem): null {
    this.#stop.raise(problem);
    return null;
  }

  async #source(path: string): Promise<SourceBytes | null> {
    const source = await this.#open(path);
    if (source === null) return null;
    const bytes = new SourceBytes(source, this.#stop, this.#signal);
    this.#sources.push(bytes);
    return bytes;
  }

  async #unwrapped(name: string, bytes: AsyncIterable<Uint8Array>, layer: string | null, depth: number, beside: Beside): Promise<OpenedFile | null> {
    const { head, all } = await readHead(bytes);
    if (head.length === 0) return this.#fail({ code: 'file-empty', place: {}, facts: {} });
    const kind = kindOf(head);
    if (depth < deepest && kind === 'gzip') return this.#unwrapped(name.replace(/\.gz$/i, ''), gunzip(all, this.#stop), layer, depth + 1, beside);
    if (depth < deepest && kind === 'zip') return this.#fromZip(all, layer, depth);
    return this.#plain(kind, all, layer, beside);
  }

  async #plain(kind: Kind, all: AsyncIterable<Uint8Array>, layer: string | null, beside: Beside): Promise<OpenedFile | null> {
    const { format: asked, encoding, delimiter } = this.#request;
    const isText = kind === 'text' || kind === 'json';
    const format = isText && (asked === 'csv' || asked === 'geojson') ? asked : formatOfKind[kind];
    if (kind === 'zip' || kind === 'gzip' || kind === '7z' || kind === 'rar') return this.#fail({ code: 'file-compressed', place: {}, facts: { kind } });
    if (format === undefined || (asked !== null && asked !== format)) {
      return this.#fail({ code: 'file-of-other-kind', place: {}, facts: { kind, format: asked ?? 'csv' } });
    }
    switch (format) {
      case 'geojson':
        return { format, layers: [geoJsonLayer(null, all, this.#stop)] };
      case 'gpkg': {
        const database = await openGeoPackage(await spool(all), this.#stop, this.#signal);
        if (database === null) return null;
        this.#closing.push(() => database.close());
        return this.#chosen(format, database.layers, layer);
      }
      case 'shapefile': {
        const parts: ShapefileParts = { shp: all, dbf: await beside('.dbf'), prj: await textOf(await beside('.prj')), cpg: await textOf(await beside('.cpg')) };
        return { format, layers: [shapefileLayer(null, parts, encoding, this.#stop)] };
      }
      case 'osm':
        return { format, layers: [withoutColumns], content: all };
      default:
        return { format, layers: [csvLayer(null, all, encoding, delimiter, this.#stop)] };
    }
  }

  /** The layer that is asked for; the only one where none is. */
  #chosen(format: FileFormat, all: readonly Layer[], layer: string | null): OpenedFile | null {
    const layers = all.map(({ name }) => name ?? '').slice(0, membersShown);
    if (all.length === 1) return { format, layers: [{ ...all[0]!, name: null }] };
    if (this.#request.everyLayer) return { format, layers: all };
    if (layer === null) return this.#fail({ code: 'layer-needed', place: {}, facts: { layers } });
    const found = all.find(({ name }) => name === layer);
    return found === undefined ? this.#fail({ code: 'layer-missing', place: {}, facts: { layer, layers } }) : { format, layers: [found] };
  }

  async #fromZip(all: AsyncIterable<Uint8Array>, layer: string | null, depth: number): Promise<OpenedFile | null> {
    const archive = await openArchive(await spool(all), this.#stop, this.#signal);
    if (archive === null || this.#stop.problem !== null) return null;
    this.#closing.push(() => archive.close());
    // An empty file beside the others is no file to choose from.
    const members = archive.members.filter(({ bytes }) => bytes > 0);
    const { format: asked } = this.#request;
    if (isWorkbook(members) && (asked === null || asked === 'xlsx')) {
      const sheets = await openWorkbook(members, this.#stop);
      return sheets === null ? null : this.#chosen('xlsx', sheets, layer);
    }
    if (isTimetable(members) && (asked === null || asked === 'gtfs')) return { format: 'gtfs', layers: [gtfsLayer(members, this.#stop)] };
    return this.#fromMembers(members, layer, depth);
  }

  /** The files of one format in a zip: of the format that is asked for, else of the surest there is. */
  async #fromMembers(members: readonly Member[], layer: string | null, depth: number): Promise<OpenedFile | null> {
    const { format: asked, everyLayer } = this.#request;
    const found = namesOfFormat.find(([format, name]) => (asked === null || asked === format) && members.some((member) => name.test(member.name)));
    const likely = found === undefined ? members.filter(({ name }) => /\.zip$/i.test(name)) : members.filter(({ name }) => found[1].test(name));
    if (likely.length === 0) {
      return this.#fail({ code: 'archive-without', place: {}, facts: { format: asked, members: members.slice(0, membersShown).map(({ name }) => name) } });
    }
    const open = (member: Member, table: string | null) => {
      const stem = member.name.replace(/\.[^./]*$/, '').toLowerCase();
      const beside: Beside = (extension) => Promise.resolve(members.find(({ name }) => name.toLowerCase() === stem + extension)?.open() ?? null);
      return this.#unwrapped(member.name, member.open(), table, depth + 1, beside);
    };
    if (likely.length === 1) {
      const [only] = likely;
      return open(only!, layer === only!.name ? null : layer?.startsWith(only!.name + inside) === true ? layer.slice(only!.name.length + 1) : layer);
    }
    if (!everyLayer) {
      const meant = likely.find(({ name }) => layer === name || layer?.startsWith(name + inside));
      const layers = likely.slice(0, membersShown).map(({ name }) => name);
      if (layer === null) return this.#fail({ code: 'layer-needed', place: {}, facts: { layers } });
      if (meant === undefined) return this.#fail({ code: 'layer-missing', place: {}, facts: { layer, layers } });
      return open(meant, layer === meant.name ? null : layer.slice(meant.name.length + 1));
    }
    const opened: OpenedFile[] = [];
    for (const member of likely.slice(0, membersShown)) {
      const file = await open(member, null);
      if (file === null) return null;
      opened.push({ ...file, layers: file.layers.map((one) => ({ ...one, name: one.name === null ? member.name : member.name + inside + one.name })) });
    }
    return { format: opened[0]!.format, layers: opened.flatMap(({ layers }) => layers) };
  }
}
