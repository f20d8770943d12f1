import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { noTags, type OsmProblem, type OsmSource, type OsmVisitor, type RelationMember, type Tags } from './osm-source.ts';

/** Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format, "File format"). */
const largestHeader = 64 * 1024;
const largestBlob = 32 * 1024 * 1024;

const understood = new Set(['OsmSchema-V0.6', 'DenseNodes']);

const holdsNodes = 1;
const holdsWays = 2;
const holdsRelations = 4;
const notYetKnown = 8;

interface Blob {
  readonly start: number;
  readonly end: number;
  /** Which kinds of object are inside, learnt when the blob is first unpacked, so that later passes leave others packed. */
  holds: number;
}

/** Carries a problem out of nested readers; never leaves this file. */
class Stop extends Error {
  readonly problem: OsmProblem;
  constructor(problem: OsmProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** OpenStreetMap's binary format (.osm.pbf), read blob by blob: only one unpacked blob is in memory at a time. */
export function openPbf(bytes: Uint8Array): OsmSource {
  let blobs: readonly Blob[] | null = null;
  return {
    visit(visitor) {
      try {
        blobs ??= findBlobs(bytes);
        for (const blob of blobs) visitBlob(bytes, blob, visitor);
        return null;
      } catch (error) {
        if (error instanceof Stop) return error.problem;
        throw error;
      }
    },
  };
}

function findBlobs(bytes: Uint8Array): readonly Blob[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blobs: Blob[] = [];
  let at = 0;
  let headerSeen = false;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) throw new Stop({ code: 'osm-truncated', atByte: at });
    const headerLength = view.getUint32(at);
    if (headerLength === 0 || headerLength > largestHeader) throw new Stop({ code: 'osm-damaged', atByte: at });
    if (at + 4 + headerLength > bytes.length) throw new Stop({ code: 'osm-truncated', atByte: at });
    const header = { type: '', size: -1 };
    guarded(at, () => {
      new PbfReader(bytes.subarray(at + 4, at + 4 + headerLength)).readFields((field, into, pbf) => {
        if (field === 1) into.type = pbf.readString();
        else if (field === 3) into.size = pbf.readVarint();
      }, header);
    });
    const start = at + 4 + headerLength;
    if (header.type === '' || header.size < 0 || header.size > largestBlob) throw new Stop({ code: 'osm-damaged', atByte: at });
    if (start + header.size > bytes.length) throw new Stop({ code: 'osm-truncated', atByte: at });
    if (!headerSeen && header.type !== 'OSMHeader') throw new Stop({ code: 'osm-damaged', atByte: at });
    if (header.type === 'OSMHeader') {
      headerSeen = true;
      checkFeatures(unpack(bytes, start, start + header.size), start);
    } else if (header.type === 'OSMData') blobs.push({ start, end: start + header.size, holds: notYetKnown });
    at = start + header.size;
  }
  return blobs;
}

function checkFeatures(block: Uint8Array, at: number): void {
  guarded(at, () => {
    new PbfReader(block).readFields((field, _, pbf) => {
      if (field !== 4) return;
      const feature = pbf.readString();
      if (!understood.has(feature)) throw new Stop({ code: 'osm-needs-feature', feature });
    }, null);
  });
}

/** Bytes that are no protocol buffer make `pbf` or zlib throw; here that becomes a place in the file. */
function guarded<T>(atByte: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop({ code: 'osm-damaged', atByte });
  }
}

/** What Node does not unpack, by field from 4 on; extracts in the wild use zlib, rarely zstd. */
const compressions = ['lzma', 'bzip2', 'lz4'];

function unpack(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return guarded(start, () => {
    let content: Uint8Array | null = null;
    const pbf = new PbfReader(bytes.subarray(start, end));
    for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
      if (field === 1) content = pbf.readBytes();
      else if (field === 3) content = inflateSync(pbf.readBytes(), { maxOutputLength: largestBlob });
      else if (field === 7) content = zstdDecompressSync(pbf.readBytes(), { maxOutputLength: largestBlob });
      else if (field >= 4 && field <= 6) throw new Stop({ code: 'osm-compression-unknown', compression: compressions[field - 4]! });
      else pbf.skip(pbf.type);
    }
    if (content === null) throw new Stop({ code: 'osm-damaged', atByte: start });
    return content;
  });
}

function visitBlob(bytes: Uint8Array, blob: Blob, visitor: OsmVisitor): void {
  const wanted = (visitor.node ? holdsNodes : 0) | (visitor.way ? holdsWays : 0) | (visitor.relation ? holdsRelations : 0);
  if ((blob.holds & (wanted | notYetKnown)) === 0) return;
  const content = unpack(bytes, blob.start, blob.end);
  guarded(blob.start, () => {
    const block = readBlock(content);
    blob.holds = 0;
    for (const group of block.groups) blob.holds |= visitGroup(new PbfReader(group), block, visitor);
  });
}

interface Block {
  readonly groups: readonly Uint8Array[];
  readonly strings: Strings;
  /** Places are whole numbers of this many billionths of a degree, after an offset in billionths. */
  readonly granularity: number;
  readonly latitudeOffset: number;
  readonly longitudeOffset: number;
}

/** The words of a block, decoded when first asked for. */
interface Strings {
  readonly bytes: readonly Uint8Array[];
  readonly words: (string | undefined)[];
}

const decoder = new TextDecoder();

function word(strings: Strings, index: number): string {
  const known = strings.words[index];
  if (known !== undefined) return known;
  const bytes = strings.bytes[index];
  if (bytes === undefined) throw new RangeError('no such word in the block');
  return (strings.words[index] = decoder.decode(bytes));
}

function readBlock(content: Uint8Array): Block {
  const groups: Uint8Array[] = [];
  const bytes: Uint8Array[] = [];
  let granularity = 100, latitudeOffset = 0, longitudeOffset = 0;
  const pbf = new PbfReader(content);
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) {
      for (const end = pbf.readVarint() + pbf.pos; pbf.pos < end;) {
        if (pbf.nextField() === 1) bytes.push(pbf.readBytes());
        else pbf.skip(pbf.type);
      }
    } else if (field === 2) groups.push(pbf.readBytes());
    else if (field === 17) granularity = pbf.readVarint();
    else if (field === 19) latitudeOffset = pbf.readVarint(true);
    else if (field === 20) longitudeOffset = pbf.readVarint(true);
    else pbf.skip(pbf.type);
  }
  return {
    groups, strings: { bytes, words: new Array<string | undefined>(bytes.length) },
    granularity, latitudeOffset, longitudeOffset,
  };
}

/** Reads what the visitor wants of a group and tells what kinds of object it holds. */
function visitGroup(pbf: PbfReader, block: Block, visitor: OsmVisitor): number {
  let holds = 0;
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1 || field === 2) {
      holds |= holdsNodes;
      if (!visitor.node) pbf.skip(pbf.type);
      else if (field === 1) visitNode(messageOf(pbf), block, visitor);
      else visitDenseNodes(messageOf(pbf), block, visitor);
    } else if (field === 3) {
      holds |= holdsWays;
      if (visitor.way) visitWay(messageOf(pbf), block.strings, visitor);
      else pbf.skip(pbf.type);
    } else if (field === 4) {
      holds |= holdsRelations;
      if (visitor.relation) visitRelation(messageOf(pbf), block.strings, visitor);
      else pbf.skip(pbf.type);
    } else pbf.skip(pbf.type);
  }
  return holds;
}

const messageOf = (pbf: PbfReader): PbfReader => new PbfReader(pbf.readBytes());

function tagsOf(keys: readonly number[], values: readonly number[], strings: Strings): Tags {
  if (keys.length === 0) return noTags;
  const tags = Object.create(null) as Record<string, string>;
  for (let i = 0; i < keys.length; i++) tags[word(strings, keys[i]!)] = word(strings, values[i]!);
  return tags;
}

/** Whole billionths divided once: the same float as the decimal text of an XML file gives. */
const degrees = (value: number, granularity: number, offset: number): number => (offset + granularity * value) / 1e9;

function visitNode(pbf: PbfReader, { strings, granularity, latitudeOffset, longitudeOffset }: Block, visitor: OsmVisitor): void {
  let id = 0, latitude = 0, longitude = 0;
  let keys: number[] = [], values: number[] = [];
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 2) keys = pbf.readPackedVarint();
    else if (field === 3) values = pbf.readPackedVarint();
    else if (field === 8) latitude = pbf.readSVarint();
    else if (field === 9) longitude = pbf.readSVarint();
    else pbf.skip(pbf.type);
  }
  visitor.node!(id, degrees(longitude, granularity, longitudeOffset), degrees(latitude, granularity, latitudeOffset), tagsOf(keys, values, strings));
}

function visitDenseNodes(pbf: PbfReader, { strings, granularity, latitudeOffset, longitudeOffset }: Block, visitor: OsmVisitor): void {
  let ids: number[] = [], latitudes: number[] = [], longitudes: number[] = [], keysValues: number[] = [];
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) ids = pbf.readPackedSVarint();
    else if (field === 8) latitudes = pbf.readPackedSVarint();
    else if (field === 9) longitudes = pbf.readPackedSVarint();
    else if (field === 10) keysValues = pbf.readPackedVarint();
    else pbf.skip(pbf.type);
  }
  if (latitudes.length !== ids.length || longitudes.length !== ids.length) throw new RangeError('columns of unequal length');
  let id = 0, latitude = 0, longitude = 0, word_ = 0;
  for (let i = 0; i < ids.length; i++) {
    id += ids[i]!;
    latitude += latitudes[i]!;
    longitude += longitudes[i]!;
    let tags: Tags = noTags;
    if (word_ < keysValues.length) {
      if (keysValues[word_] === 0) word_++;
      else {
        const own = Object.create(null) as Record<string, string>;
        while (word_ + 1 < keysValues.length && keysValues[word_] !== 0) {
          own[word(strings, keysValues[word_]!)] = word(strings, keysValues[word_ + 1]!);
          word_ += 2;
        }
        word_++;
        tags = own;
      }
    }
    visitor.node!(id, degrees(longitude, granularity, longitudeOffset), degrees(latitude, granularity, latitudeOffset), tags);
  }
}

/** Values stored as differences, summed up in place. */
function summed(differences: number[]): number[] {
  for (let i = 1; i < differences.length; i++) differences[i]! += differences[i - 1]!;
  return differences;
}

function visitWay(pbf: PbfReader, strings: Strings, visitor: OsmVisitor): void {
  let id = 0;
  let keys: number[] = [], values: number[] = [], nodes: number[] = [];
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint();
    else if (field === 2) keys = pbf.readPackedVarint();
    else if (field === 3) values = pbf.readPackedVarint();
    else if (field === 8) nodes = summed(pbf.readPackedSVarint());
    else pbf.skip(pbf.type);
  }
  visitor.way!(id, nodes, tagsOf(keys, values, strings));
}

const memberKinds = ['node', 'way', 'relation'] as const;

function visitRelation(pbf: PbfReader, strings: Strings, visitor: OsmVisitor): void {
  let id = 0;
  let keys: number[] = [], values: number[] = [], roles: number[] = [], ids: number[] = [], kinds: number[] = [];
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) id = pbf.readVarint();
    else if (field === 2) keys = pbf.readPackedVarint();
    else if (field === 3) values = pbf.readPackedVarint();
    else if (field === 8) roles = pbf.readPackedVarint();
    else if (field === 9) ids = summed(pbf.readPackedSVarint());
    else if (field === 10) kinds = pbf.readPackedVarint();
    else pbf.skip(pbf.type);
  }
  const members: RelationMember[] = ids.map((member, i) => ({ id: member, kind: memberKinds[kinds[i]!] ?? 'node', role: word(strings, roles[i]!) }));
  visitor.relation!(id, members, tagsOf(keys, values, strings));
}
