import { boundsOf, fromLambert2008, type Bounds, type MultiPolygon } from '@woonzorgzones/core/geo';
import { categories, err, isCategoryId, ok, readAddressText, type ImportPlace, type Result, type StreetClass } from '@woonzorgzones/core/model';
import { roadClasses, type RoadClass, type StreetInput } from '@woonzorgzones/core/network';
import type { Tags } from '../osm/osm-source.ts';
import { readOsm, type OsmExtract, type OsmPlace } from '../osm/read-osm.ts';
import type { FileLedger } from '../read/file-ledger.ts';
import type { PlacedPoint } from '../read/place.ts';
import type { FileProblem } from '../read/problem.ts';
import type { DrawnStreet } from './basemap.ts';
import type { FacilityRow } from './facilities.ts';

/**
 * How far round the municipality streets are kept: whoever lives at its edge walks to a shop across the border, and a walk of
 * 1,500 m (the farthest norm, domain notes 3.6) may go round by it.
 */
export const marginMetres = 2_000;

/** The rectangle round the municipality and its margin, in degrees. */
export function boxAround(boundary: MultiPolygon): Bounds {
  const [minX, minY, maxX, maxY] = boundsOf(boundary);
  const [west, south, east, north] = [minX - marginMetres, minY - marginMetres, maxX + marginMetres, maxY + marginMetres];
  const corners = fromLambert2008('EPSG:4326', Float64Array.of(west, south, east, south, east, north, west, north));
  const longitudes = corners.filter((_, i) => i % 2 === 0), latitudes = corners.filter((_, i) => i % 2 === 1);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** Which kind of place an object is, by rules like "amenity=pharmacy" or "amenity=social_facility + social_facility=nursing_home". */
export function placeKinds(rules: Readonly<Record<string, unknown>>): (tags: Tags) => string | null {
  const parsed = Object.entries(rules).map(([rule, kind]) => ({
    tags: rule.split('+').map((part) => part.trim().split('=', 2)), kind: String(kind),
  }));
  // The rule that asks most decides: a nursing home is more than a social facility.
  parsed.sort((a, b) => b.tags.length - a.tags.length);
  return (tags) => parsed.find((rule) => rule.tags.every(([key = '', value]) => tags[key] === value))?.kind ?? null;
}

/** What an extract holds in and round a municipality. */
export function readExtract(bytes: Uint8Array, boundary: MultiPolygon, placeRules: Readonly<Record<string, unknown>> | undefined): Result<OsmExtract, FileProblem> {
  const read = readOsm(bytes, { plane: 'lambert2008', box: boxAround(boundary), basemap: true, placeOf: placeRules === undefined ? null : placeKinds(placeRules) });
  if (!read.ok) return err(osmProblem(read.error));
  return read.value.counts.ways === 0 ? err({ code: 'osm-nothing-here', place: {}, facts: { marginMetres } }) : ok(read.value);
}

function osmProblem(problem: Extract<ReturnType<typeof readOsm>, { ok: false }>['error']): FileProblem {
  const place = {};
  switch (problem.code) {
    case 'osm-empty':
    case 'osm-unknown-format':
      return { code: problem.code, place, facts: {} };
    case 'osm-truncated':
    case 'osm-damaged':
      return { code: problem.code, place, facts: { atByte: problem.atByte } };
    case 'osm-needs-feature':
      return { code: problem.code, place, facts: { feature: problem.feature } };
    case 'osm-compression-unknown':
      return { code: problem.code, place, facts: { compression: problem.compression } };
    case 'osm-too-large':
      return { code: problem.code, place, facts: { bytes: problem.bytes } };
  }
}

const motorways = new Set<RoadClass>(['motorway', 'motorway_link', 'trunk', 'trunk_link']);
const mainRoads = new Set<RoadClass>(['primary', 'primary_link', 'secondary', 'secondary_link', 'tertiary', 'tertiary_link']);
const paths = new Set<RoadClass>(['footway', 'path', 'steps', 'cycleway', 'bridleway', 'corridor', 'platform', 'elevator', 'pier', 'track', 'pedestrian']);

const drawnClass = (road: RoadClass): StreetClass => (motorways.has(road) ? 'autosnelweg' : mainRoads.has(road) ? 'hoofdweg' : paths.has(road) ? 'pad' : 'straat');

/** The ways of an extract as the map draws them. */
export function drawnWays({ xy, ways, names }: StreetInput): readonly DrawnStreet[] {
  return Array.from(ways.roadClass, (road, way) => {
    const nodes = ways.nodes.subarray(ways.start[way], ways.start[way + 1]);
    const line = new Float64Array(2 * nodes.length);
    nodes.forEach((node, i) => line.set([xy[2 * node]!, xy[2 * node + 1]!], 2 * i));
    return { name: names[ways.name[way]!] ?? '', class: drawnClass(roadClasses[road]!), line };
  });
}

/** Places of an extract as facilities. One that its own kind does not know is refused; without a name it bears that of its kind. */
export function placeRows(places: readonly OsmPlace[], ledger: FileLedger): readonly PlacedPoint<FacilityRow>[] {
  return places.flatMap(({ id, kind, tags, x, y }): PlacedPoint<FacilityRow>[] => {
    ledger.countRead();
    const place: ImportPlace = { key: id };
    if (!isCategoryId(kind)) {
      ledger.refuse(place, null, kind, 'unknown-value');
      return [];
    }
    ledger.take();
    const street = tags['addr:street'] ?? '', number = tags['addr:housenumber'] ?? '';
    const address = street === '' ? null : `${street} ${number}`.trim();
    const record: FacilityRow = {
      id: `osm:${id}`, category: kind, name: tags['name:nl'] ?? tags['name'] ?? tags['brand'] ?? tags['operator'] ?? categories[kind].nl, address,
      where: address === null ? null : readAddressText(address), capacity: null, recognised: null, functions: [], opened: null, closed: null, referenceDate: null,
    };
    return [{ record, place, x, y, fileX: x, fileY: y }];
  });
}
