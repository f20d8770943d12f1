export { readOsm, type OsmExtract, type OsmPlace, type OsmWishes } from './osm/read-osm.ts';
export type { OsmProblem, Tags } from './osm/osm-source.ts';
