export * from './api-sentences.ts';
export * from './import-sentences.ts';
export * from './delineation-sentences.ts';
export * from './edit-sentences.ts';
export * from './start-sentences.ts';
