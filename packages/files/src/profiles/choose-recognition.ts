import type { Recognition } from './recognise.ts';

/** From here on nothing speaks against a recognition. */
const goodEnough = 0.5;
/** How much better than the next it must be not to ask. */
const clearlyBetter = 0.05;

/** The recognition that needs no asking: good, and clearly better than any other of the same layer. Null where a person chooses. */
export function clearRecognition(recognitions: readonly Recognition[]): Recognition | null {
  const [best, ...others] = recognitions;
  if (best === undefined || best.score < goodEnough || best.missing.length > 0) return null;
  const next = others.find(({ layer }) => layer === best.layer);
  return next === undefined || best.score - next.score >= clearlyBetter ? best : null;
}
