import type { Objective } from '../objective.ts';

/** Attributes of the units, row-major: `values[unit * count + attribute]`. */
export interface Attributes {
  readonly count: number;
  readonly values: Float64Array;
}

/**
 * The sum over all pairs of units in one zone of their Manhattan distance in attributes: what spopt's max-p makes small
 * (Wei, Rey and Knaap 2020; pysal/spopt, spopt/region/maxp.py). Memory n², for some hundreds of units.
 */
export function pairwiseObjective(n: number, { count, values }: Attributes): Objective {
  const distance = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let d = 0;
      for (let a = 0; a < count; a++) d += Math.abs(values[i * count + a]! - values[j * count + a]!);
      distance[i * n + j] = distance[j * n + i] = d;
    }
  }
  let zones = 0;
  let total = 0;
  /** Summed distance of a unit to the units of a zone. */
  let toZone = new Float64Array(0);
  return {
    begin(zoneOf, zoneCount) {
      zones = zoneCount;
      toZone = new Float64Array(n * zones);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) toZone[i * zones + zoneOf[j]!]! += distance[i * n + j]!;
      total = 0;
      for (let i = 0; i < n; i++) total += toZone[i * zones + zoneOf[i]!]! / 2;
    },
    value: () => total,
    delta: (unit, from, to) => toZone[unit * zones + to]! - toZone[unit * zones + from]!,
    moved(unit, from, to) {
      total += toZone[unit * zones + to]! - toZone[unit * zones + from]!;
      for (let i = 0; i < n; i++) {
        const d = distance[i * n + unit]!;
        toZone[i * zones + from]! -= d;
        toZone[i * zones + to]! += d;
      }
    },
    zoneCost(members, size) {
      let sum = 0;
      for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) sum += distance[members[i]! * n + members[j]!]!;
      return sum;
    },
    edgeCosts: null,
    grain: values.every((value) => Number.isInteger(value)) ? 1 : 0,
  };
}

/**
 * The sum of squared distances of units to the mean of their zone (WSS). With attributes standardised as GeoDa does,
 * 1 - WSS/TSS is the BSS/TSS that rgeoda reports (GeoDaCenter/rgeoda, tests/testthat/test-clustering.R).
 */
export function squaresObjective(n: number, { count, values }: Attributes): Objective {
  const square = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let a = 0; a < count; a++) square[i]! += values[i * count + a]! ** 2;
  let sums = new Float64Array(0);
  let size = new Float64Array(0);
  let total = 0;
  /** Squared length of the sum of a zone with a unit put in (+1) or taken out (-1), over its number of units. */
  const meanSquare = (zone: number, unit: number, sign: number): number => {
    const units = size[zone]! + sign;
    if (units === 0) return 0;
    let length = 0;
    for (let a = 0; a < count; a++) length += (sums[zone * count + a]! + sign * values[unit * count + a]!) ** 2;
    return length / units;
  };
  const change = (unit: number, from: number, to: number): number =>
    meanSquare(from, unit, 0) + meanSquare(to, unit, 0) - meanSquare(from, unit, -1) - meanSquare(to, unit, 1);
  const carry = (unit: number, zone: number, sign: number): void => {
    size[zone]! += sign;
    for (let a = 0; a < count; a++) sums[zone * count + a]! += sign * values[unit * count + a]!;
  };
  return {
    begin(zoneOf, zones) {
      sums = new Float64Array(zones * count);
      size = new Float64Array(zones);
      total = 0;
      for (let i = 0; i < n; i++) {
        carry(i, zoneOf[i]!, 1);
        total += square[i]!;
      }
      for (let z = 0; z < zones; z++) total -= meanSquare(z, 0, 0);
    },
    value: () => total,
    delta: change,
    moved(unit, from, to) {
      total += change(unit, from, to);
      carry(unit, from, -1);
      carry(unit, to, 1);
    },
    zoneCost(members, units) {
      let cost = 0;
      for (let a = 0; a < count; a++) {
        let sum = 0;
        for (let i = 0; i < units; i++) sum += values[members[i]! * count + a]!;
        cost -= sum ** 2 / units;
      }
      for (let i = 0; i < units; i++) cost += square[members[i]!]!;
      return cost;
    },
    edgeCosts: null,
    grain: 0,
  };
}
