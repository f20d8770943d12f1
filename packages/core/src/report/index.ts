export * from './api-sentences.ts';
