export { readOsmStreets, type OsmStreets } from './osm/read-streets.ts';
export type { OsmProblem } from './osm/osm-source.ts';
