import { meetsBarrier, type BarrierIndex } from '../network/barrier-index.ts';

/** Whether the straight way from a kern to a place (Lambert 2008 metres) meets no barrier; who stands on one is not seen. To the millimetre. */
export const sightFrom = (barriers: BarrierIndex, kern: { readonly x: number; readonly y: number }) => {
  const [kx, ky] = [Math.round(kern.x * 1000), Math.round(kern.y * 1000)];
  return (x: number, y: number): boolean => !meetsBarrier(barriers, kx, ky, Math.round(x * 1000), Math.round(y * 1000));
};
