export * from './analyse.ts';
export type * from './analysis.ts';
export * from './norm-set.ts';
export { peopleOf, tableOfPeople } from './people.ts';
export * from './reach/index.ts';
export * from './requirement.ts';
export { isOpenIn } from './supply.ts';
