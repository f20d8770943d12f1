import type { Division, Municipality } from '../model/municipality.ts';
import { metres, persons, share, squareMetres, type Share } from '../model/units.ts';
import { isClosed, type BlockGraph } from './block-graph.ts';
import { outOfBounds } from './bounds.ts';
import type { AgeCount, BarrierCriterion, CompactnessCriterion, ContiguityCriterion, CriteriaSettings, PlanCriteria, SplitWijk, ZoneCriteria } from './criteria.ts';
import type { Flows } from './engine/problem.ts';
import type { Nucleus } from './nuclei.ts';
import { wijkenOf } from './wijken.ts';

/**
 * Judges one zone at a time, by its own blocks alone: what it says of a zone does not depend on how the others lie, so that a
 * stroke of the brush asks for the zones it touched and no more.
 */
export interface ZoneJudge {
  readonly settings: CriteriaSettings;
  /** O(blocks of the zone, their borders, barriers and ways). `members` ascending; `zoneOf` holds `zone` for these and no others. */
  readonly judge: (id: string, zone: number, members: readonly number[], zoneOf: Int32Array) => ZoneCriteria;
  /** What the zones come to together. O(blocks + zones). */
  readonly together: (zones: readonly ZoneCriteria[], zoneOf: Int32Array) => PlanCriteria;
}

/** Rows by the block they start from: those of block i are start[i] up to start[i + 1]. */
const startsOf = (from: Int32Array, blocks: number): Int32Array => {
  const start = new Int32Array(blocks + 1);
  for (const block of from) start[block + 1]!++;
  for (let i = 0; i < blocks; i++) start[i + 1]! += start[i]!;
  return start;
};

/** `ways`: those of people to services, between blocks, ascending by the block gone from. O(blocks + people + barriers + ways) once. */
export function zoneJudge(municipality: Municipality, graph: BlockGraph, nuclei: readonly Nucleus[], settings: CriteriaSettings, ways: Flows): ZoneJudge {
  const { blocks } = municipality;
  const division = wijkenOf(municipality, settings);
  const personsInArea = division === null ? [] : areaTotals(graph, division);
  const stretchesFrom = startsOf(graph.barriers.a, blocks.length);
  const waysFrom = startsOf(ways.from, blocks.length);
  const nucleiIn = nucleiByBlock(blocks, nuclei);
  const agesOf = agesByBlock(municipality);
  const walk = partWalker(graph);

  const judge: ZoneJudge['judge'] = (id, zone, members, zoneOf) => {
    const inhabitants = members.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);
    const inZone = (block: number): boolean => zoneOf[block] === zone;
    const pieces = walk(members, inZone, (edge) => graph.isBridge[edge] === 0);
    // A gap between pieces is no barrier: it is judged as contiguity. Only closed borders cut people off.
    const sides = walk(members, inZone, (edge) => !isClosed(graph, edge));
    const split = division === null ? null : splitAreas(graph, members, division, personsInArea, settings.splitShare);
    const kernen = members.flatMap((block) => nucleiIn.get(block) ?? []).sort((a, b) => b.inhabitants - a.inhabitants || (a.id < b.id ? -1 : 1)).map((nucleus) => nucleus.id);
    const judged = {
      inhabitants: { verdict: outOfBounds(inhabitants, settings.inhabitants) > 0 ? 'not-met' : 'met', inhabitants: persons(inhabitants), ...settings.inhabitants },
      contiguity: contiguity(municipality, graph, members, pieces),
      barriers: { ...severing(graph, members, sides, inhabitants, settings.mostSeveredShare), ...barriersInside(municipality, graph, members, inZone, stretchesFrom) },
      compactness: compactness(graph, members, perimeterOf(graph, members, inZone), inhabitants, settings.leastElongation),
      wijken: split === null ? { verdict: 'not-judged', split: [] } : { verdict: split.length > 0 ? 'not-met' : 'met', split },
      nuclei: {
        verdict: nuclei.length === 0 ? 'not-judged' : kernen.length > 0 && kernen.length <= (settings.mostKernenPerZone ?? Infinity) ? 'met' : 'not-met',
        nuclei: kernen,
        mostKernen: settings.mostKernenPerZone,
      },
      ownServices: { verdict: 'not-judged', ownShare: ownShare(members, inZone, ways, waysFrom) },
    } satisfies Omit<ZoneCriteria, 'zone' | 'blocks' | 'ages' | 'notMet'>;
    return { zone: id, blocks: members.length, ages: agesOf(members), ...judged, notMet: Object.values(judged).filter(({ verdict }) => verdict === 'not-met').length };
  };

  const together: ZoneJudge['together'] = (zones, zoneOf) => {
    const unassigned: string[] = [];
    let people = 0;
    for (let block = 0; block < zoneOf.length; block++) {
      if (zoneOf[block] !== -1) continue;
      unassigned.push(blocks[block]!.id);
      people += graph.inhabitants[block]!;
    }
    return {
      settings,
      zones,
      zonesMet: zones.filter(({ notMet }) => notMet === 0).length,
      unassignedBlocks: unassigned,
      unassignedInhabitants: persons(people),
      outOfBounds: persons(zones.reduce((sum, zone) => sum + outOfBounds(zone.inhabitants.inhabitants, settings.inhabitants), 0)),
      splitWijken: new Set(zones.flatMap(({ wijken }) => wijken.split.map(({ area }) => area))).size,
    };
  };
  return { settings, judge, together };
}

/** The separate parts that members lie in, each ascending, by their first members. */
type Parts = readonly (readonly number[])[];

function partWalker(graph: BlockGraph): (members: readonly number[], inZone: (block: number) => boolean, open: (edge: number) => boolean) => Parts {
  const seen = new Int32Array(graph.n);
  let walk = 0;
  return (members, inZone, open) => {
    walk++;
    const parts: number[][] = [];
    for (const first of members) {
      if (seen[first] === walk) continue;
      seen[first] = walk;
      const part = [first];
      for (const block of part) {
        for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
          const next = graph.to[p]!;
          if (seen[next] === walk || !inZone(next) || !open(graph.edge[p]!)) continue;
          seen[next] = walk;
          part.push(next);
        }
      }
      parts.push(part);
    }
    return parts;
  };
}

const peopleIn = (graph: BlockGraph, part: readonly number[]): number => part.reduce((sum, block) => sum + graph.inhabitants[block]!, 0);

/** All parts but the one with most inhabitants (ties: most blocks, then the first). */
function besidesLargest(graph: BlockGraph, parts: Parts): Parts {
  const people = parts.map((part) => peopleIn(graph, part));
  const largest = parts.reduce((best, part, i) => (people[i]! > people[best]! || (people[i] === people[best] && part.length > parts[best]!.length) ? i : best), 0);
  return parts.filter((_, i) => i !== largest);
}

function contiguity({ blocks }: Municipality, graph: BlockGraph, members: readonly number[], pieces: Parts): ContiguityCriterion {
  const stray = members.length === 0 ? [] : besidesLargest(graph, pieces).flat().sort((a, b) => a - b);
  return {
    verdict: pieces.length === 0 ? 'not-judged' : pieces.length === 1 ? 'met' : 'not-met',
    pieces: pieces.length,
    strayBlocks: stray.map((block) => blocks[block]!.id),
    strayInhabitants: persons(peopleIn(graph, stray)),
  };
}

function severing(graph: BlockGraph, members: readonly number[], sides: Parts, inhabitants: number, most: CriteriaSettings['mostSeveredShare']): Omit<BarrierCriterion, 'insideMetres' | 'withinBlocksMetres' | 'names'> {
  const severed = members.length === 0 ? 0 : peopleIn(graph, besidesLargest(graph, sides).flat());
  const severedShare = inhabitants === 0 ? 0 : severed / inhabitants;
  return {
    verdict: inhabitants === 0 ? 'not-judged' : severedShare > most ? 'not-met' : 'met',
    severedInhabitants: persons(severed),
    severedShare: share(severedShare),
    mostSeveredShare: most,
  };
}

function barriersInside(
  { barriers }: Municipality, { barriers: stretches }: BlockGraph, members: readonly number[], inZone: (block: number) => boolean, start: Int32Array,
): Pick<BarrierCriterion, 'insideMetres' | 'withinBlocksMetres' | 'names'> {
  let inside = 0;
  let within = 0;
  const byName = new Map<string, number>();
  for (const block of members) {
    for (let row = start[block]!; row < start[block + 1]!; row++) {
      if (!inZone(stretches.b[row]!)) continue;
      const length = stretches.lengthMetres[row]!;
      inside += length;
      if (stretches.b[row] === block) within += length;
      const { name } = barriers[stretches.barrier[row]!]!;
      byName.set(name, (byName.get(name) ?? 0) + length);
    }
  }
  return {
    insideMetres: metres(inside),
    withinBlocksMetres: metres(within),
    names: [...byName].sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1)).map(([name]) => name),
  };
}

/** A zone's outline: the outlines of its blocks, less twice the borders between them. */
function perimeterOf(graph: BlockGraph, members: readonly number[], inZone: (block: number) => boolean): number {
  let perimeter = 0;
  for (const block of members) perimeter += graph.perimeterMetres[block]!;
  for (const block of members) {
    for (let p = graph.start[block]!; p < graph.start[block + 1]!; p++) {
      if (graph.to[p]! > block && inZone(graph.to[p]!)) perimeter -= 2 * graph.borderMetres[graph.edge[p]!]!;
    }
  }
  return perimeter;
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

/** Inhabitants of each area of a division. */
function areaTotals(graph: BlockGraph, { areas, areaOfBlock }: Division): readonly number[] {
  const totals = areas.map(() => 0);
  for (let block = 0; block < graph.n; block++) if (areaOfBlock[block]! !== -1) totals[areaOfBlock[block]!]! += graph.inhabitants[block]!;
  return totals;
}

/** The areas that a zone splits; a fringe of an area, or an area but for a fringe, is not split. Blocks in no zone count as elsewhere. */
function splitAreas(graph: BlockGraph, members: readonly number[], { areas, areaOfBlock }: Division, totals: readonly number[], splitShare: number): readonly SplitWijk[] {
  const held = new Map<number, number>();
  for (const block of members) {
    const area = areaOfBlock[block]!;
    if (area !== -1) held.set(area, (held.get(area) ?? 0) + graph.inhabitants[block]!);
  }
  return [...held].flatMap(([area, inside]) => {
    const elsewhere = totals[area]! - inside;
    if (inside === 0 || inside < splitShare * totals[area]! || elsewhere < splitShare * totals[area]!) return [];
    return [{ area: areas[area]!.id, name: areas[area]!.name, inside: persons(inside), elsewhere: persons(elsewhere) }];
  }).sort((a, b) => b.elsewhere - a.elsewhere || (a.area < b.area ? -1 : 1));
}

function ownShare(members: readonly number[], inZone: (block: number) => boolean, { to, weight }: Flows, start: Int32Array) {
  let own = 0;
  let all = 0;
  for (const block of members) {
    for (let row = start[block]!; row < start[block + 1]!; row++) {
      all += weight[row]!;
      if (inZone(to[row]!)) own += weight[row]!;
    }
  }
  return all === 0 ? null : share(own / all);
}

function nucleiByBlock(blocks: Municipality['blocks'], nuclei: readonly Nucleus[]): ReadonlyMap<number, readonly Nucleus[]> {
  const index = new Map(blocks.map(({ id }, block) => [id, block]));
  const found = new Map<number, Nucleus[]>();
  for (const nucleus of nuclei) {
    const block = index.get(nucleus.block);
    if (block !== undefined) found.set(block, [...(found.get(block) ?? []), nucleus]);
  }
  return found;
}

/** Counts the people of blocks by age band. */
function agesByBlock({ blocks, bands, addresses }: Municipality): (members: readonly number[]) => readonly AgeCount[] {
  const counts = new Int32Array(blocks.length * bands.length);
  for (let row = 0; row < addresses.ids.length; row++) {
    const at = addresses.block[row]! * bands.length;
    for (let band = 0; band < bands.length; band++) counts[at + band]! += addresses.persons[row * bands.length + band]!;
  }
  return (members) => bands.map(({ from, to }, band) => ({ from, to, persons: persons(members.reduce((sum, block) => sum + counts[block * bands.length + band]!, 0)) }));
}
