export * from './edit-label.ts';
export * from './edits.ts';
export * from './log.ts';
