import { Random } from '../random.ts';

/** Zones as columns of a set-partitioning problem: the units of column c are `unit[start[c]] … unit[start[c + 1] - 1]`. */
export interface Columns {
  readonly units: number;
  readonly count: number;
  readonly start: Int32Array;
  readonly unit: Int32Array;
  readonly cost: Float64Array;
}

/**
 * Follows the zones of a division under way and remembers each set of units once. A set is named by the exclusive-or of
 * random keys of its units, which a move changes by one key; two sets are told apart by 64 bits, and a clash would lose
 * a zone, never give a wrong one. A full pool takes no more.
 */
export class ZonePool {
  count = 0;
  private readonly n: number;
  private readonly words: number;
  private readonly capacity: number;
  private readonly keys: Int32Array;
  private readonly table: Int32Array;
  private readonly nameA: Int32Array;
  private readonly nameB: Int32Array;
  private readonly bits: Uint32Array;
  /** The zones of the division followed. */
  private zoneA = new Int32Array(0);
  private zoneB = new Int32Array(0);
  private zoneBits = new Uint32Array(0);

  constructor(n: number, capacity: number) {
    const random = new Random(0x5eed);
    this.n = n;
    this.words = (n + 31) >> 5;
    this.capacity = capacity;
    this.keys = Int32Array.from({ length: 2 * n }, () => random.bits());
    let slots = 1;
    while (slots < 2 * capacity) slots *= 2;
    this.table = new Int32Array(slots).fill(-1);
    this.nameA = new Int32Array(capacity);
    this.nameB = new Int32Array(capacity);
    this.bits = new Uint32Array(capacity * this.words);
  }

  follow(zoneOf: Int32Array, k: number): void {
    this.zoneA = new Int32Array(k);
    this.zoneB = new Int32Array(k);
    this.zoneBits = new Uint32Array(k * this.words);
    for (let i = 0; i < this.n; i++) this.toggle(i, zoneOf[i]!);
  }

  moved(unit: number, from: number, to: number): void {
    this.toggle(unit, from);
    this.toggle(unit, to);
  }

  private toggle(unit: number, zone: number): void {
    this.zoneA[zone]! ^= this.keys[2 * unit]!;
    this.zoneB[zone]! ^= this.keys[2 * unit + 1]!;
    this.zoneBits[zone * this.words + (unit >> 5)]! ^= 1 << (unit & 31);
  }

  /** Remembers a zone of the division followed, as it is now. */
  remember(zone: number): void {
    if (this.count === this.capacity) return;
    const a = this.zoneA[zone]!;
    const b = this.zoneB[zone]!;
    const { table, nameA, nameB, words } = this;
    let slot = a & (table.length - 1);
    for (let c = table[slot]!; c !== -1; c = table[slot]!) {
      if (nameA[c] === a && nameB[c] === b) return;
      slot = (slot + 1) & (table.length - 1);
    }
    const column = this.count++;
    table[slot] = column;
    nameA[column] = a;
    nameB[column] = b;
    this.bits.set(this.zoneBits.subarray(zone * words, (zone + 1) * words), column * words);
  }

  columns(zoneCost: (members: Int32Array, count: number) => number): Columns {
    const { n, words, bits, count } = this;
    const start = new Int32Array(count + 1);
    for (let c = 0; c < count; c++) {
      let size = 0;
      for (let w = c * words; w < (c + 1) * words; w++) for (let x = bits[w]!; x !== 0; x &= x - 1) size++;
      start[c + 1] = start[c]! + size;
    }
    const unit = new Int32Array(start[count]!);
    const cost = new Float64Array(count);
    for (let c = 0, at = 0; c < count; c++) {
      for (let w = 0; w < words; w++) {
        for (let x = bits[c * words + w]!; x !== 0; x &= x - 1) unit[at++] = w * 32 + 31 - Math.clz32(x & -x);
      }
      const members = unit.subarray(start[c], start[c + 1]);
      cost[c] = zoneCost(members, members.length);
    }
    return { units: n, count, start, unit, cost };
  }
}
