import { deflateSync, zstdCompressSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

export interface OsmNode { readonly id: number; readonly lon: number; readonly lat: number; readonly tags?: Readonly<Record<string, string>> }
export interface OsmWay { readonly id: number; readonly nodes: readonly number[]; readonly tags: Readonly<Record<string, string>> }
export interface OsmRelation { readonly id: number; readonly ways: readonly number[]; readonly tags: Readonly<Record<string, string>> }

export interface OsmSketch {
  readonly nodes: readonly OsmNode[];
  readonly ways: readonly OsmWay[];
  readonly relations?: readonly OsmRelation[];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const tagsXml = (tags: Readonly<Record<string, string>> = {}): string => Object.entries(tags).map(([k, v]) => `<tag k="${escape(k)}" v="${escape(v)}"/>`).join('');

export function writeXml({ nodes, ways, relations = [] }: OsmSketch): Uint8Array {
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > sign in a comment --><osm version="0.6">',
    ...nodes.map(({ id, lon, lat, tags }) => (tags ? `<node id="${id}" lat="${lat}" lon="${lon}">${tagsXml(tags)}</node>` : `<node id='${id}' lat='${lat}' lon='${lon}' />`)),
    ...ways.map(({ id, nodes: own, tags }) => `<way id="${id}">${own.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsXml(tags)}</way>`),
    ...relations.map(({ id, ways: own, tags }) => `<relation id="${id}">${own.map((ref) => `<member type="way" ref="${ref}" role="outer"/>`).join('')}${tagsXml(tags)}</relation>`),
    '</osm>',
  ].join('\n');
  return new TextEncoder().encode(text);
}

export interface PbfOptions {
  readonly compression?: 'zlib' | 'zstd' | 'none' | 'lzma';
  readonly dense?: boolean;
  readonly features?: readonly string[];
}

const message = (write: (pbf: PbfWriter) => void): Uint8Array => {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish().slice();
};

const differences = (values: readonly number[]): number[] => values.map((value, i) => value - (values[i - 1] ?? 0));

function blob(type: string, content: Uint8Array, compression: NonNullable<PbfOptions['compression']>): Uint8Array {
  const body = message((pbf) => {
    if (compression === 'none') pbf.writeBytesField(1, content);
    else {
      pbf.writeVarintField(2, content.length);
      pbf.writeBytesField(compression === 'zlib' ? 3 : compression === 'lzma' ? 4 : 7, compression === 'zstd' ? zstdCompressSync(content) : deflateSync(content));
    }
  });
  const header = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, body.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return Buffer.concat([length, header, body]);
}

/** The same in the binary format: a header, then nodes, ways and relations in blobs of their own. */
export function writePbf({ nodes, ways, relations = [] }: OsmSketch, { compression = 'zlib', dense = true, features = ['OsmSchema-V0.6', 'DenseNodes'] }: PbfOptions = {}): Uint8Array {
  const degrees = (value: number): number => Math.round(value * 1e7);
  const block = (write: (pbf: PbfWriter, word: (text: string) => number) => void): Uint8Array => {
    const words = [''];
    const word = (text: string): number => (words.includes(text) ? words.indexOf(text) : words.push(text) - 1);
    const group = message((pbf) => write(pbf, word));
    return message((pbf) => {
      pbf.writeBytesField(1, message((table) => words.forEach((text) => table.writeStringField(1, text))));
      pbf.writeBytesField(2, group);
    });
  };
  const keysAndValues = (pbf: PbfWriter, tags: Readonly<Record<string, string>> | undefined, word: (text: string) => number): void => {
    pbf.writePackedVarint(2, Object.keys(tags ?? {}).map(word));
    pbf.writePackedVarint(3, Object.values(tags ?? {}).map(word));
  };
  const nodeBlock = block((pbf, word) => {
    if (dense) {
      pbf.writeBytesField(2, message((own) => {
        own.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
        own.writePackedSVarint(8, differences(nodes.map(({ lat }) => degrees(lat))));
        own.writePackedSVarint(9, differences(nodes.map(({ lon }) => degrees(lon))));
        own.writePackedVarint(10, nodes.flatMap(({ tags }) => [...Object.entries(tags ?? {}).flatMap(([k, v]) => [word(k), word(v)]), 0]));
      }));
      return;
    }
    for (const { id, lat, lon, tags } of nodes) {
      pbf.writeBytesField(1, message((own) => {
        own.writeSVarintField(1, id);
        keysAndValues(own, tags, word);
        own.writeSVarintField(8, degrees(lat));
        own.writeSVarintField(9, degrees(lon));
      }));
    }
  });
  const wayBlock = block((pbf, word) => {
    for (const { id, nodes: own, tags } of ways) {
      pbf.writeBytesField(3, message((way) => {
        way.writeVarintField(1, id);
        keysAndValues(way, tags, word);
        way.writePackedSVarint(8, differences(own));
      }));
    }
  });
  const relationBlock = block((pbf, word) => {
    for (const { id, ways: own, tags } of relations) {
      pbf.writeBytesField(4, message((relation) => {
        relation.writeVarintField(1, id);
        keysAndValues(relation, tags, word);
        relation.writePackedVarint(8, own.map(() => word('outer')));
        relation.writePackedSVarint(9, differences(own));
        relation.writePackedVarint(10, own.map(() => 1));
      }));
    }
  });
  const header = message((pbf) => features.forEach((feature) => pbf.writeStringField(4, feature)));
  return Buffer.concat([blob('OSMHeader', header, compression === 'lzma' ? 'zlib' : compression), ...[nodeBlock, wayBlock, relationBlock].map((content) => blob('OSMData', content, compression))]);
}
