import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { limits } from '../../limits.ts';
import { ByteQueue } from '../byte-queue.ts';
import { TableRows, type Layer } from '../layer.ts';
import type { FileProblem, FirstProblem } from '../problem.ts';
import type { Encoding } from '../text.ts';
import { systemOfWkt } from '../wkt.ts';
import { encodingOfCpg, openDbf } from './dbf.ts';
import { shapeGeometry } from './shape.ts';

/** The files a Shapefile is made of. The .shx is not needed: the shapes are read in their order. */
export interface ShapefileParts {
  readonly shp: AsyncIterable<Uint8Array>;
  /** Null where it is not there. */
  readonly dbf: AsyncIterable<Uint8Array> | null;
  readonly prj: string | null;
  readonly cpg: string | null;
}

const headerBytes = 100;
const recordHeaderBytes = 8;

function systemOfPrj(prj: string | null): Result<Crs | null, FileProblem> {
  if (prj === null || prj.trim() === '') return ok(null);
  const system = systemOfWkt(prj);
  if (system !== null) return ok(system);
  const named = /"([^"]*)"/.exec(prj)?.[1] ?? prj;
  return err({ code: 'crs-not-known', place: {}, facts: { named: named.trim().slice(0, 100), known: crsCodes } });
}

/**
 * A Shapefile: shapes and their attributes, read side by side. An own reader and no package: `shapefile` 0.6 hands on what
 * a damaged file makes of it, and knows neither the .cpg nor a text that is cut in the middle of a letter.
 */
export function shapefileLayer(name: string | null, parts: ShapefileParts, encoding: Encoding | null, stop: FirstProblem): Layer {
  const damaged = (feature?: number) => {
    stop.raise({ code: 'file-damaged', place: feature === undefined ? {} : { feature }, facts: { format: 'shapefile' } });
  };
  return {
    name,
    rowCount: null,
    read: async (sink) => {
      if (parts.dbf === null) {
        stop.raise({ code: 'part-missing', place: {}, facts: { part: '.dbf', format: 'shapefile' } });
        return;
      }
      const shapes = new ByteQueue(parts.shp);
      const attributes = new ByteQueue(parts.dbf);
      try {
        const header = (await shapes.take(headerBytes)).slice();
        const dbf = await openDbf(attributes, encoding ?? (parts.cpg === null ? null : encodingOfCpg(parts.cpg)));
        if (header.length < headerBytes || dbf === null) {
          damaged();
          return;
        }
        sink.system(systemOfPrj(parts.prj));
        const table = new TableRows(sink);
        table.header(dbf.columns, {});
        const end = 2 * new DataView(header.buffer, header.byteOffset).getUint32(24);
        let at = headerBytes;
        let isGuessTold = false;
        for (let feature = 1; ; feature++) {
          const head = at < end ? await shapes.take(recordHeaderBytes) : new Uint8Array();
          const values = await dbf.next();
          if (head.length === 0 && values === undefined) {
            // A file that ends before it says it does was cut off.
            if (at < end) damaged(feature);
            break;
          }
          if (head.length < recordHeaderBytes || values === undefined) {
            damaged(feature);
            break;
          }
          const contentBytes = 2 * new DataView(head.buffer, head.byteOffset).getUint32(4);
          if (contentBytes > limits.featureMegabytes * 1_000_000) {
            stop.raise({ code: 'feature-too-large', place: { feature }, facts: { limitMegabytes: limits.featureMegabytes } });
            break;
          }
          const content = (await shapes.take(contentBytes)).slice();
          if (content.length < contentBytes) {
            damaged(feature);
            break;
          }
          at += recordHeaderBytes + contentBytes;
          if (dbf.isGuessed && !isGuessTold) {
            sink.repair('read-as-windows-1252', { feature });
            isGuessTold = true;
          }
          if (values !== null) table.row({ feature }, values, shapeGeometry(content));
          if (sink.isFull || stop.problem !== null) break;
        }
        sink.dialect(dbf.encoding, null);
      } finally {
        await shapes.close();
        await attributes.close();
      }
    },
  };
}
