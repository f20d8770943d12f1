export * from './area-index.ts';
export * from './coverage.ts';
export * from './lambert.ts';
export * from './line.ts';
export * from './noding.ts';
export * from './overlaps.ts';
export * from './polygon.ts';
export type * from './shapes.ts';
