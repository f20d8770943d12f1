import { holds, overlaps, type Box } from './drawing.ts';

/** A label that wants a place: its size, and spots for its middle from best to worst. */
export interface LabelWish {
  readonly id: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** What it names. */
  readonly anchor: readonly [xMm: number, yMm: number];
  /** Spots for the middle of its box; the first that is free is taken. */
  readonly spots: readonly (readonly [xMm: number, yMm: number])[];
  /** Whether it may stand anywhere in the frame with a line to what it names, where no spot is free. */
  readonly mayLead: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  /** From the edge of the box to what it names; null where it stands at one of its spots. */
  readonly leader: readonly [fromX: number, fromY: number, toX: number, toY: number] | null;
}

const leadStepMm = 2.5;

/**
 * Places for labels so that none touches another or an obstacle, the first wish first; one that finds no room is left out.
 * O(labels × spots × boxes).
 */
export function placeLabels(wishes: readonly LabelWish[], obstacles: readonly Box[], frame: Box): readonly PlacedLabel[] {
  const taken: Box[] = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const free = (box: Box): boolean => holds(frame, box) && !taken.some((other) => overlaps(box, other));
    const spot = wish.spots.map((middle) => boxAround(wish, middle)).find(free);
    const found = spot === undefined ? (wish.mayLead ? ledAside(wish, frame, free, placed) : null) : { id: wish.id, box: spot, leader: null };
    if (found === null) continue;
    placed.push(found);
    taken.push(found.box);
  }
  return placed;
}

const boxAround = ({ widthMm, heightMm }: LabelWish, [x, y]: readonly [number, number]): Box => ({ xMm: x - widthMm / 2, yMm: y - heightMm / 2, widthMm, heightMm });

/** The free place nearest to the anchor, on a grid over the frame, whose leader runs through no other label. */
function ledAside(wish: LabelWish, frame: Box, free: (box: Box) => boolean, placed: readonly PlacedLabel[]): PlacedLabel | null {
  const [ax, ay] = wish.anchor;
  const middles: (readonly [number, number])[] = [];
  for (let y = frame.yMm + wish.heightMm / 2; y <= frame.yMm + frame.heightMm - wish.heightMm / 2; y += leadStepMm) {
    for (let x = frame.xMm + wish.widthMm / 2; x <= frame.xMm + frame.widthMm - wish.widthMm / 2; x += leadStepMm) middles.push([x, y]);
  }
  const away = ([x, y]: readonly [number, number]): number => Math.hypot(x - ax, y - ay);
  for (const middle of middles.sort((a, b) => away(a) - away(b))) {
    const box = boxAround(wish, middle);
    if (!free(box)) continue;
    const leader = leaderTo(box, ax, ay);
    if (!placed.some((other) => crosses(leader, other.box))) return { id: wish.id, box, leader };
  }
  return null;
}

/** From the nearest point of the box to the anchor. */
function leaderTo({ xMm, yMm, widthMm, heightMm }: Box, toX: number, toY: number): readonly [number, number, number, number] {
  return [Math.min(Math.max(toX, xMm), xMm + widthMm), Math.min(Math.max(toY, yMm), yMm + heightMm), toX, toY];
}

/** Whether a segment runs through a box (Liang and Barsky, "A New Concept and Method for Line Clipping", 1984). */
function crosses([x0, y0, x1, y1]: readonly [number, number, number, number], { xMm, yMm, widthMm, heightMm }: Box): boolean {
  let from = 0;
  let to = 1;
  for (const [run, room] of [[x0 - x1, x0 - xMm], [x1 - x0, xMm + widthMm - x0], [y0 - y1, y0 - yMm], [y1 - y0, yMm + heightMm - y0]] as const) {
    if (run === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / run;
    if (run < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
  }
  return from < to;
}
