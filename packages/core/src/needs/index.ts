export * from './analyse.ts';
export type * from './analysis.ts';
export type * from './local-analysis.ts';
export { parseNormSet } from '../model/norm-set.ts';
export { peopleOf, tableOfPeople } from './people.ts';
export * from './reach/daily-distance.ts';
export * from './reach/isochrone.ts';
export * from './reach/not-reached.ts';
export {
  answerReach, bandsOf, checkQuestion, classOf, destinationsOf, isDestination, minutesOf, personsOf, placesOf, towardsOf,
  type Destination, type ReachAnswer, type ReachArea, type ReachProblem, type ReachQuestion,
} from './reach/reach.ts';
export * from './reach/scenario.ts';
export * from './reach/shared-supply.ts';
export * from './reach/siting.ts';
export * from './reach/why.ts';
export * from './requirement.ts';
export { isOpenIn } from './supply.ts';
