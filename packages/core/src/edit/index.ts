export * from './edit-label.ts';
export * from './edits.ts';
export * from './facility-edits.ts';
export * from './log.ts';
