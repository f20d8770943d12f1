import type { NormSet, Plan, Scenario } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { expect, test } from 'vitest';
import { smallTown } from '../../../../tests/api/small-town.ts';
import { answerAnalysis } from './answer-analysis.ts';

/** The paper town has one woonzorgcentrum, f1, of 60 places. */
const norms: NormSet = {
  id: 'proef', name: 'Proef', version: 1, norms: [{
    kind: 'amount', id: 'wzc', label: { nl: 'Plaatsen', en: 'Places' }, category: 'wzc', status: 'own', source: { title: 'Proef', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null,
    measure: 'capacity', unit: 'plaatsen', rule: { kind: 'per-age', rates: [{ from: 0, to: null, count: 1, per: 100 }] }, rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
  }],
};
const scenarios: readonly Scenario[] = [
  { id: 'a', name: 'A', base: null, steps: [{ kind: 'enlarge', facility: 'f1', capacity: 80 }] },
  { id: 'b', name: 'B', base: 'a', steps: [{ kind: 'enlarge', facility: 'f1', capacity: 90 }] },
];
const plan: Plan = { dataset: 'd', normSet: 'proef', name: 'Proef', zones: [], zoneOfBlock: {}, scenarios };
const answer = (scenario: string) => {
  const answered = answerAnalysis(smallTown, { number: 1, hash: 'd', plan, norms, shipped: [], scenario, year: null, pending: null, gap: null });
  if (!answered.ok) throw new Error(answered.error.code);
  return answered.value;
};
const present = ({ municipality }: PlanAnalysis) => municipality.needs[0]!.present.count;
const known = (value: number) => ({ kind: 'known', value });

test('a scenario on the plan is laid beside the plan as it stands, one on another scenario beside that one, as the server does', () => {
  const a = answer('a'), b = answer('b');
  expect([a.base, present(a.analysis)]).toEqual([null, known(80)]);
  expect(a.analysis.against!.areas.at(-1)!.needs[0]!.present).toEqual({ before: known(60), after: known(80), difference: known(20) });
  expect(b.base!.provenance.scenario).toEqual({ id: 'a', name: 'A' });
  expect([present(b.base!), present(b.analysis)]).toEqual([known(80), known(90)]);
  expect(b.analysis.against!.areas.at(-1)!.needs[0]!.present).toEqual({ before: known(80), after: known(90), difference: known(10) });
});
