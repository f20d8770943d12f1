import { crsCodes, toLambert2008, type Crs, type Points } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { FileProblem } from './problem.ts';

/** Belgium with some kilometres around it, in Lambert 2008 metres. Lambert 72 lies 500 km south-west of it. */
const belgium = { minX: 515_000, minY: 515_000, maxX: 800_000, maxY: 755_000 };

/** (0, 0) of Lambert 72 where a position was never filled in; in WGS84 it reads 49.2933, 2.3067 (domain.md 5.5). */
const nullOfLambert72 = toLambert2008('EPSG:31370', Float64Array.of(0, 0));

export const isInBelgium = (x: number, y: number): boolean =>
  x >= belgium.minX && x <= belgium.maxX && y >= belgium.minY && y <= belgium.maxY;

/** Four decimals of a degree; less than the 49 m at which degrees read as metres would lie from it. */
const nullToleranceMetres = 20;

/** Whether a position was never filled in: (0, 0) in the coordinates of the file, or (0, 0) of Lambert 72 carried over. */
export function isNullPosition(fileX: number, fileY: number, x: number, y: number): boolean {
  return (fileX === 0 && fileY === 0) || Math.hypot(x - nullOfLambert72[0]!, y - nullOfLambert72[1]!) < nullToleranceMetres;
}

const wellKnown: Readonly<Record<string, Crs>> = { 'urn:ogc:def:crs:OGC:1.3:CRS84': 'EPSG:4326', 'urn:ogc:def:crs:OGC::CRS84': 'EPSG:4326' };

/** The system that the `crs` member of a GeoJSON file names; null when it has none. */
export function namedSystem(member: unknown): Result<Crs | null, FileProblem> {
  if (member === undefined || member === null) return ok(null);
  const name = (member as { readonly properties?: { readonly name?: unknown } }).properties?.name;
  const text = typeof name === 'string' ? name : '';
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(text)?.[1];
  const found = wellKnown[text] ?? crsCodes.find((crs) => crs === `EPSG:${code ?? ''}`);
  return found === undefined
    ? err({ code: 'crs-not-known', place: {}, facts: { named: text.slice(0, 100), known: crsCodes } })
    : ok(found);
}

/** Positions looked at to judge a file; evenly spread over it. */
const sampleSize = 2000;

/** The share of positions that were filled in and lie in Belgium when read in this system. Null when none was filled in. */
function shareInBelgium(crs: Crs, positions: Points, isSwapped: boolean): number | null {
  const rows = positions.length / 2;
  const stride = Math.max(1, Math.floor(rows / sampleSize));
  const taken = new Float64Array(2 * Math.ceil(rows / stride));
  for (let i = 0, row = 0; row < rows; i++, row += stride) {
    taken[2 * i] = positions[2 * row + (isSwapped ? 1 : 0)]!;
    taken[2 * i + 1] = positions[2 * row + (isSwapped ? 0 : 1)]!;
  }
  const projected = toLambert2008(crs, taken);
  let filled = 0;
  let inside = 0;
  for (let i = 0; i < taken.length; i += 2) {
    if (isNullPosition(taken[i]!, taken[i + 1]!, projected[i]!, projected[i + 1]!)) continue;
    filled += 1;
    if (isInBelgium(projected[i]!, projected[i + 1]!)) inside += 1;
  }
  return filled === 0 ? null : inside / filled;
}

/** More than half in Belgium: then what lies elsewhere is wrong by itself and not by its system. */
const fits = (crs: Crs, positions: Points, isSwapped = false): boolean => (shareInBelgium(crs, positions, isSwapped) ?? 0) > 0.5;

/** The first position that was filled in. */
function exampleOf(positions: Points): { readonly x: number; readonly y: number } {
  for (let i = 0; i < positions.length; i += 2) {
    if (positions[i] !== 0 || positions[i + 1] !== 0) return { x: positions[i]!, y: positions[i + 1]! };
  }
  return { x: 0, y: 0 };
}

export interface FoundSystem {
  readonly code: Crs;
  readonly by: 'manifest' | 'file' | 'coordinates';
}

/**
 * In which system the positions of a file are. What the manifest or the file says is held against where the positions then
 * lie: Lambert 72 read as Lambert 2008 lands 500 km away, exchanged axes in Africa. Without a word the coordinates decide.
 */
export function recogniseSystem(given: Crs | null, named: Crs | null, positions: Points): Result<FoundSystem, FileProblem> {
  if (given !== null && named !== null && given !== named) return err({ code: 'crs-contradicts', place: {}, facts: { given, named } });
  const stated = given ?? named;
  const by = given !== null ? 'manifest' : 'file';
  // Positions that were never filled in contradict nothing; each row is then refused for that.
  if (stated !== null && (shareInBelgium(stated, positions, false) === null || fits(stated, positions))) return ok({ code: stated, by });
  const example = exampleOf(positions);
  const likely = crsCodes.find((crs) => fits(crs, positions));
  if (likely !== undefined) {
    return stated === null ? ok({ code: likely, by: 'coordinates' }) : err({ code: 'wrong-crs', place: {}, facts: { given: stated, likely, example } });
  }
  const swapped = crsCodes.find((crs) => fits(crs, positions, true));
  if (swapped !== undefined) return err({ code: 'swapped-axes', place: {}, facts: { crs: swapped, example } });
  return err({ code: 'positions-nowhere', place: {}, facts: { crs: stated, example } });
}
