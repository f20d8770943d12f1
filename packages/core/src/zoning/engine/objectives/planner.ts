import type { Ground, Incidence } from '../ground.ts';
import type { Objective } from '../objective.ts';
import type { ZoneWeights } from '../weights.ts';

/**
 * What a planner wants of a division, as one sum (zoning.md 6.1): each wish is scaled to be about 1 for a poor division of
 * an ordinary town and multiplied by its weight.
 * - shortBorders: cut length / (√(πk) · √area), the border of k equal discs;
 * - barriers: share of the closed metres that lie inside zones;
 * - compact: inertia of inhabitants / inertia of one zone of all;
 * - round: 1 − the mean Polsby-Popper of the zones, 4πA/P²;
 * - evenSize: mean of ((N − T)/T)², T the mean zone;
 * - wholeWijken: share of pairs of people of one community whom the division parts, Σ N_w (1 − Σ_z (N_wz/N_w)²) / Σ N_w;
 * - ownServices: share of the flows that cross a border;
 * - kernen: kernen beyond the number that a zone may hold, of all kernen;
 * - likeness: WSS/TSS of the attributes, weighed by inhabitants;
 * - leastChange: share of the inhabitants outside the zone that carries on theirs of the reference.
 * `carriesOn`: per zone the zone of the reference that it carries on, -1 for a new one.
 */
export function plannerObjective(ground: Ground, weights: ZoneWeights, zones: number, carriesOn: Int32Array): Objective {
  const { graph, lengthMetres, closedMetres, persons, momentX, momentY, unitArea, perimeter } = ground;
  const mean = ground.inhabitants / zones;
  const perOpen = weights.shortBorders / Math.max(1e-9, Math.sqrt(Math.PI * zones * ground.areaM2));
  const perClosed = ground.closedTotal > 0 ? weights.barriers / ground.closedTotal : 0;
  const perInertia = ground.inertia > 0 ? weights.compact / ground.inertia : 0;
  const perRound = weights.round / zones;
  const perSize = mean > 0 ? weights.evenSize / (zones * mean * mean) : 0;
  const community = weights.wholeWijken > 0 ? ground.communities : null;
  const perPair = community ? weights.wholeWijken / Math.max(1e-9, community.total.reduce((sum, p) => sum + p, 0)) : 0;
  const flows = weights.ownServices > 0 && ground.flows && ground.flows.total > 0 ? ground.flows : null;
  const perFlow = flows ? weights.ownServices / flows.total : 0;
  const nuclei = weights.kernen > 0 && ground.nuclei && ground.nuclei.total > 0 ? ground.nuclei : null;
  const perKern = nuclei ? weights.kernen / nuclei.total : 0;
  const attributes = weights.likeness > 0 && ground.attributes && ground.attributes.total > 0 ? ground.attributes : null;
  const perSquare = attributes ? weights.likeness / attributes.total : 0;
  const reference = weights.leastChange > 0 ? ground.reference : null;
  const perMoved = reference ? weights.leastChange / Math.max(1e-9, ground.inhabitants) : 0;

  /** What an edge costs when a border runs along it, and when it lies inside a zone. */
  const asBorder = lengthMetres.map((length) => length * perOpen);
  const asInside = closedMetres.map((closed) => closed * perClosed);

  let zoneOf: Int32Array = new Int32Array(0);
  let total = 0;
  const zonePersons = new Float64Array(zones);
  const zoneX = new Float64Array(zones);
  const zoneY = new Float64Array(zones);
  const zoneArea = new Float64Array(zones);
  const zonePerimeter = new Float64Array(zones);
  const zoneNuclei = new Float64Array(zones);
  const inZone = new Float64Array((community?.count ?? 0) * zones);
  const zoneSums = new Float64Array((attributes?.count ?? 0) * zones);

  /** Inertia, size: terms of the sums of one zone. */
  const sumsCost = (p: number, mx: number, my: number): number => (p > 0 ? -((mx * mx + my * my) / p) * perInertia : 0) + (p - mean) * (p - mean) * perSize;
  const shapeCost = (area: number, perimeter: number): number => (perimeter > 1e-3 ? (1 - (4 * Math.PI * area) / (perimeter * perimeter)) * perRound : 0);
  const kernenCost = (count: number): number => (nuclei ? Math.max(0, count - nuclei.mostPerZone) * perKern : 0);
  /** −(sum of attributes)² / inhabitants of a zone, with a unit put in (+1) or taken out (-1). */
  const likenessCost = (zone: number, unit: number, sign: number): number => {
    if (attributes === null) return 0;
    const p = zonePersons[zone]! + sign * persons[unit]!;
    if (!(p > 0)) return 0;
    let length = 0;
    for (let a = 0; a < attributes.count; a++) length += (zoneSums[zone * attributes.count + a]! + sign * attributes.sums[unit * attributes.count + a]!) ** 2;
    return (-length / p) * perSquare;
  };
  const staying = (rows: Incidence, unit: number, zone: number): number => {
    for (let p = rows.start[unit]!; p < rows.start[unit + 1]!; p++) if (rows.key[p] === carriesOn[zone]) return rows.amount[p]!;
    return 0;
  };

  const delta = (unit: number, from: number, to: number): number => {
    let change = 0;
    let withFrom = 0;
    let withTo = 0;
    for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
      const z = zoneOf[graph.to[p]!]!;
      const e = graph.edge[p]!;
      if (z === from) {
        change += asBorder[e]! - asInside[e]!;
        withFrom += lengthMetres[e]!;
      } else if (z === to) {
        change += asInside[e]! - asBorder[e]!;
        withTo += lengthMetres[e]!;
      }
    }
    if (perRound > 0) {
      change += shapeCost(zoneArea[from]! - unitArea[unit]!, zonePerimeter[from]! - perimeter[unit]! + 2 * withFrom) - shapeCost(zoneArea[from]!, zonePerimeter[from]!) +
        shapeCost(zoneArea[to]! + unitArea[unit]!, zonePerimeter[to]! + perimeter[unit]! - 2 * withTo) - shapeCost(zoneArea[to]!, zonePerimeter[to]!);
    }
    const people = persons[unit]!;
    if (people > 0) {
      const mx = momentX[unit]!;
      const my = momentY[unit]!;
      const a = zonePersons[from]!;
      const b = zonePersons[to]!;
      change += sumsCost(a - people, zoneX[from]! - mx, zoneY[from]! - my) - sumsCost(a, zoneX[from]!, zoneY[from]!) +
        sumsCost(b + people, zoneX[to]! + mx, zoneY[to]! + my) - sumsCost(b, zoneX[to]!, zoneY[to]!);
    }
    if (community) {
      for (let p = community.start[unit]!; p < community.start[unit + 1]!; p++) {
        const w = community.key[p]!;
        const q = community.amount[p]!;
        // Σ_z N_wz² changes by 2q(N_w,to − N_w,from + q).
        change -= (2 * q * (inZone[w * zones + to]! - inZone[w * zones + from]! + q) * perPair) / community.total[w]!;
      }
    }
    if (flows) {
      for (let p = flows.start[unit]!; p < flows.start[unit + 1]!; p++) {
        const z = zoneOf[flows.key[p]!]!;
        if (z === from) change += flows.amount[p]! * perFlow;
        else if (z === to) change -= flows.amount[p]! * perFlow;
      }
    }
    if (nuclei && nuclei.perUnit[unit]! > 0) {
      const c = nuclei.perUnit[unit]!;
      change += kernenCost(zoneNuclei[from]! - c) - kernenCost(zoneNuclei[from]!) + kernenCost(zoneNuclei[to]! + c) - kernenCost(zoneNuclei[to]!);
    }
    if (attributes) change += likenessCost(from, unit, -1) - likenessCost(from, unit, 0) + likenessCost(to, unit, 1) - likenessCost(to, unit, 0);
    if (reference) change += (staying(reference, unit, from) - staying(reference, unit, to)) * perMoved;
    return change;
  };

  const carry = (unit: number, zone: number, sign: number): void => {
    zoneArea[zone]! += sign * unitArea[unit]!;
    zonePersons[zone]! += sign * persons[unit]!;
    zoneX[zone]! += sign * momentX[unit]!;
    zoneY[zone]! += sign * momentY[unit]!;
    if (nuclei) zoneNuclei[zone]! += sign * nuclei.perUnit[unit]!;
    if (community) for (let p = community.start[unit]!; p < community.start[unit + 1]!; p++) inZone[community.key[p]! * zones + zone]! += sign * community.amount[p]!;
    if (attributes) for (let a = 0; a < attributes.count; a++) zoneSums[zone * attributes.count + a]! += sign * attributes.sums[unit * attributes.count + a]!;
  };

  /** Parts that do not depend on the division, so that the value is the sum of the wishes. */
  const constant =
    ground.inertia * perInertia + ground.closedWithin * perClosed +
    (community ? community.total.reduce((sum, p) => sum + p, 0) * perPair : 0) +
    (flows ? (flows.total - flows.within) * perFlow : 0) +
    (attributes ? attributes.squares * perSquare : 0) + ground.inhabitants * perMoved;

  /** The part of the value that the units of one zone answer for; a border counts half. */
  const stampOf = new Int32Array(ground.n);
  let stamp = 0;
  const communityIn = new Float64Array(community?.count ?? 0);
  const costOf = (members: Int32Array, count: number): number => {
    stamp++;
    for (let i = 0; i < count; i++) stampOf[members[i]!] = stamp;
    let cost = 0;
    let p = 0;
    let mx = 0;
    let my = 0;
    let area = 0;
    let around = 0;
    let kernen = 0;
    for (let i = 0; i < count; i++) {
      const unit = members[i]!;
      p += persons[unit]!;
      mx += momentX[unit]!;
      my += momentY[unit]!;
      area += unitArea[unit]!;
      around += perimeter[unit]!;
      if (nuclei) kernen += nuclei.perUnit[unit]!;
      for (let q = graph.start[unit]!; q < graph.start[unit + 1]!; q++) {
        const e = graph.edge[q]!;
        if (stampOf[graph.to[q]!] === stamp) {
          cost += asInside[e]! / 2;
          around -= lengthMetres[e]!;
        } else cost += asBorder[e]! / 2;
      }
      if (flows) {
        for (let q = flows.start[unit]!; q < flows.start[unit + 1]!; q++) if (stampOf[flows.key[q]!] === stamp) cost -= (flows.amount[q]! * perFlow) / 2;
      }
      if (community) for (let q = community.start[unit]!; q < community.start[unit + 1]!; q++) communityIn[community.key[q]!]! += community.amount[q]!;
    }
    cost += sumsCost(p, mx, my) + shapeCost(area, around) + kernenCost(kernen);
    if (community) {
      for (let i = 0; i < count; i++) {
        for (let q = community.start[members[i]!]!; q < community.start[members[i]! + 1]!; q++) {
          const w = community.key[q]!;
          cost -= (communityIn[w]! * communityIn[w]! * perPair) / community.total[w]!;
          communityIn[w] = 0;
        }
      }
    }
    if (attributes && p > 0) {
      for (let a = 0; a < attributes.count; a++) {
        let sum = 0;
        for (let i = 0; i < count; i++) sum += attributes.sums[members[i]! * attributes.count + a]!;
        cost -= ((sum * sum) / p) * perSquare;
      }
    }
    return cost + constant / zones;
  };

  return {
    begin(division, zoneCount) {
      if (zoneCount !== zones) throw new Error(`Got ${zoneCount} zones when expected ${zones}.`);
      zoneOf = division;
      for (const sums of [zonePersons, zoneX, zoneY, zoneArea, zonePerimeter, zoneNuclei, inZone, zoneSums]) sums.fill(0);
      for (let i = 0; i < ground.n; i++) {
        carry(i, zoneOf[i]!, 1);
        zonePerimeter[zoneOf[i]!]! += perimeter[i]!;
      }
      total = constant;
      for (let e = 0; e < graph.m; e++) {
        const zone = zoneOf[graph.u[e]!]!;
        const inside = zone === zoneOf[graph.v[e]!];
        total += inside ? asInside[e]! : asBorder[e]!;
        if (inside) zonePerimeter[zone]! -= 2 * lengthMetres[e]!;
      }
      for (let z = 0; z < zones; z++) total += shapeCost(zoneArea[z]!, zonePerimeter[z]!) + sumsCost(zonePersons[z]!, zoneX[z]!, zoneY[z]!) + kernenCost(zoneNuclei[z]!) + likenessCost(z, 0, 0);
      if (community) for (let i = 0; i < inZone.length; i++) if (inZone[i]! > 0) total -= (inZone[i]! * inZone[i]! * perPair) / community.total[Math.floor(i / zones)]!;
      for (let i = 0; i < ground.n; i++) {
        if (flows) for (let p = flows.start[i]!; p < flows.start[i + 1]!; p++) if (zoneOf[flows.key[p]!] === zoneOf[i]) total -= (flows.amount[p]! * perFlow) / 2;
        if (reference) total -= staying(reference, i, zoneOf[i]!) * perMoved;
      }
    },
    value: () => total,
    delta,
    moved(unit, from, to) {
      total += delta(unit, from, to);
      for (let p = graph.start[unit]!; p < graph.start[unit + 1]!; p++) {
        const z = zoneOf[graph.to[p]!]!;
        if (z === from) zonePerimeter[from]! += 2 * lengthMetres[graph.edge[p]!]!;
        else if (z === to) zonePerimeter[to]! -= 2 * lengthMetres[graph.edge[p]!]!;
      }
      zonePerimeter[from]! -= perimeter[unit]!;
      zonePerimeter[to]! += perimeter[unit]!;
      carry(unit, from, -1);
      carry(unit, to, 1);
    },
    // Who must be told that a zone carries on another cannot be priced zone by zone.
    zoneCost: reference ? null : costOf,
    edgeCosts: constant === ground.closedWithin * perClosed && perRound === 0 && perSize === 0 && nuclei === null ? { asBorder, asInside } : null,
    grain: 0,
  };
}
