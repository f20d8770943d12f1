export * from './bounds.ts';
export * from './circles.ts';
export * from './compare.ts';
export * from './nuclei.ts';
