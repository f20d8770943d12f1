import { expect, test } from 'vitest';
import { known, unknown, type DwellingGroup, type HousingReserve, type Municipality, type NormSet } from '../model/index.ts';
import type { CategorySupply } from './analysis.ts';
import type { Figure } from './figure.ts';
import { housingOfBlocks } from './block-housing.ts';
import { housingGroundOf, housingIn } from './housing.ts';
import type { LocalNeed } from './local-analysis.ts';

const facts = { type: null, builtYear: null, ownership: null, lift: null, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: null, source: 3 };
const group = (block: number, dwellings: number, more: Partial<DwellingGroup>): DwellingGroup => ({ ...facts, block, dwellings, ...more });
const plot = (id: string, block: number, more: Partial<HousingReserve>): HousingReserve => ({ id, name: id, kind: 'project', block, dwellings: null, year: null, form: null, source: 4, ...more });
const town = (dwellings?: readonly DwellingGroup[], housingReserve?: readonly HousingReserve[]): Municipality => ({
  blocks: [{}, {}], population: { year: 2024 }, ...(dwellings && { dwellings }), ...(housingReserve && { housingReserve }),
}) as unknown as Municipality;

const norms: NormSet = {
  id: 'p', name: 'P', version: 1, norms: [],
  suitability: [{
    id: 'rolstoel', label: { nl: 'R', en: 'R' }, gives: 'levenslang', status: 'own', source: { title: 'Proef', url: null, place: null, year: null },
    when: { types: null, builtFrom: null, builtTo: null, lift: null, oneFloor: null, groundFloor: null, stepFree: null, wheelchair: true },
  }],
};
const figure = (value: number): Figure => ({ count: known(value), year: 2024, method: 'modelled', sources: [1] });
const supply = ['gaw', 'seniorenwoning'].map((category) => ({ category, capacity: figure(category === 'gaw' ? 10 : 25) })) as unknown as readonly CategorySupply[];
const need = (form: LocalNeed['need'], middle: number): LocalNeed => ({
  rule: `regel-${form}`, need: form, unit: 'woningen', status: 'own', estimate: { low: figure(middle / 2), middle: figure(middle), high: figure(middle * 2) }, later: [], derivation: null, reservations: [],
});
const needs = [need('verzorgd-wonen', 30), need('aanleunwonen', 20), need('aangepast-wonen', 8)];
const told = (area: readonly number[], municipality: Municipality, set = norms) => housingIn(area, housingGroundOf(municipality, set), supply, needs, 'middle');
const count = ({ count: one }: Figure) => (one.kind === 'known' ? one.value : one.kind);

const stock = [
  group(0, 5, { type: 'open', builtYear: 1974, ownership: 'eigenaar', wheelchair: false }),
  group(0, 2, { type: 'appartement', builtYear: 2011, ownership: 'sociale-huur', wheelchair: true }),
  group(1, 4, { wheelchair: true }), group(1, 3, {}),
];

test('dwellings are told by type, owner, decade and what they are fit for; what nobody gave stands last', () => {
  const { dwellings, byType, byOwnership, byDecade, bySuitability, reservations } = told([0, 1], town(stock, []));
  expect([count(dwellings), byType.map(({ type, dwellings: of }) => [type, count(of)]), byOwnership.map(({ ownership, dwellings: of }) => [ownership, count(of)])]).toEqual([
    14, [['open', 5], ['appartement', 2], [null, 7]], [['eigenaar', 5], ['sociale-huur', 2], [null, 7]],
  ]);
  expect(byDecade.map(({ decade, dwellings: of }) => [decade, count(of)])).toEqual([[1970, 5], [2010, 2], [null, 7]]);
  // No rule speaks of a dwelling that is not fit for a wheelchair, and of three nobody knows it.
  expect(Object.entries(bySuitability).map(([suitability, of]) => [suitability, count(of)])).toEqual([['levenslang', 6], ['aanpasbaar', 0], ['ongeschikt', 0], ['onbekend', 8]]);
  expect(reservations).toEqual([{ code: 'suitability-unknown', dwellings: 8 }]);
});

test('the four forms are laid beside their need; one unknown dwelling leaves what there is unknown', () => {
  const rows = (area: readonly number[]) => told(area, town(stock, [])).forms.map(({ form, present, missing }) => [form, count(present), count(missing)]);
  expect(rows([0])).toEqual([['verzorgd-wonen', 10, 20], ['aanleunwonen', 25, 0], ['aangepast-wonen', 2, 6], ['levenslange-woning', 'unknown', 'unknown']]);
  expect(rows([0, 1])[2]).toEqual(['aangepast-wonen', 'unknown', 'unknown']);
});

test('without a rule of local need nobody can say what is needed', () => {
  const levenslang = told([0], town(stock, [])).forms[3]!;
  expect([levenslang.rule, levenslang.status, levenslang.needed.middle.count]).toEqual([null, null, unknown]);
});

test('the reserve of an area is its plots; one without number leaves the sum unknown, none at all is zero', () => {
  const reserve = [plot('a', 0, { dwellings: 24, year: 2026, form: 'aanleunwonen' }), plot('b', 0, { dwellings: 6, year: 2026 }), plot('c', 1, { year: 2030 })];
  const of = (area: readonly number[]) => told(area, town(stock, reserve)).reserve;
  expect([count(of([0]).dwellings), of([0]).projects, of([0]).byYear]).toEqual([30, ['a', 'b'], [{ year: 2026, dwellings: known(30) }]]);
  expect([count(of([0, 1]).dwellings), of([0, 1]).withoutNumber]).toEqual(['unknown', 1]);
  expect(count(of([]).dwellings)).toBe(0);
  expect(told([0], town(stock, reserve)).forms.map(({ planned }) => count(planned))).toEqual([0, 24, 0, 0]);
});

test('what no file tells is unknown in every figure, and says which file is missing', () => {
  const { dwellings, bySuitability, reserve, forms, reservations } = told([0, 1], town());
  expect([count(dwellings), count(bySuitability.levenslang), count(reserve.dwellings), count(forms[1]!.planned)]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  expect(reservations.map(({ code }) => code)).toEqual(['no-dwellings-file', 'no-reserve-file']);
  // Assistentiewoningen are counted in the register of facilities, not in the stock.
  expect(count(forms[0]!.present)).toBe(10);
});

test('norms without rules of suitability judge nothing', () => {
  const { bySuitability, reservations } = told([0], town(stock, []), { ...norms, suitability: [] });
  expect(count(bySuitability.levenslang)).toBe('unknown');
  expect(reservations).toEqual([{ code: 'no-suitability-rules' }]);
});

test('block by block the same dwellings and the same room stand as in the areas they make up', () => {
  const municipality = { ...town(stock, [plot('a', 0, { dwellings: 24 }), plot('b', 1, {})]), blocks: [{ id: 'b0' }, { id: 'b1' }] } as unknown as Municipality;
  const [west, east] = housingOfBlocks(municipality, norms);
  expect([west!.block, west!.dwellings, west!.bySuitability.levenslang, west!.bySuitability.onbekend, west!.reserve]).toEqual(['b0', known(7), known(2), known(5), known(24)]);
  // The plot in the other block has no number.
  expect([east!.dwellings, east!.bySuitability.levenslang, east!.bySuitability.onbekend, east!.reserve]).toEqual([known(7), known(4), known(3), unknown]);
  const silent = housingOfBlocks({ ...municipality, dwellings: undefined, housingReserve: undefined } as unknown as Municipality, norms)[0]!;
  expect([silent.dwellings, silent.bySuitability.levenslang, silent.reserve]).toEqual([unknown, unknown, unknown]);
});
