/** One annealing of a task: from a new start or from the best division so far, over a share of its steps. */
export interface Phase {
  readonly start: 'new' | 'best';
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Few units: two starts, then ten reheats of the best, none of them cold, since steps at low temperature find nothing new
 * there (measured, 1.5 million moves: 16 of 16 seeds at the optimum on Alabama and Oklahoma, 9 of 12 on Louisiana; one
 * long annealing 9, 10 and 3 of 12).
 */
const fewUnits: readonly Phase[] = [
  { start: 'new', share: 0.16, from: 1.5, to: 0.3 },
  { start: 'new', share: 0.16, from: 1.5, to: 0.3 },
  ...Array.from({ length: 10 }, (): Phase => ({ start: 'best', share: 0.068, from: 0.9, to: 0.3 })),
];

/** Many units: one start cooled far down, once reheated a little; several starts are several tasks. */
const manyUnits: readonly Phase[] = [
  { start: 'new', share: 0.6, from: 1.5, to: 0.05 },
  { start: 'best', share: 0.4, from: 0.4, to: 0.03 },
];

export const scheduleFor = (units: number): readonly Phase[] => (units <= 200 ? fewUnits : manyUnits);

/** Recombination costs as much as some hundred moves a unit of the two zones: its share falls with their size. */
export const treeShareFor = (units: number, zones: number): number => Math.min(0.03, (0.3 * zones) / (2 * units));
