export * from './analyse.ts';
export * from './block-housing.ts';
export type * from './analysis.ts';
export type * from './area-figures.ts';
export type * from './figure.ts';
export type * from './gap.ts';
export type * from './local-analysis.ts';
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
export * from './reach/zone-figures.ts';
export * from './requirement.ts';
export { isOpenIn } from './supply.ts';
export type * from './against-base.ts';
export { changeFacilities } from './change-facilities.ts';
export { dailyServices, leastServedShare, type DailyService, type KernService, type KernSheet } from './kern-services.ts';
export { addressesBehind, type AddressBehind } from './addresses-behind.ts';
export { kernSheetsOf, proposalsOf } from './proposals/propose-plan.ts';
export type { ProposalWatch } from './proposals/propose.ts';
export * from './scenario-analysis.ts';
export { facilitiesAfter, type ScenarioStepProblem } from './scenario-facilities.ts';
export * from './proposals/proposal.ts';
export { proposalRuleTable } from './proposals/rules.ts';
