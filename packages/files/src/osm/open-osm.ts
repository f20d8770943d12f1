import { gunzipSync } from 'node:zlib';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { openPbf } from './osm-pbf.ts';
import type { OsmProblem, OsmSource } from './osm-source.ts';
import { openXml } from './osm-xml.ts';

/** What one unpacked XML file may be: the longest text JavaScript holds. Larger extracts come as .osm.pbf. */
const largestXml = 0x1fffffe8;

/** A street extract by its content, whatever its name: .osm.pbf, .osm, or .osm.gz. */
export function openOsm(bytes: Uint8Array): Result<OsmSource, OsmProblem> {
  if (bytes.length === 0) return err({ code: 'osm-empty' });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unzipped(bytes);
  if (looksLikePbf(bytes)) return ok(openPbf(bytes));
  return xml(bytes);
}

/** A binary file begins with the length of a header, and that with its type. */
const firstHeader = new TextEncoder().encode('\n\tOSMHeader');

const looksLikePbf = (bytes: Uint8Array): boolean => bytes[0] === 0 && bytes[1] === 0 && firstHeader.every((byte, i) => bytes[4 + i] === byte);

function unzipped(bytes: Uint8Array): Result<OsmSource, OsmProblem> {
  try {
    return xml(gunzipSync(bytes, { maxOutputLength: largestXml }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') return err({ code: 'osm-too-large', bytes: largestXml });
    if (code === 'Z_BUF_ERROR') return err({ code: 'osm-truncated', atByte: bytes.length });
    return err({ code: 'osm-damaged', atByte: 0 });
  }
}

function xml(bytes: Uint8Array): Result<OsmSource, OsmProblem> {
  if (bytes.length > largestXml) return err({ code: 'osm-too-large', bytes: bytes.length });
  const text = new TextDecoder().decode(bytes);
  return /^\s*</.test(text) ? ok(openXml(text)) : err({ code: 'osm-unknown-format' });
}
