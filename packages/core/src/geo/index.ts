export * from './area-index.ts';
export * from './lambert.ts';
export * from './line.ts';
export * from './polygon.ts';
export type * from './shapes.ts';
