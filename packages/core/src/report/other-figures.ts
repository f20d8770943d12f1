/** Figures that are hidden together: what each is, and the sums in which they stand (indexes of parts, and of the whole where that is hidden too). */
export interface HiddenFigures {
  readonly values: readonly number[];
  readonly sums: readonly { readonly parts: readonly number[]; readonly whole: number | null }[];
}

/** By how much figures change together so that every sum stays as it is. */
type Move = ReadonlyMap<number, number>;

/**
 * Which hidden figures a patient reader could still find. A figure is safe when other figures exist that fit every sum as well
 * (none of them under one person, since nobody is told as nobody) in which it is another number, and where it is under the
 * floor, one that reaches the floor. Such figures are sought by moves that leave all sums as they are (a basis of the null space
 * of the sums), done one after the other, room for them made by others. Who is not named is safe for certain; a name may be too
 * careful. After the auditing of suppressed tables (Hundepool and others, Handbook on Statistical Disclosure Control, ESSnet
 * SDC 2010, chapter 4). Sparse elimination: in practice about O(sums × figures).
 */
export function givenAway({ values, sums }: HiddenFigures, floor: number): readonly number[] {
  const byRoom = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
  const moves = movesOf(sums, byRoom);
  const movesAt: Move[][] = values.map(() => []);
  for (const move of moves) for (const figure of move.keys()) movesAt[figure]!.push(move);
  return [...values.keys()].filter((figure) => movesAt[figure]!.length === 0 || !(values[figure]! >= floor ? canChange : canRise)(figure, { values, movesAt }, floor));
}

interface Room {
  readonly values: readonly number[];
  readonly movesAt: readonly (readonly Move[])[];
}

/** Less than this is the remains of adding. */
const noise = 1e-9;
/** How often room is made for the moves of a figure; more is hardly ever of use. */
const rounds = 4;

/** A large figure only has to be able to be another one. */
const canChange = (figure: number, room: Room, floor: number): boolean =>
  room.movesAt[figure]!.some((move) => roomFor(room.values, room, move, 1) > noise || roomFor(room.values, room, move, -1) > noise) || canRise(figure, room, floor);

/** Whether the figure can be moved up, a small one to the floor: by its own moves, then after room was made where they are stopped. */
function canRise(figure: number, room: Room, floor: number): boolean {
  const { values, movesAt } = room;
  const now = [...values];
  const target = Math.max(floor, values[figure]! + noise);
  const raise = (one: number, move: Move, most: number): void => {
    const direction = Math.sign(move.get(one)!);
    const times = direction * Math.min(roomFor(now, room, move, direction), most);
    if (Math.abs(times) > noise) for (const [other, by] of move) now[other]! += times * by;
  };
  for (let round = 0; round < rounds; round++) {
    for (const move of movesAt[figure]!) {
      raise(figure, move, (target - now[figure]!) / Math.abs(move.get(figure)!));
      if (now[figure]! > target - noise && now[figure]! > values[figure]! + noise / 2) return true;
    }
    for (const move of movesAt[figure]!) {
      const direction = Math.sign(move.get(figure)!);
      for (const [blocking, by] of move) {
        if (by * direction > -noise || now[blocking]! > leastOf(room, blocking) + noise) continue;
        for (const helping of movesAt[blocking]!) if (!helping.has(figure)) raise(blocking, helping, floor);
      }
    }
  }
  return false;
}

const leastOf = ({ values }: Room, figure: number): number => Math.min(1, values[figure]!);

/** How often a move can be done in one direction, everybody keeping a person. */
function roomFor(now: readonly number[], room: Room, move: Move, direction: number): number {
  let most = Infinity;
  for (const [figure, by] of move) if (by * direction < -noise) most = Math.min(most, (now[figure]! - leastOf(room, figure)) / Math.abs(by));
  return Math.max(0, most === Infinity ? 0 : most);
}

/** A basis of the moves that leave every sum as it is. The first of `order` are bound by the sums, the others move freely and take those with them. */
function movesOf(sums: HiddenFigures['sums'], order: readonly number[]): readonly Move[] {
  const rowsAt = new Map<number, Set<Map<number, number>>>();
  const put = (row: Map<number, number>, figure: number, by: number): void => {
    const at = rowsAt.get(figure) ?? new Set();
    rowsAt.set(figure, at);
    if (Math.abs(by) < noise) {
      row.delete(figure);
      at.delete(row);
    } else {
      row.set(figure, by);
      at.add(row);
    }
  };
  for (const { parts, whole } of sums) {
    const row = new Map<number, number>();
    for (const part of parts) put(row, part, 1);
    if (whole !== null) put(row, whole, -1);
  }
  const rowOf = new Map<number, Map<number, number>>();
  const bound = new Set<Map<number, number>>();
  for (const figure of order) {
    const row = [...(rowsAt.get(figure) ?? [])].filter((one) => !bound.has(one)).reduce<Map<number, number> | null>((best, one) => (best === null || one.size < best.size ? one : best), null);
    if (row === null) continue;
    const scale = row.get(figure)!;
    for (const [other, by] of [...row]) put(row, other, by / scale);
    for (const changed of [...rowsAt.get(figure)!]) {
      if (changed === row) continue;
      const times = changed.get(figure)!;
      for (const [other, by] of row) put(changed, other, (changed.get(other) ?? 0) - times * by);
    }
    bound.add(row);
    rowOf.set(figure, row);
  }
  const moves = new Map<number, Map<number, number>>(order.flatMap((figure) => (rowOf.has(figure) ? [] : [[figure, new Map([[figure, 1]])]])));
  for (const [figure, row] of rowOf) for (const [free, by] of row) if (free !== figure) moves.get(free)!.set(figure, -by);
  return [...moves.values()];
}
