import { distanceToSegmentMetres } from '../../geo/line.ts';
import type { Line } from '../../geo/shapes.ts';
import { err, ok, type Result } from '../../model/index.ts';
import { segmentsMeet } from '../../network/barrier-index.ts';
import { changeStreets, type NewStreet, type StreetChanges } from '../../network/change-streets.ts';
import { anyWalker } from '../../network/profiles.ts';
import { changedGround, type ReachGround } from '../../network/reach-ground.ts';
import { edgeCount, edgeLine } from '../../network/street-graph.ts';
import { Access, roadClasses, Trait } from '../../network/street-input.ts';
import { classOf, type ReachAnswer, type ReachArea } from './reach.ts';

/** What a scenario does to the streets: paths and bridges that are not there yet, crossings that are closed. */
export interface StreetScenario {
  /** Lines for walkers, wheelchairs and bicycles; each end joins the nearest street. Lambert 2008 metres. */
  readonly paths: readonly Line[];
  /** Ids of crossings of the dataset that walkers and cyclists lose. */
  readonly closedCrossings: readonly string[];
}

export type ScenarioProblem =
  | { readonly code: 'streets-needed-for-scenario' }
  /** An end of a path has no street within reach. Counted from 0. */
  | { readonly code: 'path-joins-no-street'; readonly path: number }
  | { readonly code: 'unknown-crossing'; readonly crossing: string }
  /** No street runs at the crossing. */
  | { readonly code: 'crossing-on-no-street'; readonly crossing: string };

const footAndBike = Access.footForward | Access.footBackward | Access.bikeForward | Access.bikeBackward;

/** Streets this near to a crossing belong to it: the two pavements of a bridge (crossings nearer than 40 m are one). */
const crossingMetres = 40;

/** The area with the streets of a scenario; people and facilities stay at the streets of today. */
export function withScenario(area: ReachArea, scenario: StreetScenario): Result<ReachArea, ScenarioProblem> {
  const { ground } = area;
  if (ground === null) return err({ code: 'streets-needed-for-scenario' });
  const added: NewStreet[] = [];
  for (const [path, line] of scenario.paths.entries()) {
    const street = newPath(ground, line);
    if (street === null) return err({ code: 'path-joins-no-street', path });
    added.push(street);
  }
  const closed: StreetChanges['closed'][number][] = [];
  for (const id of scenario.closedCrossings) {
    const crossing = area.municipality.crossings.find((one) => one.id === id);
    if (crossing === undefined) return err({ code: 'unknown-crossing', crossing: id });
    const edges = edgesAcross(ground, crossing.x, crossing.y);
    if (edges.length === 0) return err({ code: 'crossing-on-no-street', crossing: id });
    for (const edge of edges) closed.push({ edge, access: footAndBike });
  }
  const changed = changeStreets(ground.graph, { added, closed });
  if (!changed.ok) throw new Error(`Got ${changed.error.code} when expected changes at streets that are there.`);
  return ok({ ...area, ground: changedGround(ground, changed.value) });
}

/** A path as a street of the graph, its ends put on the nearest streets; a bridge, so that nobody lives along it. */
function newPath(ground: ReachGround, line: Line): NewStreet | null {
  if (line.length < 4) return null;
  const ends = ground.traveller(anyWalker, 'to').link(Float64Array.of(line[0]!, line[1]!, line.at(-2)!, line.at(-1)!));
  if (ends.edge[0]! < 0 || ends.edge[1]! < 0) return null;
  return {
    from: { edge: ends.edge[0]!, along: ends.along[0]! }, to: { edge: ends.edge[1]!, along: ends.along[1]! }, via: line,
    access: footAndBike, traits: Trait.bridge, roadClass: roadClasses.indexOf('path'), name: null,
  };
}

/** The streets for walkers that pass a barrier near a place. */
function edgesAcross({ graph, barriers }: ReachGround, x: number, y: number): readonly number[] {
  const near = barriers.filter((barrier) => isNear(barrier, x, y, crossingMetres));
  const edges: number[] = [];
  for (let edge = 0; edge < edgeCount(graph); edge++) {
    if ((graph.edgeAccess[edge]! & footAndBike) === 0) continue;
    const line = edgeLine(graph, edge);
    if (isNear(line, x, y, crossingMetres) && near.some((barrier) => meet(line, barrier))) edges.push(edge);
  }
  return edges;
}

function isNear(line: Line, x: number, y: number, within: number): boolean {
  for (let i = 0; i + 3 < line.length; i += 2) if (distanceToSegmentMetres(x, y, line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!) <= within) return true;
  return false;
}

/** Whether two lines cross or touch. */
function meet(one: Line, other: Line): boolean {
  for (let i = 0; i + 3 < one.length; i += 2) {
    for (let j = 0; j + 3 < other.length; j += 2) {
      if (segmentsMeet(one[i]!, one[i + 1]!, one[i + 2]!, one[i + 3]!, other[j]!, other[j + 1]!, other[j + 2]!, other[j + 3]!)) return true;
    }
  }
  return false;
}

/** Who gains and who loses: each address by whether it is within the limit today (A) and in the scenario (B). */
export const Change = { neither: 0, lost: 1, gained: 2, both: 3 } as const;

export interface Comparison {
  /** A `Change` per address. */
  readonly change: Uint8Array;
  /** Persons of the ages asked, at the place of the `Change`. */
  readonly persons: readonly number[];
}

export function compareReach(today: ReachAnswer, scenario: ReachAnswer, persons: Float64Array): Comparison {
  const a = classOf(today), b = classOf(scenario);
  const sums = [0, 0, 0, 0];
  const change = a.map((before, i) => {
    const is = (before <= 1 ? Change.lost : 0) | (b[i]! <= 1 ? Change.gained : 0);
    sums[is]! += persons[i]!;
    return is;
  });
  return { change, persons: sums };
}
