export { indexBarriers, type BarrierIndex } from './barrier-index.ts';
export { buildStreetGraph, type StreetProblem } from './build-graph.ts';
export { BoundedSearch } from './bounded-search.ts';
export { catchments, type Catchments, type Watch } from './catchments.ts';
export { changeStreets, type ChangedStreets, type ChangeProblem, type NewStreet, type PlaceOnEdge, type StreetChanges } from './change-streets.ts';
export { walkersCrossings, type WalkersCrossing } from './crossings.ts';
export { crossingsByKind } from './crossings-by-kind.ts';
export { coverage, type BandCoverage, type Coverage } from './coverage.ts';
export {
  costTable, supplyInReach, supplyRatio, weightedCatchment,
  type CostTable, type Decay, type FloatingMethod, type FloatingProblem, type FloatingRules, type SupplyInReach,
} from './floating-catchment.ts';
export { decodeStreetGraph, encodeStreetGraph, type GraphFileProblem } from './graph-file.ts';
export { fromPlane, greatCircleMetres, lambert2008Plane, localPlane, toPlane, type GroundPlane } from './ground-plane.ts';
export { searchKNearest } from './k-nearest-search.ts';
export { indexStreets, linkPlaces, type LinkRules, type Links, type StreetIndex } from './link.ts';
export { streetsOf } from './municipality-streets.ts';
export { searchNearest, type NearestField, type Seeds } from './nearest-search.ts';
export { costInMetres, costInSeconds, nearestFacilities, type Limit, type NearestFacilities } from './nearest.ts';
export { anyWalker, parseProfiles, travelModes, withOwnProfiles, type ProfileProblem, type TravelMode, type TravelProfile } from './profiles.ts';
export { Reason, reasonCodes, type ReasonCode } from './reasons.ts';
export { findRoute, type Route, type RouteStretch } from './route.ts';
export { serviceAreaLines, serviceAreas, type ServiceArea } from './service-area.ts';
export { inSharedMemory } from './shared-memory.ts';
export * from './straight-line.ts';
export { countStreets, type StreetCounts } from './street-counts.ts';
export { changedGround, maxConnector, reachGround, reachGroundOf, type ReachGround, type Towards, type Traveller } from './reach-ground.ts';
export { streetWalk } from './street-walk.ts';
export { edgeCount, edgeLine, edgeStretch, graphBounds, vertexCount, type StreetGraph } from './street-graph.ts';
export { Access, everyAccess, roadClasses, Trait, type GateColumns, type RoadClass, type StreetInput, type WayColumns } from './street-input.ts';
export { fewestSites } from './siting/fewest-sites.ts';
export type { MixedProgram, ProgramOutcome, ProgramSolver, Relaxation, RelaxedOutcome, SolveLimits } from './siting/mixed-program.ts';
export { mostCovered } from './siting/most-covered.ts';
export { shortestMeanWithCapacity, type Capacities } from './siting/shortest-mean-with-capacity.ts';
export { shortestMean } from './siting/shortest-mean.ts';
export { shortestWorst } from './siting/shortest-worst.ts';
export type { Siting, SitingChoice, SitingEffort, SitingProblem } from './siting/siting.ts';
export { travelNetwork, UNREACHED, type Arcs, type TravelNetwork } from './travel-network.ts';
export { weightedDistance, type VisitedCategory, type WeightedDistance } from './weighted-distance.ts';
