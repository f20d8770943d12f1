export * from './isochrone.ts';
export * from './not-reached.ts';
export {
  answerReach, bandsOf, classEnds, classOf, destinationsOf, isDestination, minutesOf, personsOf, reachClasses, reasonAt, unreachedClass,
  type Destination, type ReachAnswer, type ReachArea, type ReachProblem, type ReachQuestion,
} from './reach.ts';
export * from './daily-distance.ts';
export * from './scenario.ts';
export * from './shared-supply.ts';
export * from './siting.ts';
export * from './why.ts';
