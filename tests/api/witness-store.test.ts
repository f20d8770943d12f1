import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import type { Store } from '../../packages/api/src/store/store.ts';
import type { KeptRemark, KeptWitnessLink } from '../../packages/api/src/store/witnesses.ts';
import { openWitnesses } from '../../packages/api/src/witnesses.ts';
import { smallDataset } from './small-town.ts';
import { engines, temporaryPlace, type TemporaryPlace } from './temporary-store.ts';

const plan = '00000000-0000-4000-8000-000000000001';
const at = '2026-02-01T00:00:00.000Z';
const link = (id: string, createdAt = at): KeptWitnessLink => ({ id, plan, name: `Kring ${id}`, createdAt, expiresAt: null, withdrawnAt: null, secretHash: '0'.repeat(64) });
const remark = (id: string, of: string, change: Partial<KeptRemark> = {}): KeptRemark => ({
  id, link: of, plan, author: 'An', theme: 'zorg', opinion: 'twijfel', text: 'Het dienstencentrum ligt aan de overkant.', pin: { kind: 'place', x: 742_000.125, y: 683_000.5 },
  planVersion: 3, createdAt: at, changedAt: at, answer: null, answeredAt: null, handled: false, ...change,
});

describe.each(engines)('links and remarks of witnesses on %s', (engine) => {
  let place: TemporaryPlace;
  let store: Store;

  beforeAll(async () => {
    place = await temporaryPlace(engine);
    store = await openStore(place);
    await store.addDataset(smallDataset);
    const initial = { dataset: smallDataset.hash, normSet: 'vlaanderen', name: 'Leeg', zones: [], zoneOfBlock: {} };
    await store.addPlan({ id: plan, dataset: smallDataset.hash, name: 'Leeg', zones: 0, version: 0, createdAt: at, updatedAt: at, initial, log: [] });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  test('a link comes back as it was kept, withdrawn once, and usable again with another secret', async () => {
    await store.addWitnessLink(link('b', '2026-02-02T00:00:00.000Z'));
    await store.addWitnessLink(link('a'));
    expect(await store.witnessLinks(plan)).toEqual([link('a'), link('b', '2026-02-02T00:00:00.000Z')]);
    await store.withdrawWitnessLink('a', '2026-03-01T00:00:00.000Z');
    await store.withdrawWitnessLink('a', '2026-04-01T00:00:00.000Z');
    expect(await store.witnessLink('a')).toEqual({ ...link('a'), withdrawnAt: '2026-03-01T00:00:00.000Z' });
    await store.renewWitnessLink('a', 'f'.repeat(64), '2027-01-01T00:00:00.000Z');
    expect(await store.witnessLink('a')).toEqual({ ...link('a'), secretHash: 'f'.repeat(64), expiresAt: '2027-01-01T00:00:00.000Z' });
    expect(await store.witnessLink('c')).toBeNull();
  });

  test('remarks keep their place to the millimetre, or their zone', async () => {
    await store.addWitnessLink(link('pins'));
    const onZone = remark('r2', 'pins', { pin: { kind: 'zone', zone: 'z1', zoneName: 'Noord' }, createdAt: '2026-02-03T00:00:00.000Z' });
    expect(await store.addRemark(onZone, 10)).toBe(true);
    expect(await store.addRemark(remark('r1', 'pins'), 10)).toBe(true);
    expect(await store.remarksOfLink('pins')).toEqual([remark('r1', 'pins'), onZone]);
    expect((await store.remarks(plan)).map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  test('a link takes no more remarks than it may', async () => {
    await store.addWitnessLink(link('full'));
    expect(await store.addRemark(remark('f1', 'full'), 1)).toBe(true);
    expect(await store.addRemark(remark('f2', 'full'), 1)).toBe(false);
    expect(await store.remarksOfLink('full')).toHaveLength(1);
  });

  test('what the planner answered stays when the witness changes a remark, which is open again then', async () => {
    await store.addWitnessLink(link('answer'));
    await store.addRemark(remark('a1', 'answer'), 10);
    expect(await store.answerRemark(plan, 'a1', { answer: 'Er komt een brug.', answeredAt: at, handled: true })).toBe(true);
    expect(await store.remarksOfLink('answer')).toMatchObject([{ answer: 'Er komt een brug.', answeredAt: at, handled: true }]);
    const { author, theme, text, pin } = remark('a1', 'answer');
    expect(await store.changeRemark('answer', 'a1', { author, theme, opinion: 'eens', text, pin }, 5, '2026-05-01T00:00:00.000Z')).toBe(true);
    expect(await store.remarksOfLink('answer')).toMatchObject([{ opinion: 'eens', answer: 'Er komt een brug.', handled: false, planVersion: 5, createdAt: at, changedAt: '2026-05-01T00:00:00.000Z' }]);
  });

  test('nobody changes or withdraws a remark by another link, nor answers it on another plan', async () => {
    await store.addWitnessLink(link('mine'));
    await store.addWitnessLink(link('theirs'));
    const { author, theme, opinion, pin } = remark('m1', 'mine');
    await store.addRemark(remark('m1', 'mine'), 10);
    expect(await store.changeRemark('theirs', 'm1', { author, theme, opinion, text: 'Anders', pin }, 1, at)).toBe(false);
    expect(await store.withdrawRemark('theirs', 'm1')).toBe(false);
    expect(await store.answerRemark('another plan', 'm1', { answer: null, answeredAt: null, handled: true })).toBe(false);
    expect(await store.remarksOfLink('mine')).toEqual([remark('m1', 'mine')]);
    expect(await store.withdrawRemark('mine', 'm1')).toBe(true);
    expect(await store.remarksOfLink('mine')).toEqual([]);
  });

  test('a token opens its own link, until the link is over; of the token nothing is kept', async () => {
    let now = new Date('2026-06-01T12:00:00.000Z');
    const witnesses = openWitnesses(store, () => now);
    const { link: made, token } = await witnesses.make(plan, 'Huisartsenkring', '2026-06-02T00:00:00.000Z');
    expect(await witnesses.admit(token)).toMatchObject({ ok: true, value: { id: made.id, plan } });
    expect(JSON.stringify(await store.witnessLink(made.id))).not.toContain(token.split('.')[1]);

    const refused = { ok: false, error: { code: 'witness-link-refused' } };
    const [id, secret] = token.split('.') as [string, string];
    const other = await witnesses.make(plan, 'Wijkraad', null);
    for (const wrong of [null, '', id, `${id}.`, `${id}.${secret.slice(0, -1)}`, `${id}.${'A'.repeat(43)}`, `${other.link.id}.${secret}`, `${plan}.${secret}`]) expect(await witnesses.admit(wrong)).toEqual(refused);

    now = new Date('2026-06-02T00:00:00.000Z');
    expect(await witnesses.admit(token)).toEqual({ ok: false, error: { code: 'witness-link-over', how: 'expired' } });
    const renewed = await witnesses.renew(plan, made.id, null);
    if (!renewed.ok) throw new Error(renewed.error.code);
    expect(await witnesses.admit(token)).toEqual(refused);
    expect(await witnesses.admit(renewed.value.token)).toMatchObject({ ok: true });
    expect(await witnesses.withdraw(plan, made.id)).toMatchObject({ ok: true, value: { withdrawnAt: now.toISOString() } });
    expect(await witnesses.admit(renewed.value.token)).toEqual({ ok: false, error: { code: 'witness-link-over', how: 'withdrawn' } });
    expect(await witnesses.withdraw('another plan', made.id)).toEqual({ ok: false, error: { code: 'unknown-witness-link' } });
  });
});
