import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facility, Municipality, NormSet, Plan } from '../model/index.ts';
import { straightLineTimes } from '../network/straight-line.ts';
import { usualNeedSettings } from '../model/index.ts';
import { analysePlan, prepareAnalysis, type AnalysisSettings } from './analyse.ts';
import { changeFacilities } from './change-facilities.ts';
import { paperTown } from './paper-people.ts';

const settings: AnalysisSettings = { need: usualNeedSettings, walk: straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null }) };
const { municipality, norms, plan }: { municipality: Municipality; norms: NormSet; plan: Plan } = paperTown();

const anyFacility: fc.Arbitrary<Facility> = fc.record({
  id: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'), category: fc.constantFrom('wzc' as const, 'ldc' as const, 'winkel' as const, 'gezinszorg' as const),
  name: fc.constant('Proef'), address: fc.constant(null), x: fc.integer({ min: 0, max: 3000 }), y: fc.constant(500), position: fc.constant({ by: 'source' as const, metres: null }),
  capacity: fc.option(fc.integer({ min: 1, max: 50 })), recognised: fc.constantFrom(true, false, null), functions: fc.subarray(['activiteitscentrum' as const, 'zorgkruispunt' as const]),
  opened: fc.constantFrom(null, '2030'), closed: fc.constantFrom(null, '2019'), source: fc.constant(2), referenceDate: fc.constant(null), fictitious: fc.constant(true),
});
const facilities = fc.uniqueArray(anyFacility, { selector: ({ id }) => id, maxLength: 5 });

test('reckoning again only what a change touches gives what reckoning everything gives', () => {
  fc.assert(fc.property(facilities, facilities, (before, after) => {
    const changed = changeFacilities(prepareAnalysis(municipality, norms, before, settings), after);
    expect(analysePlan(changed, plan)).toEqual(analysePlan(prepareAnalysis(municipality, norms, after, settings), plan));
  }), { numRuns: 50 });
});

test('a change and its inverse leave every figure as it was', () => {
  fc.assert(fc.property(facilities, facilities, (before, after) => {
    const start = prepareAnalysis(municipality, norms, before, settings);
    expect(analysePlan(changeFacilities(changeFacilities(start, after), before), plan)).toEqual(analysePlan(start, plan));
  }), { numRuns: 40 });
});

test('a list that says the same is the same ground', () => {
  const before = prepareAnalysis(municipality, norms, municipality.facilities, settings);
  expect(changeFacilities(before, structuredClone(municipality.facilities))).toBe(before);
});

test('more supply never makes a gap larger', () => {
  let smaller = 0;
  fc.assert(fc.property(facilities, anyFacility, (before, more) => {
    const added = { ...more, id: 'g1', capacity: more.capacity ?? 1, recognised: true, opened: null, closed: null };
    const known = before.map((facility) => ({ ...facility, capacity: facility.capacity ?? 1 }));
    const start = prepareAnalysis(municipality, norms, known, settings);
    const gapsOf = (ground: typeof start) => new Map(analysePlan(ground, plan).gaps.map((gap) => [gap.id, gap.missing]));
    const was = gapsOf(start), is = gapsOf(changeFacilities(start, [...known, added]));
    // What nobody spoke of was unknown and no gap; the first of its kind makes it known.
    const spokenOf = known.some(({ category }) => category === added.category);
    if (!spokenOf) return;
    for (const [id, missing] of is) expect(missing).toBeLessThanOrEqual((was.get(id) ?? (id.includes('functie') ? 1 : 0)) + 1e-9);
    if ([...was].some(([id, missing]) => missing > (is.get(id) ?? 0) + 1e-9)) smaller++;
  }), { numRuns: 50 });
  // It is about something: a gap did grow smaller, time and again.
  expect(smaller).toBeGreaterThan(3);
});
