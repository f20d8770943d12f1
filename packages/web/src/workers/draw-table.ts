import { fromLambert2008, shapeBrush, toLambert2008, type MultiPolygon, type ShapeBrush } from '@woonzorgzones/core/geo';
import type { Municipality, Plan } from '@woonzorgzones/core/model';
import {
  blocksOf, criteriaGround, liveCriteria, liveOutlines, partsOfCut, rebalance, repairable, repairsFor, settingsOfPlan, withCircles,
  type CriteriaGround, type DelineationGround, type LiveCriteria, type LiveOutlines, type RepairableCriterion, type Repair,
} from '@woonzorgzones/core/zoning';
import type { DrawnShift, LonLats, TableAsk, TableReply, TableZone } from './table-messages.ts';

/** Seven decimals of a degree are about a centimetre (RFC 7946, 11.2), as the layers of the server have. */
const digits = 1e7;
const degrees = (values: Float64Array): Float64Array => values.map((value) => Math.round(value * digits) / digits);
const metresOf = (lonLats: LonLats): Float64Array => toLambert2008('EPSG:4326', Float64Array.from(lonLats));

/** What was made for the blocks and settings of a plan, and serves until these change. */
interface Ground {
  readonly key: string;
  readonly criteria: CriteriaGround;
  /** With the circular areas, which are drawn when they are first asked for. */
  readonly whole: () => DelineationGround;
  readonly outlines: LiveOutlines;
  readonly brush: ShapeBrush;
  readonly blockAt: ReadonlyMap<string, number>;
}

/** A stroke under way. */
interface Stroke {
  /** Per block that changed hands the zone it was in. */
  readonly was: Map<number, number>;
  /** Blocks it met. */
  readonly touched: Set<number>;
  /** Locked zones it passed over. */
  readonly spared: Set<number>;
  border: { readonly zones: readonly [number, number]; readonly at: Float64Array } | null;
}

const noStroke = (): Stroke => ({ was: new Map(), touched: new Set(), spared: new Set(), border: null });

/** The drawing table of one municipality: follows strokes block by block and says what became of the zones they touched. */
export interface DrawingTable {
  readonly answer: (ask: Exclude<TableAsk, { kind: 'open' }>) => TableReply;
  readonly open: (plan: Plan) => TableReply;
}

export function drawingTable(whole: Municipality): DrawingTable {
  let ground: Ground | null = null;
  let plan: Plan | null = null;
  let live: LiveCriteria | null = null;
  let stroke = noStroke();

  const groundFor = (next: Plan): Ground => {
    const municipality = blocksOf(whole, next);
    const settings = settingsOfPlan(municipality, next);
    const key = JSON.stringify([next.splits ?? [], settings, next.nuclei ?? [], next.register ?? null]);
    if (ground?.key === key) return ground;
    const criteria = criteriaGround(municipality, settings, next);
    let withAll: DelineationGround | null = null;
    return {
      key,
      criteria,
      whole: () => (withAll ??= withCircles(criteria, settings)),
      outlines: liveOutlines(municipality, (xy) => degrees(fromLambert2008('EPSG:4326', xy))),
      brush: shapeBrush(municipality.blocks.map(({ shape }) => shape)),
      blockAt: new Map(municipality.blocks.map(({ id }, block) => [id, block])),
    };
  };

  const mustHave = () => {
    if (ground === null || plan === null || live === null) throw new Error('Got a stroke when expected a plan to be opened first.');
    return { ground, plan, live };
  };
  const zoneAt = (place: number): string | null => (place === -1 ? null : mustHave().plan.zones[place]!.id);
  const placeOf = (zone: string): number => mustHave().plan.zones.findIndex(({ id }) => id === zone);

  const shapeOf = (place: number): TableZone => {
    const table = mustHave();
    const { id, name, locked } = table.plan.zones[place]!;
    const shape: MultiPolygon = table.ground.outlines.outline(place, table.live.membersOf(place), table.live.zoneOf);
    return {
      id, name, locked, inhabitants: table.live.zone(place).inhabitants.inhabitants,
      coordinates: shape.map((polygon) => polygon.map((ring) => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!] as const))),
    };
  };

  /** Gives these blocks to a zone, but for those of locked zones; the zones that changed. */
  const give = (blocks: readonly number[], to: number): readonly number[] => {
    const table = mustHave();
    for (const block of blocks) stroke.touched.add(block);
    const isLocked = (place: number): boolean => place !== -1 && table.plan.zones[place]!.locked;
    if (isLocked(to)) {
      stroke.spared.add(to);
      return [];
    }
    const moved = blocks.filter((block) => {
      const from = table.live.zoneOf[block]!;
      if (from === to) return false;
      if (isLocked(from)) stroke.spared.add(from);
      return !isLocked(from);
    });
    for (const block of moved) {
      const from = table.live.zoneOf[block]!;
      const first = stroke.was.get(block);
      if (first === undefined) stroke.was.set(block, from);
      else if (first === to) stroke.was.delete(block);
    }
    return table.live.assign(moved, to);
  };

  /** What a brush or a ring met goes to a zone or, with null, to none; a zone that is gone meanwhile takes nothing. */
  const paint = (blocks: readonly number[], to: string | null): TableReply => {
    const place = to === null ? -1 : placeOf(to);
    return drawn(to !== null && place === -1 ? [] : give(blocks, place));
  };

  const drawn = (changed: Iterable<number>): TableReply => {
    const table = mustHave();
    const places = [...new Set(changed)].sort((a, b) => a - b);
    return {
      kind: 'drawn', zones: places.map(shapeOf), criteria: { ...table.live.criteria(), zones: places.map((place) => table.live.zone(place)) }, spared: [...stroke.spared].map((place) => zoneAt(place)!),
    };
  };

  const takeBack = (): readonly number[] => {
    const back = new Map<number, number[]>();
    for (const [block, from] of stroke.was) back.set(from, [...(back.get(from) ?? []), block]);
    return [...back].flatMap(([from, blocks]) => mustHave().live.assign(blocks, from));
  };

  const pull = (lonLat: LonLats, radiusMetres: number): TableReply => {
    const { live: now, ground: { brush } } = mustHave();
    const { border } = stroke;
    if (border === null) return drawn([]);
    const at = metresOf(lonLat);
    const baseOf = (block: number): number => stroke.was.get(block) ?? now.zoneOf[block]!;
    const under = brush.along(at, 0)[0];
    const from = under === undefined ? null : baseOf(under);
    // Held at its place it stays: a hand that trembles moves no border.
    const isAway = Math.hypot(at[0]! - border.at[0]!, at[1]! - border.at[1]!) > radiusMetres;
    const isPair = isAway && from !== null && border.zones.includes(from);
    const swept = isPair ? brush.along(Float64Array.of(border.at[0]!, border.at[1]!, at[0]!, at[1]!), radiusMetres).filter((block) => baseOf(block) === from) : [];
    const keep = new Set(swept);
    const returning = new Map<number, number[]>();
    for (const [block, was] of stroke.was) if (!keep.has(block)) returning.set(was, [...(returning.get(was) ?? []), block]);
    const changed = [...returning].flatMap(([to, blocks]) => give(blocks, to));
    const to = from === border.zones[0] ? border.zones[1] : border.zones[0];
    return drawn([...changed, ...give(swept, to)]);
  };

  const dropped = (): TableReply => {
    const { live: now, ground: { criteria: { municipality } } } = mustHave();
    const shifts = new Map<number, string[]>();
    for (const block of [...stroke.was.keys()].sort((a, b) => a - b)) {
      const to = now.zoneOf[block]!;
      shifts.set(to, [...(shifts.get(to) ?? []), municipality.blocks[block]!.id]);
    }
    const reply: TableReply = { kind: 'dropped', shifts: [...shifts].map(([to, blocks]): DrawnShift => ({ to: zoneAt(to), blocks })), touched: stroke.touched.size, spared: [...stroke.spared].map((place) => zoneAt(place)!) };
    stroke = noStroke();
    return reply;
  };

  const cut = (line: LonLats): TableReply => {
    const { plan: now, ground: { criteria: { municipality }, brush } } = mustHave();
    // Millimetres: the numbers stay short in the log of the plan.
    const metres = [...metresOf(line)].map((value) => Math.round(value * 1000) / 1000);
    const spared = new Set<string>();
    const cuts = brush.along(Float64Array.from(metres), 0).flatMap((block) => {
      const { id } = municipality.blocks[block]!;
      const parts = partsOfCut(municipality, id, metres).length;
      const zone = now.zones.find((candidate) => candidate.id === now.zoneOfBlock[id]);
      if (parts > 1 && zone?.locked === true) spared.add(zone.id);
      return parts > 1 && zone?.locked !== true ? [{ block: id, parts }] : [];
    });
    return { kind: 'cut', line: metres, cuts, spared: [...spared] };
  };

  const held = (): readonly string[] => {
    const { plan: now, ground: { criteria: { municipality } } } = mustHave();
    return settingsOfPlan(municipality, now).locks.blocks;
  };

  const repairsOf = (zone: string): TableReply => {
    const { plan: now, live: criteria, ground: { criteria: { graph, nuclei }, blockAt } } = mustHave();
    const place = placeOf(zone);
    const about = { live: criteria, graph, nuclei, zones: now.zones, held: new Set(held().flatMap((id) => blockAt.get(id) ?? [])) };
    const repairs = Object.fromEntries(repairable.map((criterion) => [criterion, place === -1 ? [] : repairsFor(about, place, criterion)])) as unknown as Readonly<Record<RepairableCriterion, readonly Repair[]>>;
    return { kind: 'repairs', zone, repairs };
  };

  const rebalanced = (blocks: readonly string[]): TableReply => {
    const { plan: now, ground: { criteria, whole: all, blockAt } } = mustHave();
    const settings = settingsOfPlan(criteria.municipality, now);
    return { kind: 'rebalanced', proposal: rebalance(all(), now, settings, blocks.flatMap((id) => blockAt.get(id) ?? [])) };
  };

  const holdBorder = (at: LonLats, withinMetres: number): TableReply => {
    const { plan: now, live: criteria, ground: { outlines } } = mustHave();
    const place = metresOf(at);
    const near = outlines.borderNear(criteria.zoneOf, place[0]!, place[1]!, withinMetres);
    const locked = near === null ? [] : near.zones.filter((zone) => zone !== -1 && now.zones[zone]!.locked);
    stroke.border = near === null || locked.length > 0 ? null : { zones: near.zones, at: place };
    return { kind: 'border-held', zones: near === null ? null : [zoneAt(near.zones[0]), zoneAt(near.zones[1])], locked: locked.map((zone) => zoneAt(zone)!) };
  };

  return {
    open(next) {
      const fitting = groundFor(next);
      ground = fitting;
      plan = next;
      live = liveCriteria(fitting.criteria, settingsOfPlan(fitting.criteria.municipality, next), next);
      stroke = noStroke();
      return { kind: 'opened', plan: next, zones: next.zones.map((_, place) => shapeOf(place)), criteria: live.criteria() };
    },
    answer(ask) {
      switch (ask.kind) {
        case 'paint': return paint(mustHave().ground.brush.along(metresOf(ask.line), ask.radiusMetres), ask.to);
        case 'fill': return paint(mustHave().ground.brush.within([[metresOf(ask.ring)]]), ask.to);
        case 'hold-border': return holdBorder(ask.at, ask.withinMetres);
        case 'pull-border': return pull(ask.at, ask.radiusMetres);
        case 'drop': return dropped();
        case 'take-back': {
          const changed = takeBack();
          stroke = noStroke();
          return drawn(changed);
        }
        case 'cut': return cut(ask.line);
        case 'repairs': return repairsOf(ask.zone);
        case 'rebalance': return rebalanced(ask.blocks);
      }
    },
  };
}
