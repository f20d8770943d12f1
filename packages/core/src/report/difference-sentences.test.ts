import { expect, test } from 'vitest';
import { smallTown } from '../../../../tests/api/small-town.ts';
import { compareMunicipalities, type Municipality } from '../model/index.ts';
import { differenceSentences } from './difference-sentences.ts';

const sentences = (after: Municipality) => differenceSentences(compareMunicipalities(smallTown, after), 'nl');

test('nothing that changes is one sentence', () => {
  expect(sentences(smallTown)).toEqual(['Aan de gemeente verandert niets: dezelfde mensen, bouwblokken, adressen en voorzieningen.']);
});

test('what changes is told with its figures, people first', () => {
  const { blocks, facilities, population } = smallTown;
  const [wzc, ...others] = facilities;
  const after: Municipality = {
    ...smallTown,
    population: { ...population, year: 2027 },
    blocks: blocks.slice(1).map((block) => (block.id === '1-0' ? { ...block, inhabitants: 500 } : block)),
    facilities: [{ ...wzc!, capacity: 1200, x: wzc!.x + 30 }, ...others.slice(1)],
    crossings: [],
    sources: smallTown.sources.map((source) => ({ ...source, sha256: '1'.repeat(64), referenceDate: '2027' })),
  };
  // 23,970 less the 250 of block 0-0 and the 35 of block 1-0.
  expect(sentences(after)).toEqual([
    'Het referentiejaar wordt 2027 (was 2026).',
    'Inwoners: 23.970 → 23.685 (-285).',
    'Bouwblokken die wegvallen: 1: 0-0. Een plan op deze gegevens kent ze niet meer.',
    'Bouwblokken met een ander aantal inwoners: 1, de grootste verschillen eerst: 1-0 -35.',
    'Voorzieningen die wegvallen: 1: Voorziening f2 (Lokaal dienstencentrum).',
    'Voorzieningen die veranderen: 1: Voorziening f1: capaciteit 60 → 1.200, plaats 30 m verder.',
    'Oversteken: 1 → 0.',
    'Bron voor de bouwblokken: Ruitjespapier is nieuwer (2026 → 2027).',
  ]);
});

test('of a long list the first names are told and the rest is counted', () => {
  const { blocks } = smallTown;
  const added = Array.from({ length: 8 }, (_, i) => ({ ...blocks[0]!, id: `n${i}`, name: `Nieuw ${i}`, inhabitants: 0 }));
  expect(sentences({ ...smallTown, blocks: [...blocks, ...added] })).toEqual(['Nieuwe bouwblokken: 8: Nieuw 0, Nieuw 1, Nieuw 2, Nieuw 3, Nieuw 4 … (+3).']);
});

test('shapes that moved are not called nothing', () => {
  const after = { ...smallTown, barriers: smallTown.barriers.map((barrier) => ({ ...barrier, line: barrier.line.map((value) => value + 50) })) };
  expect(sentences(after)).toEqual(['De aantallen blijven gelijk; alleen vormen of kleine gegevens verschillen, zoals lijnen van straten en grenzen.']);
});
