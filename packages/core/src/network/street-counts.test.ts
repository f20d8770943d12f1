import { expect, test } from 'vitest';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { buildStreetGraph } from './build-graph.ts';
import { countStreets } from './street-counts.ts';
import { Access } from './street-input.ts';

test('a square with a dead end, an island, and a motor road that is nobody\'s walk', () => {
  /* Square a b c d of 100 m with b reached by the dead end e; island p q; motor road m n. Walkers: 6 + 2 junctions of which
     a, c, d are shape only on the ring, so: b, e; p, q; m, n. Dead ends: e, p, q. */
  const built = buildStreetGraph(sketchStreets(
    { a: [0, 0], b: [100, 0], c: [100, 100], d: [0, 100], e: [200, 0], p: [500, 0], q: [600, 0], m: [0, 900], n: [1000, 900] },
    [{ over: 'a b c d a' }, { over: 'b e' }, { over: 'p q' }, { over: 'm n', access: Access.carForward }],
  ));
  expect(built.ok && countStreets(built.value)).toEqual({ junctions: 6, stretches: 4, kilometres: 1.6, parts: 2, largestPartShare: 0.5, deadEnds: 3 });
});

test('a platform round which nobody can walk to a street is no loose part; one that joins a street is part of it', () => {
  /* Platform p q r s, a ring of its own; platform b t u joins street a b. */
  const built = buildStreetGraph(sketchStreets(
    { a: [0, 0], b: [100, 0], t: [100, 5], u: [150, 5], p: [500, 0], q: [600, 0], r: [600, 4], s: [500, 4] },
    [{ over: 'a b' }, { over: 'b t u', road: 'platform' }, { over: 'p q r s p', road: 'platform' }],
  ));
  expect(built.ok && countStreets(built.value)).toMatchObject({ parts: 1, largestPartShare: 1 });
});
