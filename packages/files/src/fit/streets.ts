import { err, ok, type Barrier, type Crossing, type Municipality, type Notice, type Result } from '@woonzorgzones/core/model';
import { buildStreetGraph, countStreets, encodeStreetGraph, walkersCrossings, type StreetInput } from '@woonzorgzones/core/network';
import type { FileProblem } from '../read/problem.ts';
import { byText, ownIds, slug } from '../take/ids.ts';

/** The streets of a municipality, held against its barriers. */
export interface FittedStreets {
  readonly streets: NonNullable<Municipality['streets']>;
  /** Those the files gave, and those the streets show. */
  readonly crossings: readonly Crossing[];
  readonly notice: Notice;
}

/** A crossing that a file gave stands for one that the streets show this near. */
const sameCrossingMetres = 50;

/** Makes the street graph, and finds where walkers get past the barriers. */
export function fitStreets(input: StreetInput, barriers: readonly Barrier[], given: readonly Crossing[], buildings: number): Result<FittedStreets, FileProblem> {
  const built = buildStreetGraph(input);
  if (!built.ok) return err({ code: 'streets-not-usable', place: {}, facts: { code: built.error.code } });
  const graph = built.value;
  const found = walkersCrossings(graph, barriers.map(({ line }) => line))
    .filter(({ x, y }) => !given.some((crossing) => Math.hypot(crossing.x - x, crossing.y - y) <= sameCrossingMetres));
  const ids = ownIds(found, ({ street }) => slug(`oversteek ${street ?? ''}`));
  const taken = new Set(given.map(({ id }) => id));
  const own = (id: string): string => (taken.has(id) ? `${id}~straat` : id);
  const crossings = [...given, ...found.map((crossing) => ({ id: own(ids.get(crossing)!), name: crossing.street ?? '', x: crossing.x, y: crossing.y }))];
  const { junctions, kilometres, parts, largestPartShare, deadEnds } = countStreets(graph);
  return ok({
    streets: new Uint8Array(encodeStreetGraph(graph)),
    crossings: crossings.sort((a, b) => byText(a.id, b.id)),
    notice: { code: 'streets-read', facts: { junctions, kilometres, parts, largestPartShare, deadEnds, barriers: barriers.length, crossings: crossings.length, buildings } },
  });
}
