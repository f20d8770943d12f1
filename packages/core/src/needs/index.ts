export * from './analyse.ts';
export type * from './analysis.ts';
export * from './norm-set.ts';
export * from './requirement.ts';
