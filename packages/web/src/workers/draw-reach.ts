import { fromLambert2008, toLambert2008, type Line } from '@woonzorgzones/core/geo';
import { ok, type Facility, type Municipality, type Result } from '@woonzorgzones/core/model';
import {
  answerReach, bandsOf, classOf, compareReach, explain, isochrone, minutesOf, notReachedByStreet, personsOf, withScenario,
  type IsochroneProblem, type ReachArea, type ScenarioProblem,
} from '@woonzorgzones/core/needs';
import { reachGroundOf } from '@woonzorgzones/core/network';
import type { ReachAsk, ReachDrawing, ReachFacility } from './reach-messages.ts';

export const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', features });

/** Six decimals of a degree are a decimetre. */
const degrees = (value: number) => Math.round(value * 1e6) / 1e6;

function positions(line: Line): number[][] {
  const lonLat = fromLambert2008('EPSG:4326', line);
  return Array.from({ length: lonLat.length / 2 }, (_, i) => [degrees(lonLat[2 * i]!), degrees(lonLat[2 * i + 1]!)]);
}

const lines = (all: readonly Line[], properties: object) =>
  ({ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates: all.map(positions) } });

function facilityAt({ lon, lat, ...facility }: ReachFacility): Facility {
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(lon, lat));
  return {
    ...facility, x: x!, y: y!, address: null, position: { by: 'source', metres: null }, recognised: null, source: null, referenceDate: null, fictitious: false,
  };
}

/** Crossings that are closed, where they lie. */
function closedPoints({ crossings }: Municipality, closed: readonly string[]): object | null {
  if (closed.length === 0) return null;
  const shut = crossings.filter(({ id }) => closed.includes(id));
  const at = positions(Float64Array.from(shut.flatMap(({ x, y }) => [x, y])));
  return collection(shut.map(({ id }, i) => ({ type: 'Feature', properties: { id }, geometry: { type: 'Point', coordinates: at[i]! } })));
}

const isEmpty = ({ moved, paths, closedCrossings }: ReachAsk['scenario']): boolean => Object.keys(moved).length + paths.length + closedCrossings.length === 0;

/** The dataset with the facilities as the plan has them. */
export const areaOf = (municipality: Municipality, { facilities }: Pick<ReachAsk, 'facilities'>): ReachArea =>
  ({ municipality, facilities: facilities.map(facilityAt), ground: reachGroundOf(municipality) });

/** The area of a scenario: its streets where it changes any, and its facilities where it moves them. */
function scenarioOf(today: ReachArea, { facilities, scenario }: ReachAsk): Result<ReachArea, ScenarioProblem> {
  const moved = { ...today, facilities: facilities.map((facility) => facilityAt({ ...facility, ...scenario.moved[facility.id] })) };
  if (scenario.paths.length + scenario.closedCrossings.length === 0) return ok(moved);
  const paths = scenario.paths.map((path) => toLambert2008('EPSG:4326', Float64Array.from(path.flatMap(({ lon, lat }) => [lon, lat]))));
  return withScenario(moved, { paths, closedCrossings: scenario.closedCrossings });
}

const lonLats = new WeakMap<Municipality, readonly number[][]>();

export function homesOf(municipality: Municipality): readonly number[][] {
  let known = lonLats.get(municipality);
  if (known === undefined) lonLats.set(municipality, (known = positions(municipality.addresses.xy)));
  return known;
}

/** Streets of the list that come over; the rest is counted. */
const streetsShown = 200;

/** Answers what is asked and draws it: by the same functions as the server, on the dataset itself. */
export function drawReach(municipality: Municipality, ask: ReachAsk): Result<ReachDrawing, IsochroneProblem | ScenarioProblem> {
  const today = areaOf(municipality, ask);
  const bands = bandsOf(municipality, ask.ages);
  if (!bands.ok) return bands;
  const question = { destination: ask.destination, profile: ask.profile, limit: ask.limit };
  const area = isEmpty(ask.scenario) ? ok(today) : scenarioOf(today, ask);
  if (!area.ok) return area;
  const answer = answerReach(area.value, question);
  if (!answer.ok) return answer;
  const persons = personsOf(municipality, bands.value);
  const before = isEmpty(ask.scenario) ? null : answerReach(today, question);
  if (before !== null && !before.ok) return before;
  const compared = before === null ? null : compareReach(before.value, answer.value, persons);

  const classes = classOf(answer.value);
  const at = homesOf(municipality);
  const homes = municipality.addresses.ids.flatMap((id, i) => (persons[i]! > 0
    ? [{ type: 'Feature', properties: { id, class: classes[i]!, change: compared?.change[i] ?? -1 }, geometry: { type: 'Point', coordinates: at[i]! } }] : []));
  const around = ask.facility === null ? null : isochrone(area.value, question, ask.facility);
  const why = ask.address === null ? null : explain(area.value, answer.value, ask.address);
  const explained = why?.ok === true ? why.value : null;
  return ok({
    homes: collection(homes),
    // The widest first, so that the nearer ones lie on top.
    area: around?.ok === true ? collection(around.value.map((band, row) => lines(band.lines, { band: row })).reverse()) : null,
    route: explained === null || explained.line.length < 4 ? null : collection([lines([explained.line], {})]),
    closed: closedPoints(municipality, ask.scenario.closedCrossings),
    basis: answer.value.basis, unit: answer.value.unit, bands: municipality.bands, coverage: answer.value.coverage,
    change: compared?.persons ?? null,
    streets: notReachedByStreet(municipality, answer.value, persons).slice(0, streetsShown),
    why: explained === null ? null : {
      address: explained.address, facility: explained.facility?.name ?? null, reason: explained.reason, cost: explained.cost,
      minutes: explained.cost === null ? null : minutesOf(answer.value, Math.round(explained.cost * 1000)), connectors: explained.connectors, streets: explained.streets,
    },
  });
}
