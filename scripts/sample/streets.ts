import { areaM2, lineLengthMetres } from '../../packages/core/src/geo/index.ts';
import type { StreetClass } from '../../packages/core/src/model/index.ts';
import type { Arc, Borders } from './borders.ts';
import { isBarrier, type DesignLine } from './design-lines.ts';
import { innerStreets, type Bordering } from './inner-streets.ts';
import type { Partition } from './partition.ts';
import { cutOut, decimetre, keyOf, splitAt, type Junction } from './polyline.ts';
import type { Random } from './random.ts';

/** A stretch of street between two junctions; its ends are the junctions, to the decimetre. */
export interface Stretch {
  readonly class: StreetClass;
  /** The design line it belongs to, or -1. */
  readonly line: number;
  /** Inner streets keep their number over all their stretches; -1 for streets along the border of blocks. */
  readonly inner: number;
  readonly points: Float64Array;
  /** Block on its left and on its right, -1 for none. */
  readonly left: number;
  readonly right: number;
}

/** Addresses per hectare from which the border of a block is a street with houses. */
const builtPerHectare = 0.55;
/** Streets end this far before what they cannot cross: half its width and a verge. */
const keepOffMetres = { spoorweg: 20, kanaal: 48, rivier: 20, autosnelweg: 40, expresweg: 30 } as const;

/** Streets along the borders of blocks and, where its addresses need them, rows of streets through a block. */
export function layStreets(
  borders: Borders, partition: Partition, lines: readonly DesignLine[], isIndustrial: (block: number) => boolean, random: Random,
): Stretch[] {
  const density = borders.shapes.map((shape, block) => (partition.blocks[block]!.addresses * 10_000) / areaM2(shape));
  const arcs = borders.arcs.map((arc): Bordering => ({ ...arc, class: classOf(arc, lines, density, isIndustrial) }));
  const arcsOfBlock: number[][] = borders.shapes.map(() => []);
  arcs.forEach(({ left, right }, index) => {
    for (const block of new Set([left, right])) if (block >= 0) arcsOfBlock[block]!.push(index);
  });

  const fences = fenceCorners(arcs, lines);
  const junctions = arcs.map((): Junction[] => []);
  const stretches: Stretch[] = [];
  let inner = 0;
  borders.shapes.forEach((shape, block) => {
    const around = arcsOfBlock[block]!.map((index) => ({ index, arc: arcs[index]! }));
    const rows = innerStreets({ shape, addresses: partition.blocks[block]!.addresses, isIndustrial: isIndustrial(block), around, fences }, junctions, random);
    for (const row of rows) {
      for (const points of row) stretches.push({ class: 'straat', line: -1, inner, points, left: block, right: block });
      inner++;
    }
  });

  arcs.forEach((arc, index) => {
    if (arc.class === null) return;
    for (const points of splitAt(arc.points, junctions[index]!)) {
      const trimmed = arc.line >= 0 ? points : trimEnds(points, fences);
      if (trimmed !== null) stretches.push({ class: arc.class, line: arc.line, inner: -1, points: trimmed, left: arc.left, right: arc.right });
    }
  });
  return oneNetwork(stretches);
}

function classOf(arc: Arc, lines: readonly DesignLine[], density: readonly number[], isIndustrial: (block: number) => boolean): StreetClass | null {
  if (arc.line >= 0) {
    const { kind } = lines[arc.line]!;
    if (kind === 'autosnelweg') return 'autosnelweg';
    return isBarrier(kind) ? null : kind;
  }
  if (arc.left < 0 || arc.right < 0) return null;
  const built = [arc.left, arc.right].some((block) => density[block]! >= builtPerHectare || isIndustrial(block));
  return built ? 'straat' : 'pad';
}
/** Corners on a barrier that no road crosses, with the distance streets keep from it. */
function fenceCorners(arcs: readonly Bordering[], lines: readonly DesignLine[]): Map<string, number> {
  const fences = new Map<string, number>();
  const crossed = new Set<string>();
  for (const { points, line } of arcs) {
    if (line < 0) continue;
    const { kind } = lines[line]!;
    for (let i = 0; i < points.length; i += 2) {
      const key = keyOf(points[i]!, points[i + 1]!);
      if (isBarrier(kind)) fences.set(key, keepOffMetres[kind]);
      else crossed.add(key);
    }
  }
  for (const key of crossed) fences.delete(key);
  return fences;
}

function trimEnds(points: Float64Array, fences: ReadonlyMap<string, number>): Float64Array | null {
  const length = lineLengthMetres(points);
  const atStart = fences.get(keyOf(points[0]!, points[1]!)) ?? 0;
  const atEnd = fences.get(keyOf(points[points.length - 2]!, points[points.length - 1]!)) ?? 0;
  if (atStart + atEnd === 0) return points;
  return length - atStart - atEnd < 40 ? null : cutOut(points, atStart, length - atEnd).map(decimetre);
}

/** Leaves out paths that lead nowhere and what hangs on no other street; the motorway stays, as nobody lives along it. */
function oneNetwork(stretches: readonly Stretch[]): Stretch[] {
  const endsOf = ({ points }: Stretch): [string, string] => [keyOf(points[0]!, points[1]!), keyOf(points[points.length - 2]!, points[points.length - 1]!)];
  let kept = [...stretches];
  for (;;) {
    const degree = new Map<string, number>();
    for (const stretch of kept) for (const end of endsOf(stretch)) degree.set(end, (degree.get(end) ?? 0) + 1);
    const next = kept.filter((stretch) => stretch.class !== 'pad' || endsOf(stretch).every((end) => degree.get(end)! > 1));
    if (next.length === kept.length) break;
    kept = next;
  }
  const root = new Map<string, string>();
  const find = (node: string): string => {
    let top = node;
    for (let up = root.get(top); up !== undefined && up !== top; up = root.get(top)) top = up;
    root.set(node, top);
    return top;
  };
  for (const stretch of kept) {
    if (stretch.class === 'autosnelweg') continue;
    const [a, b] = endsOf(stretch);
    root.set(find(a), find(b));
  }
  const metres = new Map<string, number>();
  for (const stretch of kept) {
    if (stretch.class === 'autosnelweg') continue;
    const network = find(endsOf(stretch)[0]);
    metres.set(network, (metres.get(network) ?? 0) + lineLengthMetres(stretch.points));
  }
  const main = [...metres].sort((a, b) => b[1] - a[1])[0]![0];
  return kept.filter((stretch) => stretch.class === 'autosnelweg' || find(endsOf(stretch)[0]) === main);
}

