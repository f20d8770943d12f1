/** Numbers spread evenly from 0 up to 1, the same for the same seed on every machine (mulberry32, Tommy Ettinger, public domain). */
function randomEven(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Coin throws. */
export function randomBits(seed: number): () => 0 | 1 {
  const next = randomEven(seed);
  return () => (next() < 0.5 ? 0 : 1);
}

/**
 * Numbers with mean 0 and standard deviation 1: the sum of twelve even ones, less six (Irwin–Hall), which needs nothing but
 * additions, so that every machine draws the same.
 */
export function randomNormal(seed: number): () => number {
  const next = randomEven(seed);
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return sum;
  };
}
