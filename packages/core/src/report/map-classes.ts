/** Supply against a norm breaks at the norm itself. */
export const amountBreaks = [0.25, 0.5, 0.75, 1] as const;
/** Shares of persons have no norm to break at: round numbers. */
export const distanceBreaks = [0.2, 0.4, 0.6, 0.8] as const;
/** What is short: a first class for nothing short at all, so that met and nearly met differ. */
export const shortBreaks = [1e-9, 0.25, 0.5, 0.75] as const;

/** The class of a value, from 0: each break begins a class. */
export const classAt = (breaks: readonly number[], value: number): number => breaks.filter((at) => value >= at).length;

const mantissas = [1, 2, 5, 10];

/**
 * Four round breaks that part the values of a base into five classes about equally wide, but never narrower than `leastStep`,
 * so that small differences are not made large; every map that is compared with the base takes the same.
 */
export function roundBreaks(values: readonly number[], leastStep: number): readonly number[] {
  if (values.length === 0) return [];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const wanted = Math.max(leastStep, (most - least) / 5);
  const power = 10 ** Math.floor(Math.log10(wanted) + 1e-9);
  const step = mantissas.map((mantissa) => mantissa * power).find((size) => size >= wanted * 0.999)!;
  const first = Math.ceil(((least + most) / 2 - 1.5 * step) / step - 0.5) * step;
  return [0, 1, 2, 3].map((place) => Number((first + place * step).toPrecision(12)));
}
