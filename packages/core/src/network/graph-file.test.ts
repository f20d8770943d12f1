import { expect, test } from 'vitest';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { buildStreetGraph } from './build-graph.ts';
import { decodeStreetGraph, encodeStreetGraph } from './graph-file.ts';
import type { StreetGraph } from './street-graph.ts';

function graph(plane: StreetGraph['plane']): StreetGraph {
  const built = buildStreetGraph({ ...sketchStreets({ a: [0, 0], b: [100, 0], c: [100, 50] }, [{ over: 'a b', name: 'Sint-Jozefstraat' }, { over: 'b c', name: 'Höfke' }]), plane });
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

const file = (): ArrayBuffer => encodeStreetGraph(graph({ kind: 'lambert2008' })).slice(0);

test.each<StreetGraph['plane']>([{ kind: 'lambert2008' }, { kind: 'local', longitude: -8.61, latitude: 41.15 }])('a graph comes back as it was written ($kind)', (plane) => {
  expect(decodeStreetGraph(encodeStreetGraph(graph(plane)))).toEqual({ ok: true, value: graph(plane) });
  expect(decodeStreetGraph(encodeStreetGraph(graph(plane), 'shared-memory'))).toEqual({ ok: true, value: graph(plane) });
});

test('the same graph gives the same bytes', () => {
  expect(new Uint8Array(file())).toEqual(new Uint8Array(file()));
});

test('a file cut anywhere is refused', () => {
  const whole = file();
  for (let length = 0; length < whole.byteLength; length++) expect(decodeStreetGraph(whole.slice(0, length)).ok).toBe(false);
});

test('a byte that changed on disk is noticed, wherever it is', () => {
  for (let at = 0; at < file().byteLength; at++) {
    const bytes = file();
    new Uint8Array(bytes)[at]! ^= 0x40;
    expect(decodeStreetGraph(bytes).ok).toBe(false);
  }
});

test('another kind of file and a version that is not known are refused, each with its reason', () => {
  expect(decodeStreetGraph(new TextEncoder().encode('PK\u0003\u0004 a zip file of some kind, long enough to be one of ours…').buffer)).toEqual({ ok: false, error: { code: 'not-a-street-graph' } });
  const newer = file();
  new Uint32Array(newer)[2] = 2;
  expect(decodeStreetGraph(newer)).toEqual({ ok: false, error: { code: 'unknown-version', version: 2 } });
  expect(decodeStreetGraph(file().slice(0, -8))).toMatchObject({ ok: false, error: { code: 'truncated' } });
});
