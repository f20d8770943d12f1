export * from './edit-label.ts';
export * from './edits.ts';
export * from './facility-edits.ts';
export * from './log.ts';
export type * from './norm-edits.ts';
export { partIds } from './split-edits.ts';
export type { ScenarioEdit } from './scenario-edits.ts';
export type { StoryEdit } from './story-edits.ts';
export type { TravelEdit } from './travel-edits.ts';
