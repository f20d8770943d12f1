import { expect, test } from 'vitest';
import { usualNeedSettings, type Facility, type Municipality, type NormSet, type Plan } from '../model/index.ts';
import { analysePlan, prepareAnalysis } from '../needs/index.ts';
import { paperFacility, paperTown, placesNorm, shopNorm } from '../needs/paper-people.ts';
import { straightLineTimes } from '../network/straight-line.ts';
import { untoldLines } from './untold-sentences.ts';

/** West holds blocks A and B, Oost C and D, as told beside `paperTown`. */
const { municipality, plan } = paperTown();
const walk = straightLineTimes({ method: 'straight-line', detourFactor: 1, detourStatus: 'own', detourSource: null });
const labelled = (nl: string): { readonly label: { readonly nl: string; readonly en: string } } => ({ label: { nl, en: nl } });
const norms: NormSet = { id: 'proef', name: 'Proef', version: 1, norms: [{ ...placesNorm, ...labelled('Plaatsen') }, { ...shopNorm, ...labelled('Winkel') }] };
const linesOf = (facilities: readonly Facility[], more: { readonly town?: Municipality; readonly on?: Plan; readonly set?: NormSet } = {}): readonly string[] => {
  const { town = municipality, on = plan, set = norms } = more;
  return untoldLines(analysePlan(prepareAnalysis(town, set, facilities, { need: usualNeedSettings, walk }), on), set, 'nl').filter((line) => !line.includes('bestand vertelt') && !line.includes('woningen'));
};
const all = [paperFacility('s', 'winkel', 300), paperFacility('w', 'wzc', 1600, { capacity: 2 })];
const whole = linesOf(all);

test('what a file does not speak of is said once, with every norm it holds for', () => {
  const silent = linesOf([]).filter((line) => !whole.includes(line));
  expect(silent).toEqual(['De bestanden zeggen niets over deze soort voorziening. Het aanbod is onbekend, niet nul. (Plaatsen; Winkel)']);
});

test('a size that is missing or 0 is said, in the zone only where the municipality does not say it already', () => {
  expect(linesOf([...all, paperFacility('w2', 'wzc', 2600)])).toContain('Van één voorziening is niet opgegeven hoe groot ze is. (Plaatsen)');
  const zero = linesOf([...all, paperFacility('w2', 'wzc', 2600, { capacity: 0 })]);
  expect(zero).toContain('Eén voorziening telt als 0, want haar grootte is als 0 opgegeven. Vul ze in bij Gegevens als dat niet klopt. (Plaatsen)');
  expect(zero.filter((line) => line.includes('telt als 0'))).toHaveLength(1);
});

test('a zone without people says that nobody lives there', () => {
  const on: Plan = { ...plan, zones: [...plan.zones, { id: 'leeg', name: 'Leeg', locked: false }] };
  expect(linesOf(all, { on })).toContain('Leeg: Er woont hier niemand voor wie deze norm geldt. (Plaatsen; Winkel)');
});

test('ages that stop at 65+ are said where a norm asks for older ones', () => {
  // Ages under 60, 60 to 64 and 65 and older: those of 75 and older cannot be told from them.
  const town: Municipality = { ...municipality, bands: [{ from: 0, to: 59 }, { from: 60, to: 64 }, { from: 65, to: null }], addresses: { ...municipality.addresses, persons: Uint16Array.of(2, 1, 1, 3, 2, 4, 5, 2, 3, 5, 1, 0) } };
  expect(linesOf(all, { town })).toContain('De leeftijdstabel van 2020 heeft geen klasse die begint of eindigt waar de norm het vraagt (75 jaar en ouder). (Plaatsen)');
});

test('a year outside the table is said with the years there are', () => {
  const set: NormSet = { ...norms, norms: [{ ...norms.norms[0]!, projectionOffset: 9 } as NormSet['norms'][number], norms.norms[1]!] };
  expect(linesOf(all, { set })).toContain('Er is geen leeftijdstabel voor 2029, wel voor 2020. Voeg een vooruitberekening toe. (Plaatsen)');
});

test('a facility outside every block and one in a block without zone are each said', () => {
  const on: Plan = { ...plan, zoneOfBlock: { A: 'w', B: 'w', C: 'o' } };
  expect(linesOf([...all, paperFacility('s2', 'winkel', 9000), paperFacility('s3', 'winkel', 3600)], { on }).slice(-2)).toEqual([
    'Buiten elk bouwblok, en dus buiten elke zone: dagwinkel (1). Ze tellen in geen som mee, wel voor wie ze kan bereiken.',
    'In bouwblokken die nog in geen zone liggen: dagwinkel (1). Ze tellen voor de gemeente mee, voor geen zone.',
  ]);
});
