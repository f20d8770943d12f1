import { expect, test } from 'vitest';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { walker } from '../../../../tests/travellers.ts';
import { buildStreetGraph } from './build-graph.ts';
import { changeStreets } from './change-streets.ts';
import { nearestFacilities } from './nearest.ts';
import { changedGround, reachGround } from './reach-ground.ts';
import { Reason } from './reasons.ts';
import { everyAccess } from './street-input.ts';
import { streetWalk } from './street-walk.ts';

/*
 * Two streets of 400 m, 100 m apart, joined at the east end only; a canal between them.
 *
 *   A(0,100) ───────── B(400,100)
 *        ~~~~ canal y = 50 ~~~   │ bridge
 *   C(0,0) ─────────── D(400,0)
 *
 * Homes 10 m north of A and 20 m south of the street at x = 300; one in the canal at (0,55) - 45 m from A - and one far away.
 */
const built = buildStreetGraph(sketchStreets({ A: [0, 100], B: [400, 100], C: [0, 0], D: [400, 0] }, [{ over: 'A B', name: 'Noord' }, { over: 'C D', name: 'Zuid' }, { over: 'B D', name: 'Brug' }]));
if (!built.ok) throw new Error(built.error.code);
const homes = Float64Array.of(0, 110, 300, -20, 0, 45, 5000, 5000);
const shop = Float64Array.of(0, -10);
const ground = reachGround(built.value, [Float64Array.of(-500, 50, 390, 50)], homes);

test('a walk along the streets: north 10 + 400 + 100 + 400 + 10, south 20 + 300 + 10; who is nowhere says why', () => {
  const { metres, reason } = streetWalk(ground).walks(homes, shop);
  // The third home stands 45 m north of C, south of the canal.
  expect([...metres]).toEqual([920, 330, 55, Infinity]);
  expect([...reason]).toEqual([Reason.reached, Reason.reached, Reason.reached, Reason.farFromStreet]);
});

test('a traveller is made once', () => {
  expect(ground.traveller(walker, 'to')).toBe(ground.traveller({ ...walker }, 'to'));
  expect(ground.traveller(walker, 'from')).not.toBe(ground.traveller(walker, 'to'));
});

test('with a footbridge from A to C the north walks 10 + 100 + 10, and today stays as it was', () => {
  const { graph } = ground;
  const edgeOf = (y: number): number => [0, 1, 2].find((edge) => graph.vertexXy[2 * graph.edgeFrom[edge]! + 1] === y * 1000 && graph.vertexXy[2 * graph.edgeTo[edge]! + 1] === y * 1000)!;
  const endAt = (y: number) => ({ edge: edgeOf(y), along: graph.vertexXy[2 * graph.edgeFrom[edgeOf(y)]!] === 0 ? 0 : 400_000 });
  const changed = changeStreets(graph, { closed: [], added: [{ from: endAt(100), to: endAt(0), via: new Float64Array(), access: everyAccess, traits: 0, roadClass: 0, name: null }] });
  if (!changed.ok) throw new Error(changed.error.code);
  const { network, addresses, link } = changedGround(ground, changed.value).traveller(walker, 'to');
  expect(nearestFacilities(network, link(shop), addresses).cost[0]).toBe(120_000);
  expect(streetWalk(ground).walks(homes, shop).metres[0]).toBe(920);
});
