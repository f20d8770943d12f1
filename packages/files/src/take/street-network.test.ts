import { expect, test } from 'vitest';
import { buildStreetGraph, countStreets } from '@woonzorgzones/core/network';
import type { ManifestFile } from '../manifest.ts';
import { FileLedger } from '../read/file-ledger.ts';
import type { Placed } from '../read/place.ts';
import { FirstProblem } from '../read/problem.ts';
import type { StreetRow } from './basemap.ts';
import { streetNetwork } from './street-network.ts';

type Lines = readonly Float64Array[];

const street = (from: string, to: string, ...points: readonly number[]): Placed<StreetRow, Lines> => ({
  record: { name: 'Kerkstraat', class: 'straat', segment: { from, to, roadClass: 'residential', access: 63 }, barrier: null }, place: { feature: 1 }, geometry: [Float64Array.from(points)],
});

function network(rows: readonly Placed<StreetRow, Lines>[]) {
  const ledger = new FileLedger({} as ManifestFile, new FirstProblem());
  const input = streetNetwork(rows, () => ledger);
  const built = input === null ? null : buildStreetGraph(input);
  return { counts: built?.ok === true ? countStreets(built.value) : null, refused: ledger.refused.map(({ value, reason }) => [value, reason]) };
}

test('segments meet at the node they name', () => {
  expect(network([street('1', '2', 0, 0, 100, 0), street('2', '3', 100, 0, 100, 50)]).counts).toMatchObject({ parts: 1, kilometres: 0.15, deadEnds: 2 });
});

test('segments that cross without naming a node in common do not meet: one goes over the other', () => {
  expect(network([street('1', '2', -100, 0, 100, 0), street('3', '4', 0, -100, 0, 100)]).counts).toMatchObject({ parts: 2, deadEnds: 4 });
});

test('a segment that does not end where its node lies is refused, whichever comes first', () => {
  const rows = [street('1', '2', 0, 0, 100, 0), street('2', '3', 500, 0, 900, 0)];
  expect(network(rows).refused).toEqual([['2 – 3', 'ends-elsewhere']]);
  expect(network([...rows].reverse())).toEqual(network(rows));
});

test('ends that were rounded to a metre still meet', () => {
  expect(network([street('1', '2', 0, 0, 100, 0), street('2', '3', 100.4, 0.3, 900, 0)]).counts?.parts).toBe(1);
});

test('a segment in two pieces is refused', () => {
  expect(network([{ ...street('1', '2', 0, 0, 1, 1), geometry: [Float64Array.of(0, 0, 1, 1), Float64Array.of(5, 5, 6, 6)] }]).refused).toEqual([['', 'wrong-geometry']]);
});

test('a file without nodes is drawn only', () => {
  const row = street('1', '2', 0, 0, 100, 0);
  expect(network([{ ...row, record: { ...row.record, segment: null } }]).counts).toBeNull();
});
