/**
 * Coin throws that are the same for the same seed on every machine (mulberry32, Tommy Ettinger, public domain).
 */
export function randomBits(seed: number): () => 0 | 1 {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 31) === 1 ? 1 : 0;
  };
}
