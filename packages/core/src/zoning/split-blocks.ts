import { indexAreas } from '../geo/area-index.ts';
import { dissolve } from '../geo/coverage.ts';
import { nodeCoverage } from '../geo/noding.ts';
import { areaM2, boundsOf } from '../geo/polygon.ts';
import type { Line, MultiPolygon } from '../geo/shapes.ts';
import { splitShape } from '../geo/split-shape.ts';
import type { InhabitantBounds } from '../model/delineation-settings.ts';
import type { Block, Municipality } from '../model/municipality.ts';
import { factsOfParts } from './facts-of-parts.ts';

/** A block is too coarse when it holds more than this share of a middling zone (issue 5: over a quarter of the target). */
const coarseShare = 0.25;

/** A piece with fewer people than this joins a neighbour in its own block: too few to be told apart. */
const leastPersons = 25;

/** Cuts through people are looked for in so many directions, and where between these shares of the people lie on one side. */
const directions = 12;
const sides = { least: 0.25, most: 0.75 };

/** People within this distance of a cut count as cut through: half of the way to a neighbour across a street. */
const besideMetres = 60;

/** Corners nearer to a border than this become one with it: import joins within 1 m, cuts are exact. */
const nodeMetres = 0.05;

interface People {
  /** Rows of the addresses. */
  readonly rows: readonly number[];
  readonly persons: number;
}

/**
 * The municipality with blocks that are too coarse for zones in smaller ones: cut along the barriers that run through them,
 * and further where the fewest people live beside the cut, until a piece holds at most a quarter of a middling zone or lies
 * within a single address. Pieces keep the wijk and the other areas of their block, and its name with a number. Null when no
 * block needs it. The same municipality gives the same pieces, whatever the order of addresses.
 */
export function splitCoarseBlocks(municipality: Municipality, { least, most }: InhabitantBounds): Municipality | null {
  const { blocks, addresses, bands, barriers } = municipality;
  const limit = coarseShare * ((least + most) / 2);
  const personsAt = new Int32Array(addresses.ids.length);
  for (let i = 0; i < addresses.persons.length; i++) personsAt[Math.floor(i / bands.length)]! += addresses.persons[i]!;
  const rowsOf = blocks.map((): number[] => []);
  for (const [row, block] of addresses.block.entries()) rowsOf[block]!.push(row);
  const peopleOf = (rows: readonly number[]): People => ({ rows, persons: rows.reduce((sum, row) => sum + personsAt[row]!, 0) });

  const pieces = blocks.map((block, index): readonly { readonly shape: MultiPolygon; readonly people: People }[] => {
    const people = peopleOf(rowsOf[index]!);
    const through = people.persons === 0 ? [] : barriers.filter(({ line }) => overlap(line, block.shape)).map(({ line }) => line);
    const cut = splitWithPeople(municipality, block.shape, people, through, peopleOf);
    // A barrier that cuts nobody off is no reason to split.
    const apart = cut.filter(({ people: { persons } }) => persons >= leastPersons).length > 1 ? joined(cut) : [{ shape: block.shape, people }];
    return apart.flatMap((piece) => bisected(municipality, piece, limit, personsAt, peopleOf));
  });
  if (pieces.every((parts) => parts.length === 1)) return null;

  const placed = pieces.flatMap((parts, block) => parts.map((part, number) => ({
    ...part,
    parent: block,
    isMain: number === 0,
    id: parts.length === 1 ? blocks[block]!.id : `${blocks[block]!.id}.${String(number + 1).padStart(2, '0')}`,
    name: parts.length === 1 ? blocks[block]!.name : `${blocks[block]!.name} ${number + 1}`,
  }))).sort((a, b) => (a.id < b.id ? -1 : 1));
  const shapes = nodeCoverage(placed.map(({ shape }) => shape), nodeMetres);
  const blockOf = new Int32Array(addresses.ids.length);
  for (const [index, { people }] of placed.entries()) for (const row of people.rows) blockOf[row] = index;
  return {
    ...municipality,
    blocks: placed.map(({ id, name, people }, index): Block => ({ id, name, shape: shapes[index]!, inhabitants: people.persons })),
    addresses: { ...addresses, block: blockOf },
    divisions: municipality.divisions.map((division) => ({ ...division, areaOfBlock: Int32Array.from(placed, ({ parent }) => division.areaOfBlock[parent]!) })),
    ...factsOfParts(municipality, placed.map(({ parent, isMain }) => ({ from: parent, isMain }))),
  };
}

type PeopleOf = (rows: readonly number[]) => People;

interface Piece {
  readonly shape: MultiPolygon;
  readonly people: People;
}

function overlap(line: Line, shape: MultiPolygon): boolean {
  const [minX, minY, maxX, maxY] = boundsOf(shape);
  for (let i = 0; i + 3 < line.length; i += 2) {
    if (Math.max(line[i]!, line[i + 2]!) >= minX && Math.min(line[i]!, line[i + 2]!) <= maxX &&
      Math.max(line[i + 1]!, line[i + 3]!) >= minY && Math.min(line[i + 1]!, line[i + 3]!) <= maxY) return true;
  }
  return false;
}

/** The pieces that lines make of a shape, with who lives in each; an address on the very edge goes with the piece nearest in order. */
function splitWithPeople({ addresses: { xy } }: Municipality, shape: MultiPolygon, people: People, lines: readonly Line[], peopleOf: PeopleOf): Piece[] {
  const parts = lines.length === 0 ? [shape] : splitShape(shape, lines);
  if (parts.length < 2) return [{ shape, people }];
  const index = indexAreas(parts);
  const rows = parts.map((): number[] => []);
  for (const row of people.rows) rows[Math.max(0, index.locate(xy[2 * row]!, xy[2 * row + 1]!))]!.push(row);
  return parts.map((part, i) => ({ shape: part, people: peopleOf(rows[i]!) }));
}

/** Pieces with hardly anybody join the piece they share most border with, the emptiest first. */
function joined(given: readonly Piece[]): Piece[] {
  let pieces = [...given];
  for (;;) {
    const order = pieces.map((_, i) => i).filter((i) => pieces[i]!.people.persons < leastPersons).sort((i, j) => pieces[i]!.people.persons - pieces[j]!.people.persons || areaM2(pieces[i]!.shape) - areaM2(pieces[j]!.shape) || i - j);
    const [small] = order;
    if (small === undefined || pieces.length === 1) return pieces;
    let best = -1;
    let mostSaved = 0;
    for (let other = 0; other < pieces.length; other++) {
      if (other === small) continue;
      const shared = sharedMetres(pieces[small]!.shape, pieces[other]!.shape);
      if (shared > mostSaved) {
        mostSaved = shared;
        best = other;
      }
    }
    // A part of the block that touches no other goes with the largest.
    if (best === -1) best = pieces.reduce((largest, piece, i) => (i !== small && (largest === -1 || areaM2(piece.shape) > areaM2(pieces[largest]!.shape)) ? i : largest), -1);
    const [one, other] = [pieces[small]!, pieces[best]!];
    const [shape] = dissolve([one.shape, other.shape], Int32Array.of(0, 0), 1);
    const together: Piece = { shape: shape!, people: { rows: [...one.people.rows, ...other.people.rows], persons: one.people.persons + other.people.persons } };
    pieces = pieces.map((piece, i) => (i === best ? together : piece)).filter((_, i) => i !== small);
  }
}

const sharedMetres = (one: MultiPolygon, other: MultiPolygon): number => {
  const sides = new Map<string, number>();
  const walk = (shape: MultiPolygon, visit: (key: string, metres: number) => void): void => {
    for (const ring of shape.flat()) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [a, b] = [`${ring[i]!}/${ring[i + 1]!}`, `${ring[i + 2]!}/${ring[i + 3]!}`];
        visit(a < b ? `${a} ${b}` : `${b} ${a}`, Math.hypot(ring[i + 2]! - ring[i]!, ring[i + 3]! - ring[i + 1]!));
      }
    }
  };
  walk(one, (key, metres) => sides.set(key, metres));
  let shared = 0;
  walk(other, (key) => (shared += sides.get(key) ?? 0));
  return shared;
};

/** Cuts a piece in two where fewest people live beside the cut, and the halves again, until none is too coarse. */
function bisected(municipality: Municipality, piece: Piece, limit: number, personsAt: Int32Array, peopleOf: PeopleOf): Piece[] {
  if (piece.people.persons <= limit) return [piece];
  const line = emptiestCut(municipality, piece, personsAt);
  if (line === null) return [piece];
  const cut = joined(splitWithPeople(municipality, piece.shape, piece.people, [line], peopleOf));
  if (cut.length < 2) return [piece];
  return cut.flatMap((half) => bisected(municipality, half, limit, personsAt, peopleOf));
}

/** A straight cut right through, with the fewest people beside it, then the most even; null when all people live in one line's width. */
function emptiestCut({ addresses: { xy } }: Municipality, { shape, people }: Piece, personsAt: Int32Array): Line | null {
  const rows = people.rows.filter((row) => personsAt[row]! > 0);
  let best: { readonly beside: number; readonly uneven: number; readonly line: Line } | null = null;
  const [minX, minY, maxX, maxY] = boundsOf(shape);
  const reach = Math.hypot(maxX - minX, maxY - minY);
  for (let direction = 0; direction < directions; direction++) {
    const angle = (Math.PI * direction) / directions;
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
    const along = rows.map((row) => ({ at: (xy[2 * row]! - minX) * nx + (xy[2 * row + 1]! - minY) * ny, persons: personsAt[row]! })).sort((a, b) => a.at - b.at || a.persons - b.persons);
    let before = 0;
    let first = 0;
    let last = 0;
    let beside = 0;
    for (let i = 0; i + 1 < along.length; i++) {
      before += along[i]!.persons;
      const share = before / people.persons;
      if (share > sides.most) break;
      if (along[i + 1]!.at - along[i]!.at < 1e-6) continue;
      const at = (along[i]!.at + along[i + 1]!.at) / 2;
      while (last < along.length && along[last]!.at <= at + besideMetres) beside += along[last++]!.persons;
      while (along[first]!.at < at - besideMetres) beside -= along[first++]!.persons;
      if (share < sides.least) continue;
      const uneven = Math.abs(share - 0.5);
      if (best !== null && (beside > best.beside || (beside === best.beside && uneven >= best.uneven))) continue;
      const [px, py] = [minX + at * nx, minY + at * ny];
      best = { beside, uneven, line: Float64Array.of(px + reach * ny, py - reach * nx, px - reach * ny, py + reach * nx) };
    }
  }
  return best?.line ?? null;
}
