export { blockGraph, type BlockGraph } from './block-graph.ts';
export * from './bounds.ts';
export * from './circles.ts';
export * from './compare.ts';
export * from './criteria.ts';
export * from './delineate.ts';
export * from './nuclei.ts';
export * from './outlines.ts';
export * from './zones-at.ts';
