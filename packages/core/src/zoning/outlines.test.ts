import { expect, test } from 'vitest';
import { areaM2, perimeterMetres } from '../geo/polygon.ts';
import type { Plan } from '../model/plan.ts';
import { zoneOutlines } from './outlines.ts';
import { paperTown } from './paper-town.ts';

test('a zone of three squares in an L, a zone in two parts, and one without blocks', () => {
  const town = paperTown({ columns: 3, rows: 2, sizeMetres: 100, inhabitants: () => 9 });
  const plan: Plan = {
    dataset: 'd', normSet: 'n', name: 'p',
    zones: ['el', 'twee', 'leeg'].map((id) => ({ id, name: id, locked: false })),
    zoneOfBlock: { '0-0': 'el', '1-0': 'el', '0-1': 'el', '2-0': 'twee', '1-1': 'twee' },
  };
  const [el, twee, leeg] = zoneOutlines(town, plan);
  expect([el!.zone, areaM2(el!.shape), perimeterMetres(el!.shape), el!.shape.length]).toEqual(['el', 30_000, 800, 1]);
  expect([twee!.zone, areaM2(twee!.shape), perimeterMetres(twee!.shape), twee!.shape.length]).toEqual(['twee', 20_000, 800, 2]);
  expect(leeg).toEqual({ zone: 'leeg', shape: [] });
});
