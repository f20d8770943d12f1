import { expect, test } from 'vitest';
import { metres, persons, share, squareMetres } from '../model/units.ts';
import { criteriaSettingsOf, usualSettings, type Nucleus, type PlanCriteria, type ZoneCriteria } from '../zoning/index.ts';
import { criterionSentences, nucleusSentence, planSentences, type CriterionName } from './zoning-sentences.ts';

const sound: ZoneCriteria = {
  zone: 'zone-1',
  blocks: 12,
  ages: [{ from: 0, to: 64, persons: persons(7627) }, { from: 65, to: null, persons: persons(2000) }],
  inhabitants: { verdict: 'met', inhabitants: persons(9627), least: persons(6000), most: persons(12_000) },
  contiguity: { verdict: 'met', pieces: 1, strayBlocks: [], strayInhabitants: persons(0) },
  barriers: {
    verdict: 'met', insideMetres: metres(0), withinBlocksMetres: metres(0), names: [],
    severedInhabitants: persons(0), severedShare: share(0), mostSeveredShare: share(0.1),
  },
  compactness: {
    verdict: 'met', areaM2: squareMetres(9e6), perimeterMetres: metres(14_000), polsbyPopper: 0.58, elongation: share(0.7), leastElongation: share(0.4), radiusMetres: metres(1240),
  },
  wijken: { verdict: 'met', split: [] },
  nuclei: { verdict: 'met', nuclei: ['a', 'b'], mostKernen: null },
  ownServices: { verdict: 'not-judged', ownShare: share(0.64) },
  notMet: 0,
};
const names: Readonly<Record<string, string>> = { a: 'Kolderbos', b: 'Sledderlo' };
const said = (criteria: ZoneCriteria, criterion: CriterionName, language: 'nl' | 'en' = 'nl'): string =>
  criterionSentences('Zuid', criteria, (id) => names[id]!, language).find((row) => row.criterion === criterion)!.sentence.replaceAll(/\s/g, ' ');

test('a sound zone is told in seven plain sentences', () => {
  expect(criterionSentences('Zuid', sound, (id) => names[id]!, 'nl').map(({ sentence }) => sentence.replaceAll(/\s/g, ' '))).toEqual([
    'Zuid heeft 9.627 inwoners.',
    'Zuid is één geheel.',
    'Er loopt geen barrière door Zuid.',
    'Zuid is niet langgerekt; de inwoners wonen gemiddeld 1,2 km van hun midden.',
    'Zuid snijdt geen wijken door.',
    'In Zuid liggen 2 kernen: Kolderbos en Sledderlo.',
    'Van de wegen naar de dichtste school, winkel en lokaal dienstencentrum blijft 64 % in Zuid. Daarvoor is geen norm.',
  ]);
  expect(said(sound, 'nuclei', 'en')).toBe('There are 2 kernen in Zuid: Kolderbos and Sledderlo.');
  expect(said(sound, 'ownServices', 'en')).toBe('Of the ways to the nearest school, shop and local service centre, 64% stays in Zuid. There is no norm for it.');
  expect(said({ ...sound, ownServices: { verdict: 'not-judged', ownShare: null } }, 'ownServices')).toBe('Van Zuid zijn geen wegen naar een school, winkel of lokaal dienstencentrum bekend.');
});

test('too few, too many', () => {
  const withPeople = (inhabitants: number): ZoneCriteria => ({ ...sound, inhabitants: { ...sound.inhabitants, verdict: 'not-met', inhabitants: persons(inhabitants) } });
  expect(said(withPeople(5430), 'inhabitants')).toBe('Zuid heeft 5.430 inwoners, 570 te weinig.');
  expect(said(withPeople(12_001), 'inhabitants')).toBe('Zuid heeft 12.001 inwoners, 1 te veel.');
  expect(said(withPeople(1), 'inhabitants', 'en')).toBe('Zuid has 1 inhabitant, 5,999 too few.');
});

test('a zone in pieces says what lies apart and who lives there', () => {
  const torn: ZoneCriteria = { ...sound, contiguity: { verdict: 'not-met', pieces: 2, strayBlocks: ['3-1'], strayInhabitants: persons(612) } };
  expect(said(torn, 'contiguity')).toBe('Zuid ligt in 2 stukken. 1 bouwblok ligt los van het grootste stuk (612 inwoners).');
});

test('a canal that cuts people off gives their number; one that does not says so', () => {
  const cut: ZoneCriteria = {
    ...sound,
    barriers: {
      ...sound.barriers, verdict: 'not-met', insideMetres: metres(1800), withinBlocksMetres: metres(300), names: ['Albertkanaal', 'Spoorlijn 21'],
      severedInhabitants: persons(1240), severedShare: share(0.129),
    },
  };
  expect(said(cut, 'barriers')).toBe(
    'Door Zuid loopt 1,8 km barrière (Albertkanaal en Spoorlijn 21): 1.240 inwoners wonen aan de overkant (13 %). 300 m daarvan loopt midden door bouwblokken: daar helpt alleen splitsen.',
  );
  const harmless: ZoneCriteria = { ...sound, barriers: { ...sound.barriers, insideMetres: metres(400), names: ['N75'] } };
  expect(said(harmless, 'barriers')).toBe('Door Zuid loopt 400 m barrière (N75), maar ze snijdt geen bouwblokken af.');
});

test('an elongated zone gives its proportions', () => {
  const long: ZoneCriteria = { ...sound, compactness: { ...sound.compactness, verdict: 'not-met', elongation: share(0.25) } };
  expect(said(long, 'compactness')).toBe('Zuid is langgerekt: de bewoning is 4 keer zo lang als breed, en 2,5 keer is de grens.');
});

test('split wijken are named with who is in and who is not', () => {
  const split: ZoneCriteria = { ...sound, wijken: { verdict: 'not-met', split: [{ area: 'w1', name: 'Kolderbos', inside: persons(612), elsewhere: persons(1208) }] } };
  expect(said(split, 'wijken')).toBe('Zuid deelt 1 wijk met andere zones: Kolderbos (612 in Zuid, 1.208 elders).');
});

test('what cannot be judged says why', () => {
  const empty: ZoneCriteria = {
    ...sound,
    contiguity: { ...sound.contiguity, verdict: 'not-judged', pieces: 0 }, barriers: { ...sound.barriers, verdict: 'not-judged' },
    compactness: { ...sound.compactness, verdict: 'not-judged' }, wijken: { verdict: 'not-judged', split: [] }, nuclei: { verdict: 'not-judged', nuclei: [], mostKernen: null },
  };
  expect((['contiguity', 'barriers', 'compactness', 'wijken', 'nuclei'] as const).map((criterion) => said(empty, criterion))).toEqual([
    'Zuid heeft nog geen bouwblokken.', 'In Zuid woont niemand.', 'In Zuid woont niemand.', 'Er is geen wijkindeling om aan te toetsen.', 'Er zijn geen kernen gevonden.',
  ]);
});

test('a plan says how many zones stand and what is left over', () => {
  const plan: PlanCriteria = {
    settings: criteriaSettingsOf(usualSettings({ divisions: [] })), zones: [sound, sound], zonesMet: 1, unassignedBlocks: ['a', 'b', 'c'], unassignedInhabitants: persons(1240), outOfBounds: persons(0), splitWijken: 1,
  };
  expect(planSentences(plan, 'nl')).toEqual(['1 van de 2 zones voldoet aan alle criteria.', '3 bouwblokken zijn nog niet toegewezen (1.240 inwoners).', '1 wijk ligt in meer dan één zone.']);
});

test('a kern says why it is one', () => {
  const kern: Nucleus = { id: 'k', name: 'Zwartberg', x: 0, y: 0, block: 'b', inhabitants: persons(8271), topPerKm2: 4930.6, radiusMetres: metres(300), dailyFacilities: null, origin: 'found', saddleShare: share(0.21) };
  expect(nucleusSentence(kern, 'nl').replaceAll(/\s/g, ' ')).toBe('Zwartberg telt 8.271 inwoners, gemiddeld 300 m van het midden, op het dichtst 4.931 per km². Op de weg naar een dichtere kern zakt dat tot 21 %.');
  expect(nucleusSentence({ ...kern, dailyFacilities: 3 }, 'nl')).toContain('3 dagelijkse voorzieningen rond het midden.');
  expect(nucleusSentence({ ...kern, dailyFacilities: 0 }, 'en')).toContain('a residential kern without a centre');
  expect(nucleusSentence({ ...kern, origin: 'added', saddleShare: share(0) }, 'nl')).toContain('Met de hand toegevoegd.');
  expect(nucleusSentence({ ...kern, saddleShare: share(0) }, 'nl')).toContain('Geen bebouwing verbindt haar met een dichtere kern.');
});
