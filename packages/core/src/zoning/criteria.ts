import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Division, Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { metres, persons, share, squareMetres, type Metres, type Persons, type Share, type SquareMetres } from '../model/units.ts';
import { isClosed, type BlockGraph } from './block-graph.ts';
import { outOfBounds } from './bounds.ts';
import { partsOf } from './engine/graph.ts';
import type { Flows } from './engine/problem.ts';
import { wijkenOf } from './wijken.ts';
import type { Nucleus } from './nuclei.ts';

/** What a zone is held to. Genk asks for 6,000 to 12,000 inhabitants, cohesion, few physical barriers and no elongated zones (sources/001), and gives a number for the first only. */
export type CriteriaSettings = Pick<DelineationSettings, 'inhabitants' | 'mostSeveredShare' | 'leastElongation' | 'splitShare' | 'wijken' | 'mostKernenPerZone'>;

/** The part of the settings that zones are held to. */
export const criteriaSettingsOf = ({ inhabitants, mostSeveredShare, leastElongation, splitShare, wijken, mostKernenPerZone }: DelineationSettings): CriteriaSettings =>
  ({ inhabitants, mostSeveredShare, leastElongation, splitShare, wijken, mostKernenPerZone });

/** 'not-judged': there is nothing to judge by (nobody lives there, no division given). */
export type CriterionVerdict = 'met' | 'not-met' | 'not-judged';

/** How many live in the zone. */
export interface InhabitantsCriterion {
  readonly verdict: CriterionVerdict;
  readonly inhabitants: Persons;
  readonly least: Persons;
  readonly most: Persons;
}

/** Whether the zone is in one piece. */
export interface ContiguityCriterion {
  readonly verdict: CriterionVerdict;
  readonly pieces: number;
  /** Blocks outside the piece with most inhabitants, ascending by id, and who lives there. */
  readonly strayBlocks: readonly string[];
  readonly strayInhabitants: Persons;
}

/** What barriers run through the zone, and whom they cut off. */
export interface BarrierCriterion {
  readonly verdict: CriterionVerdict;
  /** Barrier between blocks of the zone and within them. */
  readonly insideMetres: Metres;
  /** The part of it that runs through single blocks: no choice of blocks can mend it. */
  readonly withinBlocksMetres: Metres;
  /** Names of the barriers inside, longest first. */
  readonly names: readonly string[];
  /** Inhabitants who, without crossing a barrier, cannot reach the part of the zone where most live. */
  readonly severedInhabitants: Persons;
  readonly severedShare: Share;
  readonly mostSeveredShare: Share;
}

/** How compact the zone is. */
export interface CompactnessCriterion {
  readonly verdict: CriterionVerdict;
  readonly areaM2: SquareMetres;
  readonly perimeterMetres: Metres;
  /** 4π·area/perimeter²: 1 for a circle. Depends on how finely borders are drawn, so it is told and not judged. */
  readonly polsbyPopper: number;
  /** Spread of people across over spread along, 0 to 1: √(λ₂/λ₁) of where they live. */
  readonly elongation: Share;
  readonly leastElongation: Share;
  /** Root mean square distance of its people to their middle. */
  readonly radiusMetres: Metres;
}

/** A wijk that lies in more than one zone. */
export interface SplitWijk {
  readonly area: string;
  readonly name: string;
  readonly inside: Persons;
  readonly elsewhere: Persons;
}

export interface WijkCriterion {
  readonly verdict: CriterionVerdict;
  /** Wijken that are split between this zone and others, most inhabitants elsewhere first. */
  readonly split: readonly SplitWijk[];
}

/** Kernen in the zone; it has a centre when there is at least one. */
export interface NucleusCriterion {
  readonly verdict: CriterionVerdict;
  /** Ids, most inhabitants first. */
  readonly nuclei: readonly string[];
  /** Null when any number will do. */
  readonly mostKernen: number | null;
}

/** How far the zone serves its own people. No source gives a norm for it, so it is told and not judged. */
export interface OwnServicesCriterion {
  readonly verdict: CriterionVerdict;
  /** Of the ways of its people to the nearest school, shop and service centre, those that end in the zone; null when there are none (zoning notes 3, self-containment). */
  readonly ownShare: Share | null;
}

/** How one zone stands against each criterion. */
export interface ZoneCriteria {
  readonly zone: string;
  readonly blocks: number;
  readonly inhabitants: InhabitantsCriterion;
  readonly contiguity: ContiguityCriterion;
  readonly barriers: BarrierCriterion;
  readonly compactness: CompactnessCriterion;
  readonly wijken: WijkCriterion;
  readonly nuclei: NucleusCriterion;
  readonly ownServices: OwnServicesCriterion;
  /** How many criteria are not met. */
  readonly notMet: number;
}

/** How a plan stands: each zone, and what is left of the municipality. */
export interface PlanCriteria {
  readonly settings: CriteriaSettings;
  /** In the order of the plan. */
  readonly zones: readonly ZoneCriteria[];
  /** Zones that meet all criteria that could be judged. */
  readonly zonesMet: number;
  /** Blocks in no zone, ascending by id, and who lives there. */
  readonly unassignedBlocks: readonly string[];
  readonly unassignedInhabitants: Persons;
  /** Inhabitants by which zones fall short of or pass their bounds, summed. */
  readonly outOfBounds: Persons;
  /** Wijken that lie in more than one zone. */
  readonly splitWijken: number;
}

/**
 * How the zones of a plan meet the criteria, zone by zone: measured value, norm, verdict. Blocks in no zone are told apart.
 * `ways`: those of people to services, between blocks. Linear in blocks, borders, barriers and ways.
 */
export function judgeZones(
  municipality: Municipality, graph: BlockGraph, plan: Plan, nuclei: readonly Nucleus[], settings: CriteriaSettings, ways: Flows,
): PlanCriteria {
  const { blocks } = municipality;
  const index = new Map(plan.zones.map(({ id }, place) => [id, place]));
  const zoneOf = Int32Array.from(blocks, ({ id }) => index.get(plan.zoneOfBlock[id] ?? '') ?? -1);
  const members = plan.zones.map((): number[] => []);
  const unassigned: number[] = [];
  for (const [block, zone] of zoneOf.entries()) (zone === -1 ? unassigned : members[zone]!).push(block);
  const pieces = partsOf(graph, (edge) => zoneOf[graph.u[edge]!] === zoneOf[graph.v[edge]!] && graph.isBridge[edge] === 0).partOf;
  // A gap between pieces is no barrier: it is judged as contiguity. Only closed borders cut people off.
  const sides = partsOf(graph, (edge) => zoneOf[graph.u[edge]!] === zoneOf[graph.v[edge]!] && !isClosed(graph, edge)).partOf;
  const barriers = barriersInside(municipality, graph, zoneOf, plan.zones.length);
  const perimeters = perimetersOf(graph, zoneOf, members);
  const division = wijkenOf(municipality, settings);
  const splits = division === null ? null : splitAreas(graph, zoneOf, plan.zones.length, division, settings.splitShare);
  const nucleiIn = nucleiByZone(blocks, zoneOf, plan.zones.length, nuclei);
  const ownShares = ownSharesOf(zoneOf, plan.zones.length, ways);

  const zones = plan.zones.map(({ id }, zone): ZoneCriteria => {
    const inZone = members[zone]!;
    const inhabitants = inZone.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);
    const judged = {
      inhabitants: {
        verdict: outOfBounds(inhabitants, settings.inhabitants) > 0 ? 'not-met' : 'met',
        inhabitants: persons(inhabitants),
        ...settings.inhabitants,
      },
      contiguity: contiguity(municipality, graph, inZone, pieces),
      barriers: { ...severing(graph, inZone, sides, inhabitants, settings.mostSeveredShare), ...barriers[zone]! },
      compactness: compactness(graph, inZone, perimeters[zone]!, inhabitants, settings.leastElongation),
      wijken: splits === null
        ? { verdict: 'not-judged', split: [] }
        : { verdict: splits[zone]!.length > 0 ? 'not-met' : 'met', split: splits[zone]! },
      nuclei: {
        verdict: nuclei.length === 0 ? 'not-judged' : nucleiIn[zone]!.length > 0 && nucleiIn[zone]!.length <= (settings.mostKernenPerZone ?? Infinity) ? 'met' : 'not-met',
        nuclei: nucleiIn[zone]!,
        mostKernen: settings.mostKernenPerZone,
      },
      ownServices: { verdict: 'not-judged', ownShare: ownShares[zone]! },
    } satisfies Omit<ZoneCriteria, 'zone' | 'blocks' | 'notMet'>;
    return { zone: id, blocks: inZone.length, ...judged, notMet: Object.values(judged).filter(({ verdict }) => verdict === 'not-met').length };
  });
  return {
    settings,
    zones,
    zonesMet: zones.filter(({ notMet }) => notMet === 0).length,
    unassignedBlocks: unassigned.map((block) => blocks[block]!.id),
    unassignedInhabitants: persons(unassigned.reduce((sum, block) => sum + graph.inhabitants[block]!, 0)),
    outOfBounds: persons(zones.reduce((sum, zone) => sum + outOfBounds(zone.inhabitants.inhabitants, settings.inhabitants), 0)),
    splitWijken: new Set(zones.flatMap(({ wijken }) => wijken.split.map(({ area }) => area))).size,
  };
}

/** The part with most inhabitants (ties: most blocks, then the first), out of those the members lie in. */
function largestPart(graph: BlockGraph, members: readonly number[], partOf: Int32Array): { readonly count: number; readonly part: number } {
  const inhabitants = new Map<number, [persons: number, blocks: number]>();
  for (const block of members) {
    const sums = inhabitants.get(partOf[block]!) ?? [0, 0];
    inhabitants.set(partOf[block]!, [sums[0] + graph.inhabitants[block]!, sums[1] + 1]);
  }
  const [largest] = [...inhabitants].sort(([p, a], [q, b]) => b[0] - a[0] || b[1] - a[1] || p - q);
  return { count: inhabitants.size, part: largest?.[0] ?? -1 };
}

function contiguity({ blocks }: Municipality, graph: BlockGraph, members: readonly number[], pieces: Int32Array): ContiguityCriterion {
  const { count, part } = largestPart(graph, members, pieces);
  const stray = members.filter((block) => pieces[block] !== part);
  return {
    verdict: count === 0 ? 'not-judged' : count === 1 ? 'met' : 'not-met',
    pieces: count,
    strayBlocks: stray.map((block) => blocks[block]!.id),
    strayInhabitants: persons(stray.reduce((sum, block) => sum + graph.inhabitants[block]!, 0)),
  };
}

function severing(graph: BlockGraph, members: readonly number[], sides: Int32Array, inhabitants: number, most: Share): Omit<BarrierCriterion, 'insideMetres' | 'withinBlocksMetres' | 'names'> {
  const { part } = largestPart(graph, members, sides);
  const severed = members.reduce((sum, block) => sum + (sides[block] === part ? 0 : graph.inhabitants[block]!), 0);
  const severedShare = inhabitants === 0 ? 0 : severed / inhabitants;
  return {
    verdict: inhabitants === 0 ? 'not-judged' : severedShare > most ? 'not-met' : 'met',
    severedInhabitants: persons(severed),
    severedShare: share(severedShare),
    mostSeveredShare: most,
  };
}

function barriersInside({ barriers }: Municipality, graph: BlockGraph, zoneOf: Int32Array, zones: number): readonly Pick<BarrierCriterion, 'insideMetres' | 'withinBlocksMetres' | 'names'>[] {
  const stretches = graph.barriers;
  const inside = new Float64Array(zones);
  const within = new Float64Array(zones);
  const byName = Array.from({ length: zones }, () => new Map<string, number>());
  for (let row = 0; row < stretches.a.length; row++) {
    const zone = zoneOf[stretches.a[row]!]!;
    if (zone === -1 || zoneOf[stretches.b[row]!] !== zone) continue;
    const length = stretches.lengthMetres[row]!;
    inside[zone]! += length;
    if (stretches.a[row] === stretches.b[row]) within[zone]! += length;
    const { name } = barriers[stretches.barrier[row]!]!;
    byName[zone]!.set(name, (byName[zone]!.get(name) ?? 0) + length);
  }
  return byName.map((lengths, zone) => ({
    insideMetres: metres(inside[zone]!),
    withinBlocksMetres: metres(within[zone]!),
    names: [...lengths].sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1)).map(([name]) => name),
  }));
}

/** A zone's outline: the outlines of its blocks, less twice the borders between them. */
function perimetersOf(graph: BlockGraph, zoneOf: Int32Array, members: readonly (readonly number[])[]): readonly number[] {
  const perimeters = members.map((inZone) => inZone.reduce((sum, block) => sum + graph.perimeterMetres[block]!, 0));
  for (let e = 0; e < graph.m; e++) {
    const zone = zoneOf[graph.u[e]!]!;
    if (zone !== -1 && zone === zoneOf[graph.v[e]!]) perimeters[zone]! -= 2 * graph.borderMetres[e]!;
  }
  return perimeters;
}

function compactness(graph: BlockGraph, members: readonly number[], perimeter: number, inhabitants: number, least: Share): CompactnessCriterion {
  let area = 0;
  let sumX = 0;
  let sumY = 0;
  for (const block of members) {
    area += graph.areaM2[block]!;
    sumX += graph.inhabitants[block]! * graph.x[block]!;
    sumY += graph.inhabitants[block]! * graph.y[block]!;
  }
  const x = sumX / inhabitants;
  const y = sumY / inhabitants;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const block of members) {
    const p = graph.inhabitants[block]!;
    if (p === 0) continue;
    const dx = graph.x[block]! - x;
    const dy = graph.y[block]! - y;
    xx += graph.spreadXX[block]! + p * dx * dx;
    xy += graph.spreadXY[block]! + p * dx * dy;
    yy += graph.spreadYY[block]! + p * dy * dy;
  }
  // Eigenvalues of the covariance: half the trace, plus and minus the root.
  const half = (xx + yy) / 2;
  const root = Math.hypot((xx - yy) / 2, xy);
  const elongation = half + root === 0 ? 1 : Math.sqrt(Math.max(0, half - root) / (half + root));
  return {
    verdict: inhabitants === 0 ? 'not-judged' : elongation < least ? 'not-met' : 'met',
    areaM2: squareMetres(area),
    perimeterMetres: metres(perimeter),
    polsbyPopper: perimeter === 0 ? 0 : (4 * Math.PI * area) / (perimeter * perimeter),
    elongation: share(elongation),
    leastElongation: least,
    radiusMetres: metres(inhabitants === 0 ? 0 : Math.sqrt((xx + yy) / inhabitants)),
  };
}

/** Per zone the areas that it splits; a fringe of an area, or an area but for a fringe, is not split. Blocks in no zone count as elsewhere. */
function splitAreas(graph: BlockGraph, zoneOf: Int32Array, zones: number, { areas, areaOfBlock }: Division, splitShare: number): readonly (readonly SplitWijk[])[] {
  // One column more for blocks in no zone.
  const held = areas.map(() => new Float64Array(zones + 1));
  for (let block = 0; block < graph.n; block++) {
    const area = areaOfBlock[block]!;
    if (area !== -1) held[area]![zoneOf[block] === -1 ? zones : zoneOf[block]!]! += graph.inhabitants[block]!;
  }
  const splits = Array.from({ length: zones }, (): SplitWijk[] => []);
  for (const [area, row] of held.entries()) {
    const total = row.reduce((sum, count) => sum + count, 0);
    for (let zone = 0; zone < zones; zone++) {
      if (row[zone] === 0 || row[zone]! < splitShare * total || total - row[zone]! < splitShare * total) continue;
      splits[zone]!.push({ area: areas[area]!.id, name: areas[area]!.name, inside: persons(row[zone]!), elsewhere: persons(total - row[zone]!) });
    }
  }
  return splits.map((split) => split.sort((a, b) => b.elsewhere - a.elsewhere || (a.area < b.area ? -1 : 1)));
}

function ownSharesOf(zoneOf: Int32Array, zones: number, { from, to, weight }: Flows): readonly (Share | null)[] {
  const own = new Float64Array(zones);
  const all = new Float64Array(zones);
  for (let row = 0; row < from.length; row++) {
    const zone = zoneOf[from[row]!]!;
    if (zone === -1) continue;
    all[zone]! += weight[row]!;
    if (zoneOf[to[row]!] === zone) own[zone]! += weight[row]!;
  }
  return Array.from(all, (sum, zone) => (sum === 0 ? null : share(own[zone]! / sum)));
}

function nucleiByZone(blocks: Municipality['blocks'], zoneOf: Int32Array, zones: number, nuclei: readonly Nucleus[]): readonly (readonly string[])[] {
  const zoneAt = new Map(blocks.map(({ id }, block) => [id, zoneOf[block]!]));
  const inZone = Array.from({ length: zones }, (): Nucleus[] => []);
  for (const nucleus of nuclei) {
    const zone = zoneAt.get(nucleus.block) ?? -1;
    if (zone !== -1) inZone[zone]!.push(nucleus);
  }
  return inZone.map((list) => list.sort((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1)).map(({ id }) => id));
}
