import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnProfile, Plan } from '../model/index.ts';
import { applyEdit, applyEdits, type Edit, type EditGround } from './edits.ts';
import type { FacilityEdit } from './facility-edits.ts';
import type { ScenarioEdit } from './scenario-edits.ts';
import type { StoryEdit } from './story-edits.ts';
import { openHistory, record, redo, replay, undo, type PlanHistory } from './log.ts';

const blocks = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', '10', '9'];
const ground: EditGround = { blocks: new Set(blocks), facilities: new Set(['f1', 'f2', 'f3']), partsOf: () => 2 };
const zoneIds = ['noord', 'oost', 'zuid', 'west'];

const start: Plan = {
  dataset: 'd1', normSet: 'vlaanderen', name: 'Proef',
  zones: [{ id: 'noord', name: 'Noord', locked: false }, { id: 'oost', name: 'Oost', locked: false }],
  zoneOfBlock: { b1: 'noord', b2: 'noord', b3: 'oost', b4: 'oost' },
};

const zone = fc.constantFrom(...zoneIds);
const name = fc.constantFrom('Noord', 'Oost', 'Zuid', 'West', 'Midden');
const someBlocks = fc.subarray([...blocks, 'b1/1', 'b1/2', 'b3/1', 'b1/1/2'], { minLength: 1 });
const cuttable = fc.constantFrom('b1', 'b3', 'b6', 'b1/1');
const newZone = fc.record({ id: zone, name });

const facilityId = fc.constantFrom('f1', 'f2', 'f3', 'nieuw-1', 'nieuw-2');
const place = { x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) };
const facts = {
  category: fc.constantFrom('wzc' as const, 'ldc' as const), name: fc.constantFrom('Ter Hooie', 'De Schalm', ' '), address: fc.constant(null),
  capacity: fc.option(fc.nat(9)), recognised: fc.constant(null), functions: fc.subarray(['activiteitscentrum' as const, 'zorgkruispunt' as const]),
  opened: fc.constant(null), closed: fc.option(fc.constant('2020')),
};
const facilityEdit: fc.Arbitrary<FacilityEdit> = fc.oneof(
  fc.record({ kind: fc.constant('add-facility' as const), facility: fc.record({ id: fc.constantFrom('nieuw-1', 'nieuw-2', 'f1'), ...facts, ...place }) }),
  fc.record({ kind: fc.constantFrom('remove-facility' as const, 'reopen-facility' as const, 'split-facility' as const), facility: facilityId }),
  fc.record({ kind: fc.constant('change-facility' as const), facility: facilityId, change: fc.record(facts, { requiredKeys: [] }) }),
  fc.record({ kind: fc.constant('move-facility' as const), facility: facilityId, ...place }),
  fc.record({ kind: fc.constant('close-facility' as const), facility: facilityId, on: fc.constantFrom('2020', '2021-05') }),
  fc.record({ kind: fc.constant('restore-facility' as const), facility: facilityId, override: fc.constant(null) }),
  fc.record({ kind: fc.constant('merge-facilities' as const), keep: facilityId, drop: facilityId }),
  fc.record({ kind: fc.constantFrom('keep-apart' as const, 'forget-apart' as const), one: facilityId, other: facilityId }),
);

const scenarioId = fc.constantFrom('een', 'twee', 'drie');
const scenario = fc.record({
  id: scenarioId, name: fc.constantFrom('Een', 'Twee', 'Drie'), base: fc.option(scenarioId),
  steps: fc.array(fc.oneof(
    fc.record({ kind: fc.constant('close' as const), facility: facilityId }),
    fc.record({ kind: fc.constant('year' as const), year: fc.constantFrom(2025, 2030) }),
  ), { maxLength: 2 }),
});
const scenarioEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add-scenario' as const, 'change-scenario' as const), scenario }),
  fc.record({ kind: fc.constant('drop-scenario' as const), scenario: scenarioId }),
  fc.record({
    kind: fc.constant('judge-proposal' as const), proposal: fc.constantFrom('p1', 'p2'),
    judgement: fc.option(fc.record({ verdict: fc.constantFrom('accepted' as const, 'rejected' as const, null), note: fc.constantFrom('', 'Eerst met de buurt spreken.') })),
  }),
);

const chapterId = fc.constantFrom('begin', 'noord', 'slot');
const chapter = fc.record({
  id: chapterId, page: fc.constantFrom('map' as const, 'closing' as const), title: fc.constant(null), sentence: fc.option(fc.constantFrom('Een zin.', 'Een andere zin.')),
  figure: fc.constant(null), view: fc.constant(null), before: fc.constant(null), notes: fc.constant(''),
});
const storyEdit: fc.Arbitrary<StoryEdit> = fc.oneof(
  fc.record({ kind: fc.constant('choose-story' as const), story: fc.array(chapter, { maxLength: 3 }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put-chapter' as const), chapter, at: fc.option(fc.nat(3)) }) },
  fc.record({ kind: fc.constant('drop-chapter' as const), chapter: chapterId }),
);

const ownTravel: fc.Arbitrary<Omit<OwnProfile, 'profile'>> = fc.record({
  metresPerSecond: fc.constantFrom(0.5, 0.7, 0), avoidsSteps: fc.boolean(), avoidsHighKerbs: fc.boolean(), slopes: fc.constantFrom<OwnProfile['slopes'][]>([], [{ riseMetres: null, percent: 5 }]),
});
const travelEdit = fc.record({ kind: fc.constant('choose-travel-profile' as const), profile: fc.constantFrom('rolstoel', 'lopen-75plus'), own: fc.option(ownTravel) });

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 2, arbitrary: travelEdit },
  { weight: 2, arbitrary: storyEdit },
  { weight: 3, arbitrary: scenarioEdit },
  { weight: 4, arbitrary: facilityEdit },
  fc.record({ kind: fc.constant('assign-blocks' as const), blocks: someBlocks, zone: fc.option(zone) }),
  fc.record({ kind: fc.constant('add-zone' as const), zone: newZone, at: fc.option(fc.nat(3)) }),
  fc.record({ kind: fc.constant('remove-zone' as const), zone }),
  fc.record({ kind: fc.constant('name-zone' as const), zone, name }),
  fc.record({ kind: fc.constantFrom('lock-zone' as const, 'unlock-zone' as const), zone }),
  fc.record({ kind: fc.constant('merge-zones' as const), from: zone, into: zone }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('split-block' as const), block: cuttable, line: fc.constantFrom([0, 0, 1, 1], [0, 0, 2, 2]), parts: fc.constantFrom(2, 3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join-block' as const), block: cuttable }) },
  fc.record({ kind: fc.constant('rename-plan' as const), name }),
  fc.record({ kind: fc.constant('choose-norm-set' as const), normSet: fc.constantFrom('vlaanderen', 'genk-2008') }),
  fc.record({
    kind: fc.constant('adopt-zones' as const),
    zones: fc.uniqueArray(newZone, { selector: ({ id }) => id, maxLength: 4 }),
    zoneOfBlock: fc.dictionary(fc.constantFrom(...blocks), zone),
  }),
);

const gesture = fc.array(anyEdit, { minLength: 1, maxLength: 3 });
const act = fc.oneof({ weight: 4, arbitrary: gesture }, { weight: 2, arbitrary: fc.constant('undo' as const) }, { weight: 1, arbitrary: fc.constant('redo' as const) });

/** Does what can be done and leaves what is refused, as a screen would. */
function perform(acts: readonly (Edit[] | 'undo' | 'redo')[]): PlanHistory {
  let history = openHistory(start);
  for (const doing of acts) {
    const next = doing === 'undo' ? undo(history) : doing === 'redo' ? redo(history) : record(history, doing, ground);
    if (next.ok) history = next.value;
  }
  return history;
}

const bytes = (plan: Plan) => JSON.stringify(plan);

test('an edit and its inverse together change nothing', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 12 }), anyEdit, (before, edit) => {
    const { plan } = perform(before);
    const there = applyEdit(plan, edit, ground);
    if (!there.ok) return;
    const back = applyEdits(there.value.plan, there.value.inverse, ground);
    expect(back.ok && bytes(back.value.plan)).toBe(bytes(plan));
  }), { numRuns: 500 });
});

test('a kept log leads to the same plan, whatever was done, undone and redone', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
    const history = perform(acts);
    const again = replay(start, JSON.parse(JSON.stringify(history.entries)) as typeof history.entries);
    expect(again.ok && again.value).toEqual(history);
    expect(again.ok && bytes(again.value.plan)).toBe(bytes(history.plan));
  }), { numRuns: 300 });
});

test('undoing everything gives the plan one began with, redoing everything the plan one had', () => {
  fc.assert(fc.property(fc.array(gesture, { maxLength: 15 }), (gestures) => {
    const done = perform(gestures);
    let history = done;
    while (history.done.length > 0) {
      const next = undo(history);
      if (next.ok) history = next.value;
    }
    expect(bytes(history.plan)).toBe(bytes(start));
    while (history.undone.length > 0) {
      const next = redo(history);
      if (next.ok) history = next.value;
    }
    expect(bytes(history.plan)).toBe(bytes(done.plan));
  }), { numRuns: 300 });
});

test('whatever is done, every block is in a zone that exists, and locked zones keep their blocks', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 25 }), fc.array(anyEdit, { maxLength: 6 }), (acts, more) => {
    const { plan } = perform(acts);
    const locked = new Set(plan.zones.filter((kept) => kept.locked).map(({ id }) => id));
    const held = (of: Plan) => Object.entries(of.zoneOfBlock).filter(([, id]) => locked.has(id));
    let after = plan;
    for (const edit of more.filter(({ kind }) => kind !== 'unlock-zone')) {
      const result = applyEdit(after, edit, ground);
      if (result.ok) after = result.value.plan;
    }
    expect(held(after)).toEqual(held(plan));
    const ids = new Set(after.zones.map(({ id }) => id));
    expect(Object.values(after.zoneOfBlock).every((id) => ids.has(id))).toBe(true);
  }), { numRuns: 300 });
});
