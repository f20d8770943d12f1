import { expect, test } from 'vitest';
import { sketchStreets, type SketchedWay } from '../../../../tests/street-sketch.ts';
import { buildStreetGraph } from './build-graph.ts';
import { walkersCrossings } from './crossings.ts';
import { Access } from './street-input.ts';

/* A canal runs north along x = 0; rails run north along x = 500 and x = 504. */
const canal = Float64Array.of(0, -1000, 0, 0, 0, 1000);
const tracks = [Float64Array.of(500, -1000, 500, 0, 500, 1000), Float64Array.of(504, -1000, 504, 1000)];

function crossings(nodes: Parameters<typeof sketchStreets>[0], ways: readonly SketchedWay[]) {
  const built = buildStreetGraph(sketchStreets(nodes, ways));
  if (!built.ok) throw new Error(built.error.code);
  return walkersCrossings(built.value, [canal, ...tracks]);
}

test('a bridge is a crossing where it cuts the line, with the name of its street', () => {
  expect(crossings({ a: [-50, 200], b: [50, 200] }, [{ over: 'a b', name: 'Brugstraat' }])).toEqual([{ x: 0, y: 200, street: 'Brugstraat' }]);
});

test('two tracks beside each other are crossed once', () => {
  expect(crossings({ a: [450, 200], b: [550, 200] }, [{ over: 'a b' }])).toEqual([{ x: 502, y: 200, street: null }]);
});

test('a level crossing at a point the street shares with the rail', () => {
  expect(crossings({ a: [-50, 0], p: [0, 0], b: [40, 0] }, [{ over: 'a p b' }])).toEqual([{ x: 0, y: 0, street: null }]);
});

test('the same where two ways meet on the rail', () => {
  expect(crossings({ a: [-50, 0], p: [0, 0], b: [40, 0] }, [{ over: 'a p', name: 'Oost' }, { over: 'p b', name: 'West' }])).toHaveLength(1);
});

test('a street that touches the canal and turns back does not cross it', () => {
  expect(crossings({ a: [-50, 50], p: [0, 0], b: [-50, -50] }, [{ over: 'a p b' }])).toEqual([]);
});

test('a street that runs along the canal does not cross it', () => {
  expect(crossings({ a: [-50, 500], b: [0, 100], c: [0, -100], d: [-50, -500] }, [{ over: 'a b c d' }])).toEqual([]);
});

test('a motor road is no crossing for a walker', () => {
  expect(crossings({ a: [-50, 200], b: [50, 200] }, [{ over: 'a b', access: Access.carForward | Access.carBackward }])).toEqual([]);
});

test('without barriers there is nothing to cross', () => {
  const built = buildStreetGraph(sketchStreets({ a: [0, 0], b: [9, 0] }, [{ over: 'a b' }]));
  expect(built.ok && walkersCrossings(built.value, [])).toEqual([]);
});
