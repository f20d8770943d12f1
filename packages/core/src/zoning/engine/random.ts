/**
 * The engine's own source of chance, so that a seed gives the same division on every machine.
 * sfc32 of Chris Doty-Humphrey's PractRand (public domain); the seed is spread over the state by splitmix32.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    let s = seed | 0;
    const spread = (): number => {
      s = (s + 0x9e3779b9) | 0;
      let t = s ^ (s >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      return t ^ (t >>> 15);
    };
    this.a = spread();
    this.b = spread();
    this.c = spread();
    for (let i = 0; i < 12; i++) this.word();
  }

  private word(): number {
    const t = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.word() / 4294967296;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor((this.word() / 4294967296) * end);
  }

  /** Any 32-bit whole number, for keys and further seeds. */
  bits(): number {
    return this.word() | 0;
  }
}

/** A seed of its own for the n-th task of a run. */
export function seedOf(seed: number, task: number): number {
  return new Random(Math.imul(seed | 0, 0x2545f491) ^ Math.imul(task + 1, 0x9e3779b1)).bits();
}
