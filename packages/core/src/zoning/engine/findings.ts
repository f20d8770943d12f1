import { hinge } from './division.ts';
import { graphOf, partsOf } from './graph.ts';
import { countsThatFit, inhabitantsOf, locksOf, type ZoneFinding, type ZoneProblem } from './problem.ts';
import type { ZonePlan } from './zone-plan.ts';

/** What keeps a division from meeting bounds and locks. Empty when it meets them all. */
export function findingsOf(problem: ZoneProblem, { zoneOf, zones, carriesOn }: Pick<ZonePlan, 'zoneOf' | 'zones' | 'carriesOn'>): ZoneFinding[] {
  const { n, persons, lower, upper, borders, reference } = problem;
  const locks = locksOf(problem);
  const inhabitants = inhabitantsOf(problem);
  const findings: ZoneFinding[] = [];
  const zonePersons = new Float64Array(zones);
  for (let i = 0; i < n; i++) zonePersons[zoneOf[i]!]! += persons[i]!;
  const isOut = zonePersons.some((p) => hinge(p, { lower, upper }) > 1e-6);
  const fits = countsThatFit(inhabitants, lower, upper);

  if (isOut) {
    if (inhabitants < lower) findings.push({ code: 'too-few-inhabitants', inhabitants, lower });
    else if (fits.fewest > fits.most) findings.push({ code: 'no-count-fits', inhabitants, lower, upper });
    else if (problem.zoneCount && (problem.zoneCount.most < fits.fewest || problem.zoneCount.fewest > fits.most)) {
      findings.push({ code: 'count-cannot-fit', fewest: problem.zoneCount.fewest, most: problem.zoneCount.most, least: fits.fewest, greatest: fits.most });
    }
    for (let i = 0; i < n; i++) if (persons[i]! > upper) findings.push({ code: 'unit-above-upper', unit: i, inhabitants: persons[i]!, upper });
    findings.push(...smallParts(problem, inhabitants >= lower));
  }
  const graph = graphOf(n, borders.u, borders.v);
  const parts = partsOf(graph, () => true).count;
  if (problem.zoneCount && parts > problem.zoneCount.most) findings.push({ code: 'more-parts-than-zones', parts, zones: problem.zoneCount.most });
  const pieces = partsOf(graph, (e) => zoneOf[borders.u[e]!] === zoneOf[borders.v[e]!]);
  for (const zone of [...new Set(locks.frozenZones)].sort((a, b) => a - b)) {
    const here = carriesOn.indexOf(zone);
    if (hinge(zonePersons[here]!, { lower, upper }) > 1e-6) findings.push({ code: 'frozen-zone-out-of-bounds', zone, inhabitants: zonePersons[here]! });
    const count = new Set(pieces.partOf.filter((_, i) => zoneOf[i] === here)).size;
    if (count > 1) findings.push({ code: 'frozen-zone-in-pieces', zone, pieces: count });
  }
  for (const [kind, pairs] of [[true, locks.together], [false, locks.apart]] as const) {
    for (const [i, j] of pairs) if ((zoneOf[i] === zoneOf[j]) !== kind) findings.push({ code: 'lock-not-kept', units: [i, j], together: kind });
  }
  const strays = new Map<number, number[]>();
  for (const unit of locks.fixedUnits) {
    const zone = reference![unit]!;
    if (carriesOn[zoneOf[unit]!] !== zone) strays.set(zone, [...(strays.get(zone) ?? []), unit]);
  }
  for (const [zone, units] of [...strays].sort((a, b) => a[0] - b[0])) findings.push({ code: 'fixed-units-in-pieces', zone, units });
  return findings;
}

/** Parts, apart by land or by frozen zones, in which not one zone fits. */
function smallParts(problem: ZoneProblem, isLargeEnough: boolean): ZoneFinding[] {
  const { n, persons, lower, borders, reference } = problem;
  if (!isLargeEnough) return [];
  const frozen = new Set(locksOf(problem).frozenZones);
  const isFree = (i: number): boolean => reference === undefined || !frozen.has(reference[i]!);
  const whole = partsOf(graphOf(n, borders.u, borders.v), () => true);
  const free = partsOf(graphOf(n, borders.u, borders.v), (e) => isFree(borders.u[e]!) && isFree(borders.v[e]!));
  const findings: ZoneFinding[] = [];
  for (let part = 0; part < free.count; part++) {
    const units = Array.from(free.partOf.keys()).filter((i) => free.partOf[i] === part);
    if (!isFree(units[0]!)) continue;
    const inhabitants = units.reduce((sum, i) => sum + persons[i]!, 0);
    if (inhabitants >= lower) continue;
    const isIsland = whole.partOf.filter((p) => p === whole.partOf[units[0]!]).length === units.length;
    findings.push({ code: isIsland ? 'part-below-lower' : 'rest-below-lower', units, inhabitants, lower });
  }
  return findings;
}
