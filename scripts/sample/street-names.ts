import type { DesignLine } from './design-lines.ts';
import { backwards } from './polyline.ts';
import { shuffled, type Random } from './random.ts';
import type { Stretch } from './streets.ts';

/** A stretch with its place in a named street: numbers run on from stretch to stretch. */
export interface NamedStretch extends Stretch {
  readonly name: string;
  /** Place among the stretches of its street, in the direction in which the numbers run. */
  readonly order: number;
}

/** Nobody's streets: each name is put together from two words and an ending, none stands in the street list of Genk. */
const firstWords = [
  'Zilver', 'Koper', 'Barn', 'Hazel', 'Vlier', 'Sleedoorn', 'Kwartel', 'Wulp', 'Grutto', 'Merel', 'Lijster', 'Mispel', 'Wilgen', 'Elzen', 'Varen',
  'Hulst', 'Gagel', 'Kiezel', 'Leem', 'Mergel', 'Linnen', 'Vlas', 'Haver', 'Rogge', 'Spelt', 'Honing', 'Kaars', 'Lantaarn', 'Spiegel', 'Wimpel',
  'Anker', 'Fluit', 'Tambour', 'Wevers', 'Kuipers', 'Ketel', 'Lampen', 'Houweel', 'Schacht', 'Mijnhout', 'Steenkool', 'Seizoen', 'Morgen', 'Avond',
  'Noorder', 'Zomer', 'Kaneel', 'Kraanvogel', 'Reiger', 'Salamander', 'Libel', 'Krekel', 'Vuursteen', 'Parel', 'Amber', 'Lampion', 'Beuken',
  'Sparren', 'Klaver', 'Distel', 'Korenbloem', 'Pluim', 'Zavel', 'Hooi',
] as const;
const secondWords = ['donk', 'horst', 'akker', 'veld', 'berg', 'beek', 'hoek', 'kamp', 'weide', 'gaard', 'driesch', 'bos', 'wal', 'zoom'] as const;
const endings = ['straat', 'straat', 'straat', 'laan', 'laan', 'weg', 'dreef', 'pad', 'hof'] as const;

function* inventedNames(random: Random): Generator<string, never> {
  const pairs = shuffled(firstWords.flatMap((first) => secondWords.map((second) => first + second)), random);
  for (const pair of pairs) yield pair + endings[Math.floor(random() * endings.length)]!;
  throw new Error('more streets than names');
}

/** Turns that a street keeps its name through. */
const straightOn = (35 * Math.PI) / 180;

/** Names every stretch: through roads by design, inner streets one by one, the rest as far as one can walk straight on. */
export function nameStreets(stretches: readonly Stretch[], lines: readonly DesignLine[], random: Random): NamedStretch[] {
  const names = inventedNames(random);
  const named: NamedStretch[] = [];
  const ofInner = new Map<number, string>();
  const free: Stretch[] = [];
  const ordered = new Map<string, number>();
  const add = (stretch: Stretch, name: string): void => {
    const order = ordered.get(name) ?? 0;
    ordered.set(name, order + 1);
    named.push({ ...stretch, name, order });
  };
  for (const stretch of stretches) {
    if (stretch.inner < 0) continue;
    const name = ofInner.get(stretch.inner) ?? names.next().value;
    ofInner.set(stretch.inner, name);
    add(stretch, name);
  }
  for (const stretch of stretches) if (stretch.inner < 0 && stretch.line < 0) free.push(stretch);
  for (const street of strokes(free, straightOn)) {
    const name = names.next().value;
    for (const stretch of street) add(stretch, name);
  }
  for (const [line, { name }] of lines.entries()) {
    for (const street of strokes(stretches.filter((stretch) => stretch.line === line), Math.PI)) for (const stretch of street) add(stretch, name);
  }
  return named;
}

/** Chains stretches end to end, at each junction with the one that turns least; stretches are turned to run the same way. */
function strokes(stretches: readonly Stretch[], sharpestTurn: number): Stretch[][] {
  const at = new Map<string, { readonly index: number; readonly atStart: boolean; readonly heading: number }[]>();
  stretches.forEach(({ points }, index) => {
    const last = points.length - 2;
    const ends = [
      { atStart: true, x: points[0]!, y: points[1]!, heading: Math.atan2(points[3]! - points[1]!, points[2]! - points[0]!) },
      { atStart: false, x: points[last]!, y: points[last + 1]!, heading: Math.atan2(points[last - 1]! - points[last + 1]!, points[last - 2]! - points[last]!) },
    ];
    for (const { atStart, x, y, heading } of ends) {
      const key = `${x} ${y}`;
      const list = at.get(key) ?? [];
      list.push({ index, atStart, heading });
      at.set(key, list);
    }
  });
  const partner = new Map<string, { readonly index: number; readonly atStart: boolean }>();
  const endKey = (index: number, atStart: boolean): string => `${index} ${atStart}`;
  for (const ends of at.values()) {
    const pairs: { readonly a: number; readonly b: number; readonly turn: number }[] = [];
    for (let a = 0; a < ends.length; a++) {
      for (let b = a + 1; b < ends.length; b++) {
        if (ends[a]!.index === ends[b]!.index) continue;
        const between = Math.abs(ends[a]!.heading - ends[b]!.heading);
        pairs.push({ a, b, turn: Math.abs(Math.PI - Math.min(between, 2 * Math.PI - between)) });
      }
    }
    const taken = new Set<number>();
    for (const { a, b, turn } of pairs.sort((p, q) => p.turn - q.turn || p.a - q.a || p.b - q.b)) {
      if (turn > sharpestTurn || taken.has(a) || taken.has(b)) continue;
      taken.add(a).add(b);
      partner.set(endKey(ends[a]!.index, ends[a]!.atStart), ends[b]!);
      partner.set(endKey(ends[b]!.index, ends[b]!.atStart), ends[a]!);
    }
  }
  const used = new Set<number>();
  const result: Stretch[][] = [];
  const follow = (first: number, fromStart: boolean): void => {
    const street: Stretch[] = [];
    for (let [index, atStart] = [first, fromStart]; ; ) {
      used.add(index);
      street.push(atStart ? stretches[index]! : turned(stretches[index]!));
      const next = partner.get(endKey(index, !atStart));
      if (next === undefined || used.has(next.index)) break;
      [index, atStart] = [next.index, next.atStart];
    }
    result.push(street);
  };
  for (const index of stretches.keys()) {
    if (used.has(index)) continue;
    if (!partner.has(endKey(index, true))) follow(index, true);
    else if (!partner.has(endKey(index, false))) follow(index, false);
  }
  for (const index of stretches.keys()) if (!used.has(index)) follow(index, true);
  return result;
}

function turned(stretch: Stretch): Stretch {
  return { ...stretch, points: backwards(stretch.points), left: stretch.right, right: stretch.left };
}
