/** Supply against a norm breaks at the norm itself. */
export const amountBreaks = [0.25, 0.5, 0.75, 1] as const;
/** Shares of persons have no norm to break at: round numbers. */
export const distanceBreaks = [0.2, 0.4, 0.6, 0.8] as const;
/** What is short: a first class for nothing short at all, so that met and nearly met differ. */
export const shortBreaks = [1e-9, 0.25, 0.5, 0.75] as const;
/** Differences in share with a base: from five points a difference is told, from twenty it is large. */
export const differenceBreaks = [-0.2, -0.05, 0.05, 0.2] as const;

/** The class of a value, from 0: each break begins a class. */
export const classAt = (breaks: readonly number[], value: number): number => breaks.filter((at) => value >= at).length;

const steps = [1, 2, 2.5, 5];

/**
 * Four round breaks that part the values of a base into five classes about equally wide; every map that is compared with
 * the base takes the same. None where the values are all alike or there are none.
 */
export function roundBreaks(values: readonly number[]): readonly number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (!(most > least)) return [];
  const wanted = (most - least) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [...steps, 10].map((mantissa) => mantissa * power).find((size) => size >= wanted * 0.999)!;
  const first = Math.ceil(((least + most) / 2 - 1.5 * step) / step - 0.5) * step;
  return [0, 1, 2, 3].map((place) => Number((first + place * step).toPrecision(12)));
}
