import type { Municipality } from '../model/municipality.ts';
import { err, ok, type Result } from '../model/result.ts';
import { metres, persons, type Metres, type Persons } from '../model/units.ts';
import { blockGraph, type BlockGraph } from './block-graph.ts';
import { fittingCounts, genkBounds, outOfBounds, type InhabitantBounds } from './bounds.ts';
import { defaultCircleSettings, drawCircles, type Circle, type Circles, type CircleSettings } from './circles.ts';
import { partsOf } from './engine/graph.ts';
import { Random, seedOf } from './engine/random.ts';
import { finestDivision } from './finest-division.ts';
import { defaultNucleusSettings, findNuclei, type Nucleus, type NucleusSettings } from './nuclei.ts';
import { searchDivision, type SearchResult, type SearchTask } from './search.ts';
import { listingOrder, nameZones } from './zone-names.ts';

export interface DelineationSettings {
  readonly inhabitants: InhabitantBounds;
  /** How many zones; null tries every number that fits the inhabitants and keeps the best. */
  readonly zoneCount: number | null;
  readonly nuclei: NucleusSettings;
  readonly circles: CircleSettings;
  readonly seed: number;
  /** How long to search: a multiple of the usual number of moves. Twice as much takes twice as long. */
  readonly effort: number;
}

/** With the usual effort five seeds end within 1.2 % of each other's cost on Genk (30 wijken) and within 8 % on the sample town (measured). */
export const defaultDelineationSettings: DelineationSettings = {
  inhabitants: genkBounds,
  zoneCount: null,
  nuclei: defaultNucleusSettings,
  circles: defaultCircleSettings,
  seed: 1,
  effort: 1,
};

/** Why there is no division, or what the one given does not meet, and what binds. */
export type DelineationProblem =
  | { readonly code: 'no-blocks' }
  | { readonly code: 'no-inhabitants' }
  | { readonly code: 'bounds-impossible'; readonly least: Persons; readonly most: Persons }
  | { readonly code: 'zone-count-impossible'; readonly zoneCount: number; readonly blocks: number }
  /** Fewer inhabitants than one zone asks: one zone is made of all. */
  | { readonly code: 'too-few-inhabitants'; readonly inhabitants: Persons; readonly least: Persons }
  /** No number of zones fits: too many inhabitants for one fewer, too few for one more. */
  | { readonly code: 'no-count-fits'; readonly inhabitants: Persons; readonly least: Persons; readonly most: Persons }
  /** The number asked for cannot hold these inhabitants within bounds; from `fewest` to `most` zones could. */
  | { readonly code: 'count-cannot-fit'; readonly zoneCount: number; readonly inhabitants: Persons; readonly fewest: number; readonly most: number }
  /** A block holds more than a whole zone may: it must be split. */
  | { readonly code: 'block-above-most'; readonly block: string; readonly name: string; readonly inhabitants: Persons; readonly most: Persons }
  /** A separate part of the municipality that is too small for a zone of its own: its zone lies in two pieces. */
  | { readonly code: 'part-below-least'; readonly block: string; readonly name: string; readonly blocks: number; readonly inhabitants: Persons; readonly least: Persons; readonly gapMetres: Metres }
  | { readonly code: 'no-kernen' }
  | { readonly code: 'zone-out-of-bounds'; readonly zone: string; readonly name: string; readonly inhabitants: Persons; readonly least: Persons; readonly most: Persons }
  | { readonly code: 'zone-in-pieces'; readonly zone: string; readonly name: string; readonly pieces: number };

/** A woonzorgzone as proposed. */
export interface ProposedZone {
  readonly id: string;
  readonly name: string;
  readonly inhabitants: Persons;
  /** Ids, ascending. */
  readonly blocks: readonly string[];
  /** Ids of the kernen in it, most inhabitants first. */
  readonly nuclei: readonly string[];
}

/** What one number of zones came to. */
export interface CountTried {
  readonly zoneCount: number;
  /** Inhabitants by which zones fall short of or pass their bounds, summed. */
  readonly outOfBounds: Persons;
  /** In kilometres of cut border (see the weights of the search); comes after `outOfBounds`. */
  readonly cost: number;
}

/** A first division into woonzorgzones with all that it rests on. */
export interface Delineation {
  readonly settings: DelineationSettings;
  readonly nuclei: readonly Nucleus[];
  readonly circles: readonly Circle[];
  /** Inhabitants in no circle. */
  readonly outsideCircles: Persons;
  readonly zones: readonly ProposedZone[];
  /** Every block of the municipality, ascending by id. */
  readonly zoneOfBlock: Readonly<Record<string, string>>;
  readonly countsTried: readonly CountTried[];
  /** What could not be met; empty when every zone is whole and within bounds. */
  readonly problems: readonly DelineationProblem[];
}

/** At most this many numbers of zones are tried, those nearest to zones of middling size. */
const mostCounts = 8;

/** Every number is searched briefly; then the best of them at length, which pays more than many short searches (measured on the sample town). */
const finalists = 2;
const finalSteps = 3;

/** A search starts from kernen this many times, the first time plainly, then by lot. */
const starts = 4;

/** Moves of a brief search, per start. */
const briefSteps = (blocks: number): number => 10_000 + 150 * blocks;

/**
 * Woonzorgzones for a municipality: kernen are found, circles drawn around them, and the blocks divided into zones around
 * kernen, within bounds of inhabitants where that can be, each in one piece, compact, with barriers along borders rather than
 * inside, and with wijken of the finest division kept together where it costs little. Every block is in a zone. What cannot be met is in `problems`, and the best division is given all the same.
 * The same settings give the same division; the clock plays no part. Cost: the moves tried, see `effort`.
 */
export function delineate(municipality: Municipality, settings: DelineationSettings = defaultDelineationSettings): Result<Delineation, DelineationProblem> {
  const { blocks } = municipality;
  const bounds = settings.inhabitants;
  const people = blocks.reduce((sum, block) => sum + block.inhabitants, 0);
  if (blocks.length === 0) return err({ code: 'no-blocks' });
  if (people === 0) return err({ code: 'no-inhabitants' });
  if (!(bounds.least > 0 && bounds.most >= bounds.least)) return err({ code: 'bounds-impossible', ...bounds });
  const asked = settings.zoneCount;
  if (asked !== null && !(Number.isInteger(asked) && asked >= 1 && asked <= blocks.length)) {
    return err({ code: 'zone-count-impossible', zoneCount: asked, blocks: blocks.length });
  }

  const graph = blockGraph(municipality);
  const nuclei = findNuclei(municipality, settings.nuclei);
  const circles = drawCircles(municipality, nuclei, settings.circles);
  const { best, tried } = divide(municipality, graph, nuclei, circles, people, settings);

  const zoneCount = best.zoneOf.reduce((most, zone) => Math.max(most, zone + 1), 0);
  const blockIndex = new Map(blocks.map(({ id }, index) => [id, index]));
  const nucleiIn = Array.from({ length: zoneCount }, (): Nucleus[] => []);
  for (const nucleus of nuclei) nucleiIn[best.zoneOf[blockIndex.get(nucleus.block)!]!]!.push(nucleus);
  const names = nameZones(
    graph, best.zoneOf, zoneCount, municipality.name,
    nucleiIn.map((inZone) => inZone.map(({ name }) => name)), blocks.map(({ name }) => name),
  );
  const order = listingOrder(names);
  const zones = order.map((zone, place): ProposedZone => {
    const inZone = blocks.filter((_, block) => best.zoneOf[block] === zone);
    return {
      id: `zone-${place + 1}`,
      name: names[zone]!,
      inhabitants: persons(inZone.reduce((sum, block) => sum + block.inhabitants, 0)),
      blocks: inZone.map(({ id }) => id),
      nuclei: nucleiIn[zone]!.map(({ id }) => id),
    };
  });
  const idOf = new Map(order.map((zone, place) => [zone, `zone-${place + 1}`]));
  return ok({
    settings,
    nuclei,
    circles: circles.circles,
    outsideCircles: circles.outside,
    zones,
    zoneOfBlock: Object.fromEntries(blocks.map(({ id }, block) => [id, idOf.get(best.zoneOf[block]!)!])),
    countsTried: tried,
    problems: problemsOf(municipality, graph, zones, best.zoneOf, order, nuclei, people, settings),
  });
}

function countsToTry(people: number, blocks: number, settings: DelineationSettings): readonly number[] {
  if (settings.zoneCount !== null) return [settings.zoneCount];
  const bounds = settings.inhabitants;
  const { fewest, most } = fittingCounts(people, bounds);
  const possible = fewest <= most ? Array.from({ length: most - fewest + 1 }, (_, i) => fewest + i) : [most, fewest];
  const middling = people / ((bounds.least + bounds.most) / 2);
  const counts = possible.map((count) => Math.min(blocks, Math.max(1, count)));
  return [...new Set(counts)].sort((a, b) => Math.abs(a - middling) - Math.abs(b - middling) || a - b).slice(0, mostCounts).sort((a, b) => a - b);
}

function divide(
  municipality: Municipality, graph: BlockGraph, nuclei: readonly Nucleus[], { counted }: Circles, people: number, settings: DelineationSettings,
): { readonly best: SearchResult; readonly tried: readonly CountTried[] } {
  const blockIndex = new Map(municipality.blocks.map(({ id }, index) => [id, index]));
  const wijkOf = finestDivision(municipality)?.areaOfBlock ?? new Int32Array(graph.n).fill(-1);
  const homes = Int32Array.from(nuclei, ({ block }) => blockIndex.get(block)!);
  const search = (zoneCount: number, steps: number, firstStart: number): SearchResult => {
    const task: SearchTask = { graph, zoneCount, bounds: settings.inhabitants, homes, counted, wijkOf };
    let best: SearchResult | null = null;
    for (let start = firstStart; start < firstStart + starts; start++) {
      const found = searchDivision(task, { steps: Math.round(settings.effort * steps), isShaken: start > 0 }, new Random(seedOf(settings.seed, zoneCount * 2 * starts + start)));
      if (best === null || comesBefore(found, best)) best = found;
    }
    return best!;
  };
  const steps = briefSteps(graph.n);
  const results = countsToTry(people, graph.n, settings).map((zoneCount) => ({ zoneCount, best: search(zoneCount, steps, 0) }));
  const ranked = results.toSorted((a, b) => (comesBefore(a.best, b.best) ? -1 : 1));
  for (const result of ranked.slice(0, finalists)) {
    const found = search(result.zoneCount, finalSteps * steps, starts);
    if (comesBefore(found, result.best)) result.best = found;
  }
  return {
    best: ranked.slice(1).reduce((best, { best: found }) => (comesBefore(found, best) ? found : best), ranked[0]!.best),
    tried: results.map(({ zoneCount, best }) => ({ zoneCount, outOfBounds: persons(best.excess), cost: best.cost })),
  };
}

const comesBefore = (a: SearchResult, b: SearchResult): boolean => a.excess < b.excess || (a.excess === b.excess && a.cost < b.cost);

function problemsOf(
  { blocks }: Municipality, graph: BlockGraph, zones: readonly ProposedZone[], zoneOf: Int32Array, order: readonly number[],
  nuclei: readonly Nucleus[], people: number, settings: DelineationSettings,
): DelineationProblem[] {
  const { least, most } = settings.inhabitants;
  const problems: DelineationProblem[] = [];
  const fitting = fittingCounts(people, settings.inhabitants);
  if (people < least) problems.push({ code: 'too-few-inhabitants', inhabitants: persons(people), least });
  else if (fitting.fewest > fitting.most) problems.push({ code: 'no-count-fits', inhabitants: persons(people), least, most });
  else if (settings.zoneCount !== null && (settings.zoneCount < fitting.fewest || settings.zoneCount > fitting.most)) {
    problems.push({ code: 'count-cannot-fit', zoneCount: settings.zoneCount, inhabitants: persons(people), ...fitting });
  }
  for (const { id, name, inhabitants } of blocks) {
    if (inhabitants > most) problems.push({ code: 'block-above-most', block: id, name, inhabitants: persons(inhabitants), most });
  }
  problems.push(...smallParts({ blocks }, graph, least));
  if (nuclei.length === 0) problems.push({ code: 'no-kernen' });
  for (const [place, zone] of zones.entries()) {
    if (outOfBounds(zone.inhabitants, settings.inhabitants) > 0) {
      problems.push({ code: 'zone-out-of-bounds', zone: zone.id, name: zone.name, inhabitants: zone.inhabitants, least, most });
    }
    const index = order[place]!;
    const inZone = partsOf(graph, (edge) => graph.isBridge[edge] === 0 && zoneOf[graph.u[edge]!] === index && zoneOf[graph.v[edge]!] === index);
    const pieces = new Set(blocks.flatMap((_, block) => (zoneOf[block] === index ? [inZone.partOf[block]!] : []))).size;
    if (pieces > 1) problems.push({ code: 'zone-in-pieces', zone: zone.id, name: zone.name, pieces });
  }
  return problems;
}

/** Parts of the municipality that lie apart and are too small to be a zone. The part with most inhabitants is never one of them. */
function smallParts({ blocks }: Pick<Municipality, 'blocks'>, graph: BlockGraph, least: Persons): DelineationProblem[] {
  if (graph.partCount < 2) return [];
  const inhabitants = new Float64Array(graph.partCount);
  for (let i = 0; i < graph.n; i++) inhabitants[graph.partOf[i]!]! += graph.inhabitants[i]!;
  const main = inhabitants.indexOf(Math.max(...inhabitants));
  return Array.from(inhabitants, (count, part): DelineationProblem[] => {
    if (part === main || count >= least) return [];
    const members = blocks.filter((_, block) => graph.partOf[block] === part);
    let gap = Infinity;
    for (let e = 0; e < graph.m; e++) {
      if (graph.isBridge[e] === 1 && (graph.partOf[graph.u[e]!] === part || graph.partOf[graph.v[e]!] === part)) gap = Math.min(gap, graph.gapMetres[e]!);
    }
    const first = members[0]!;
    return [{ code: 'part-below-least', block: first.id, name: first.name, blocks: members.length, inhabitants: persons(count), least, gapMetres: metres(gap) }];
  }).flat();
}
