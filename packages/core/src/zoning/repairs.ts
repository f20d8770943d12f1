import { persons, type Persons } from '../model/units.ts';
import { isClosed, type BlockGraph } from './block-graph.ts';
import { outOfBounds } from './bounds.ts';
import type { ZoneCriteria } from './criteria.ts';
import type { Named } from './delineation-problem.ts';
import type { LiveCriteria } from './live-criteria.ts';
import type { Nucleus } from './nuclei.ts';
import { wijkenOf } from './wijken.ts';

/** The criteria that moving blocks can mend; own services are told and not judged. */
export const repairable = ['inhabitants', 'contiguity', 'barriers', 'compactness', 'wijken', 'nuclei'] as const;
export type RepairableCriterion = (typeof repairable)[number];

/** Blocks that change hands together; null is no zone. */
export interface BlockShift {
  readonly blocks: readonly Named[];
  readonly inhabitants: Persons;
  readonly from: Named | null;
  readonly to: Named | null;
}

/** A way to mend, or at least to better, a criterion that a zone does not meet. */
export interface Repair {
  readonly criterion: RepairableCriterion;
  readonly shifts: readonly BlockShift[];
  /** Whether the zone then meets the criterion. */
  readonly solves: boolean;
  /** Inhabitants of the zone after it. */
  readonly inhabitantsAfter: Persons;
  /** Criteria not met in the zones it touches, before and after. */
  readonly notMetBefore: number;
  readonly notMetAfter: number;
}

/** What a repair search may ask and change. */
export interface RepairGround {
  readonly live: LiveCriteria;
  readonly graph: BlockGraph;
  readonly nuclei: readonly Nucleus[];
  /** Zones of the plan, in its order, as `live` numbers them. */
  readonly zones: readonly { readonly id: string; readonly name: string; readonly locked: boolean }[];
  /** Blocks that must stay in their zone. */
  readonly held: ReadonlySet<number>;
}

const repairsTold = 3;
/** Starts looked at per neighbour, and blocks joined to one start: beyond these nothing better was found on the sample town. */
const startsTried = 12;
const mostJoined = 40;

interface Shift {
  readonly blocks: readonly number[];
  readonly to: number;
}
type Change = readonly Shift[];

/**
 * The best three repairs of one criterion that a zone does not meet: those that solve it first, then those that leave nobody
 * without a zone, then those after which fewest criteria fail in the zones touched, then fewest people moved. Locked zones
 * neither give nor take. A repair never breaks more criteria than it mends. The plan is as it was afterwards.
 * O(tries · blocks of the zones touched).
 */
export function repairsFor(ground: RepairGround, zone: number, criterion: RepairableCriterion): readonly Repair[] {
  const { live, zones } = ground;
  if (zones[zone]!.locked || live.zone(zone)[criterion].verdict !== 'not-met') return [];
  const before = live.zone(zone);
  const tried = new Set<string>();
  const found: { readonly repair: Repair; readonly released: number; readonly moved: number; readonly gap: number; readonly key: string }[] = [];
  for (const change of changesFor(ground, zone, criterion)) {
    const key = change.map(({ blocks, to }) => `${to}:${[...blocks].sort((a, b) => a - b).join()}`).join(';');
    if (tried.has(key) || change.every(({ blocks }) => blocks.length === 0) || change.some(({ blocks }) => blocks.some((block) => ground.held.has(block)))) continue;
    tried.add(key);
    const outcome = tryOut(ground, change, zone);
    const gap = shortfall(outcome.zone, criterion);
    if (gap >= shortfall(before, criterion) || outcome.after > outcome.before || (outcome.after === outcome.before && outcome.outAfter > outcome.outBefore)) continue;
    const peopleOf = ({ blocks }: Shift): number => blocks.reduce((people, block) => people + ground.graph.inhabitants[block]!, 0);
    found.push({
      released: change.reduce((sum, shift) => sum + (shift.to === -1 ? peopleOf(shift) + 1 : 0), 0), moved: change.reduce((sum, shift) => sum + peopleOf(shift), 0), gap, key,
      repair: {
        criterion, solves: outcome.zone[criterion].verdict !== 'not-met', inhabitantsAfter: outcome.zone.inhabitants.inhabitants,
        notMetBefore: outcome.before, notMetAfter: outcome.after, shifts: change.flatMap((shift) => told(ground, shift)),
      },
    });
  }
  found.sort((a, b) => Number(b.repair.solves) - Number(a.repair.solves) || a.released - b.released || (a.repair.notMetAfter - a.repair.notMetBefore) - (b.repair.notMetAfter - b.repair.notMetBefore)
    || (a.repair.solves ? a.moved - b.moved : a.gap - b.gap) || a.moved - b.moved || (a.key < b.key ? -1 : 1));
  return distinct(found.map(({ repair }) => repair)).slice(0, repairsTold);
}

/** Repairs that only add blocks to one told before say nothing new. */
function distinct(repairs: readonly Repair[]): readonly Repair[] {
  const kept: { readonly repair: Repair; readonly blocks: ReadonlySet<string> }[] = [];
  for (const repair of repairs) {
    const blocks = new Set(repair.shifts.flatMap((shift) => shift.blocks.map(({ id }) => `${id}>${shift.to?.id ?? ''}`)));
    if (kept.some((other) => other.repair.solves && [...other.blocks].every((block) => blocks.has(block)))) continue;
    kept.push({ repair, blocks });
  }
  return kept.map(({ repair }) => repair);
}

/** How far a zone is from meeting a criterion; 0 when it does. */
function shortfall(zone: ZoneCriteria, criterion: RepairableCriterion): number {
  if (zone[criterion].verdict !== 'not-met') return 0;
  switch (criterion) {
    case 'inhabitants': return outOfBounds(zone.inhabitants.inhabitants, zone.inhabitants);
    case 'contiguity': return zone.contiguity.pieces - 1 + zone.contiguity.strayInhabitants / 1e9;
    case 'barriers': return zone.barriers.severedShare - zone.barriers.mostSeveredShare;
    case 'compactness': return zone.compactness.leastElongation - zone.compactness.elongation;
    case 'wijken': return zone.wijken.split.length;
    case 'nuclei': return zone.nuclei.nuclei.length === 0 ? 1 : zone.nuclei.nuclei.length - (zone.nuclei.mostKernen ?? Infinity);
  }
}

/** Carries a change out, reads what became of the zones, and takes it back. */
function tryOut({ live, zones }: RepairGround, change: Change, zone: number) {
  const was = change.flatMap(({ blocks }) => blocks.map((block): readonly [number, number] => [block, live.zoneOf[block]!]));
  const touched = new Set([zone, ...was.map(([, from]) => from), ...change.map(({ to }) => to)].filter((place) => place !== -1));
  const sums = () => [...touched].reduce<readonly [number, number]>(([unmet, out], place) => {
    const { notMet, inhabitants } = live.zone(place);
    return [unmet + notMet, out + outOfBounds(inhabitants.inhabitants, inhabitants)];
  }, [0, 0]);
  const [before, outBefore] = sums();
  for (const { blocks, to } of change) live.assign(blocks, to);
  const [after, outAfter] = sums();
  const result = { zone: live.zone(zone), before, after, outBefore, outAfter };
  for (let place = -1; place < zones.length; place++) {
    const back = was.filter(([, from]) => from === place).map(([block]) => block);
    if (back.length > 0) live.assign(back, place);
  }
  return result;
}

function told({ live, zones, graph }: RepairGround, { blocks, to }: Shift): readonly BlockShift[] {
  const named = (place: number): Named | null => (place === -1 ? null : { id: zones[place]!.id, name: zones[place]!.name });
  const sources = [...new Set(blocks.map((block) => live.zoneOf[block]!))].sort((a, b) => a - b);
  return sources.map((from) => {
    const moved = blocks.filter((block) => live.zoneOf[block] === from);
    return {
      blocks: moved.map((block) => ({ id: live.municipality.blocks[block]!.id, name: live.municipality.blocks[block]!.name })),
      inhabitants: persons(moved.reduce((sum, block) => sum + graph.inhabitants[block]!, 0)),
      from: named(from), to: named(to),
    };
  });
}

function changesFor(ground: RepairGround, zone: number, criterion: RepairableCriterion): readonly Change[] {
  switch (criterion) {
    case 'inhabitants': return sizing(ground, zone);
    case 'contiguity': return reuniting(ground, zone, (edge) => ground.graph.isBridge[edge] === 0);
    case 'barriers': return reuniting(ground, zone, (edge) => !isClosed(ground.graph, edge));
    case 'compactness': return rounding(ground, zone);
    case 'wijken': return makingWhole(ground, zone);
    case 'nuclei': return centring(ground, zone);
  }
}

const isFree = ({ zones }: RepairGround, place: number): boolean => place === -1 || !zones[place]!.locked;

function neighboursOf({ graph }: RepairGround, block: number): readonly number[] {
  const around: number[] = [];
  for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) if (graph.isBridge[graph.edge[p]!] === 0) around.push(graph.to[p]!);
  return around;
}

/** Blocks of `from` that border `to`, those with the longest shared border first. */
function frontier({ live, graph }: RepairGround, from: number, to: number): readonly number[] {
  const lengths = new Map<number, number>();
  for (let e = 0; e < graph.m; e++) {
    const [u, v] = [graph.u[e]!, graph.v[e]!];
    const inner = live.zoneOf[u] === from && live.zoneOf[v] === to ? u : live.zoneOf[v] === from && live.zoneOf[u] === to ? v : -1;
    if (inner !== -1 && graph.isBridge[e] === 0) lengths.set(inner, (lengths.get(inner) ?? 0) + graph.borderMetres[e]!);
  }
  return [...lengths].sort(([p, a], [q, b]) => b - a || p - q).map(([block]) => block);
}

/** The zones (and -1 for none) that border a zone, unlocked, ascending. */
function around(ground: RepairGround, zone: number): readonly number[] {
  const found = new Set<number>();
  for (const block of ground.live.membersOf(zone)) for (const other of neighboursOf(ground, block)) found.add(ground.live.zoneOf[other]!);
  found.delete(zone);
  return [...found].filter((place) => isFree(ground, place)).sort((a, b) => a - b);
}

/** From a first block, ever larger sets of one zone: next comes the block that touches the receiving zone and the set along most neighbours. */
function growing(ground: RepairGround, start: number, to: number, stop: (people: number) => boolean): readonly (readonly number[])[] {
  const { live, graph } = ground;
  const from = live.zoneOf[start]!;
  const set = [start];
  const inSet = new Set(set);
  let people = graph.inhabitants[start]!;
  const sets = [[...set]];
  while (set.length < mostJoined && !stop(people)) {
    const ties = new Map<number, number>();
    for (const block of set) {
      for (const next of neighboursOf(ground, block)) {
        if (inSet.has(next) || live.zoneOf[next] !== from || ties.has(next)) continue;
        ties.set(next, neighboursOf(ground, next).reduce((sum, other) => sum + (inSet.has(other) || live.zoneOf[other] === to ? 1 : 0), 0));
      }
    }
    const [next] = [...ties].sort(([p, a], [q, b]) => b - a || p - q);
    if (next === undefined) break;
    set.push(next[0]);
    inSet.add(next[0]);
    people += graph.inhabitants[next[0]]!;
    sets.push([...set]);
  }
  return sets;
}

/** Too few: sets of a neighbour come over, of one zone or of none. Too many: sets of its own go to a neighbour. */
function sizing(ground: RepairGround, zone: number): readonly Change[] {
  const { inhabitants: { inhabitants, least, most } } = ground.live.zone(zone);
  const [tooFew, tooMany] = [least - inhabitants, inhabitants - most];
  return around(ground, zone).flatMap((other) => {
    const [from, to] = tooFew > 0 ? [other, zone] : [zone, other];
    const wanted = Math.max(tooFew, tooMany);
    return frontier(ground, from, to).slice(0, startsTried).flatMap((start) => growing(ground, start, to, (people) => people >= wanted).map((blocks) => [{ blocks, to }]));
  });
}

/** The parts of a zone that are cut off go to the neighbour they border most, all together or one by one, or whoever lies between comes over. */
function reuniting(ground: RepairGround, zone: number, open: (edge: number) => boolean): readonly Change[] {
  const { live, graph } = ground;
  const parts = partsWithin(ground, zone, open);
  const loose = parts.slice(1);
  const given = loose.map((part): readonly Shift[] => {
    const lengths = new Map<number, number>();
    for (const block of part) {
      for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
        const other = live.zoneOf[graph.to[p]!]!;
        if (other !== zone && other !== -1 && isFree(ground, other) && open(graph.edge[p]!)) lengths.set(other, (lengths.get(other) ?? 0) + graph.borderMetres[graph.edge[p]!]!);
      }
    }
    return [...lengths].sort(([p, a], [q, b]) => b - a || p - q).map(([to]) => ({ blocks: part, to }));
  });
  const all = given.flatMap((choices) => choices.slice(0, 1));
  const released = loose.map((blocks) => ({ blocks, to: -1 }));
  const bridged = loose.flatMap((part) => {
    const between = pathBetween(ground, part, parts[0]!, zone);
    return between === null ? [] : [[{ blocks: between, to: zone }]];
  });
  return [all, ...given.flatMap((choices) => choices.map((shift) => [shift])), ...bridged, released];
}

/** The parts a zone falls into, the one with most inhabitants first. */
function partsWithin({ live, graph }: RepairGround, zone: number, open: (edge: number) => boolean): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const first of live.membersOf(zone)) {
    if (seen.has(first)) continue;
    seen.add(first);
    const part = [first];
    for (const block of part) {
      for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
        const next = graph.to[p]!;
        if (seen.has(next) || live.zoneOf[next] !== zone || !open(graph.edge[p]!)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part);
  }
  const people = (part: readonly number[]): number => part.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);
  return parts.sort((a, b) => people(b) - people(a) || b.length - a.length || a[0]! - b[0]!);
}

/** The fewest blocks of others, none of a locked zone, that join one part to another; null when there is no way. */
function pathBetween(ground: RepairGround, from: readonly number[], to: readonly number[], zone: number): readonly number[] | null {
  const goal = new Set(to);
  const came = new Map<number, number>(from.map((block) => [block, -1]));
  const queue = [...from];
  for (const block of queue) {
    for (const next of neighboursOf(ground, block)) {
      if (came.has(next)) continue;
      came.set(next, block);
      if (goal.has(next)) {
        const path: number[] = [];
        for (let at = block; came.get(at) !== -1; at = came.get(at)!) if (ground.live.zoneOf[at] !== zone) path.push(at);
        return path.length === 0 ? null : path;
      }
      if (isFree(ground, ground.live.zoneOf[next]!)) queue.push(next);
    }
  }
  return null;
}

/** Ends of a long zone go to a neighbour, or what lies along its sides comes over. */
function rounding(ground: RepairGround, zone: number): readonly Change[] {
  const enough = ground.live.zone(zone).inhabitants.inhabitants / 3;
  return around(ground, zone).flatMap((other) => [[other, zone], [zone, other]].flatMap(([from, to]) =>
    frontier(ground, from!, to!).slice(0, startsTried).flatMap((start) => growing(ground, start, to!, (people) => people >= enough).map((blocks) => [{ blocks, to: to! }]))));
}

/** The rest of a split wijk comes over, or its part here goes to the zone that holds most of it. */
function makingWhole(ground: RepairGround, zone: number): readonly Change[] {
  const { live } = ground;
  const { settings } = live.criteria();
  const division = wijkenOf(live.municipality, settings);
  if (division === null) return [];
  return live.zone(zone).wijken.split.flatMap(({ area }): Change[] => {
    const at = division.areas.findIndex(({ id }) => id === area);
    const blocks = [...division.areaOfBlock.keys()].filter((block) => division.areaOfBlock[block] === at);
    const elsewhere = blocks.filter((block) => live.zoneOf[block] !== zone);
    const own = blocks.filter((block) => live.zoneOf[block] === zone);
    const holders = new Map<number, number>();
    for (const block of elsewhere) if (live.zoneOf[block] !== -1) holders.set(live.zoneOf[block]!, (holders.get(live.zoneOf[block]!) ?? 0) + ground.graph.inhabitants[block]!);
    const others = [...holders].sort(([p, a], [q, b]) => b - a || p - q).map(([place]) => place).filter((place) => isFree(ground, place));
    return [[{ blocks: elsewhere.filter((block) => isFree(ground, live.zoneOf[block]!)), to: zone }], ...others.map((to) => [{ blocks: own, to }])];
  });
}

/** No kern: the blocks up to the nearest ones come over. Too many: the blocks of one go to a neighbour. */
function centring(ground: RepairGround, zone: number): readonly Change[] {
  const { live, nuclei } = ground;
  const index = new Map(live.municipality.blocks.map(({ id }, block) => [id, block]));
  const own = live.zone(zone).nuclei.nuclei;
  if (own.length > 0) {
    return own.flatMap((id) => {
      const block = index.get(nuclei.find((nucleus) => nucleus.id === id)!.block)!;
      return around(ground, zone).filter((to) => to !== -1).flatMap((to) => {
        const path = pathBetween(ground, [block], live.membersOf(to), zone);
        return [[{ blocks: [block, ...ownOnWay(ground, block, to, zone), ...(path ?? [])], to }]];
      });
    });
  }
  return nuclei.flatMap(({ block: id }) => {
    const block = index.get(id);
    if (block === undefined || !isFree(ground, live.zoneOf[block]!)) return [];
    const path = pathBetween(ground, [block], live.membersOf(zone), zone);
    return [[{ blocks: [block, ...(path ?? [])], to: zone }]];
  });
}

/** The own blocks between one of them and a neighbour: the fewest that go along so that it hangs together with the neighbour. */
function ownOnWay(ground: RepairGround, start: number, to: number, zone: number): readonly number[] {
  const came = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (const block of queue) {
    for (const next of neighboursOf(ground, block)) {
      if (ground.live.zoneOf[next] === to) {
        const path: number[] = [];
        for (let at = block; at !== start; at = came.get(at)!) path.push(at);
        return path;
      }
      if (came.has(next) || ground.live.zoneOf[next] !== zone) continue;
      came.set(next, block);
      queue.push(next);
    }
  }
  return [];
}
