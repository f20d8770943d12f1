import { createHash } from 'node:crypto';
import { encodeMunicipality, type Facility, type Municipality, type Verdict } from '../../packages/core/src/model/index.ts';
import { paperTown, paperX, paperY } from '../../packages/core/src/zoning/paper-town.ts';
import type { Dataset } from '../../packages/api/src/store/dataset.ts';

const facility = (id: string, category: Facility['category'], x: number, y: number, capacity: number | null): Facility => ({
  id, category, name: `Voorziening ${id}`, address: null, x: paperX + x, y: paperY + y, position: { by: 'source', metres: null }, capacity, recognised: null, functions: [], opened: null,
  closed: null, source: 0, referenceDate: '2026', fictitious: true,
});

const square = (x: number, y: number, side: number): Float64Array =>
  Float64Array.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y);

const people = (column: number) => (column === 0 ? 250 : 535);

/**
 * A town on squared paper with one of everything: eight columns and six rows of blocks of 400 m. The six blocks of the first
 * column hold 250 people, the other 42 hold 535: 6 × 250 + 42 × 535 = 23,970. Two wijken: columns 0 to 3 and 4 to 7.
 */
export const smallTown: Municipality = {
  ...paperTown({
    columns: 8,
    rows: 6,
    sizeMetres: 400,
    inhabitants: people,
    divisions: { wijken: (column) => (column < 4 ? 'Links' : 'Rechts') },
    barriers: [{ id: 'spoor', kind: 'spoorweg', name: 'Lijn 1', line: Float64Array.of(paperX + 1600, paperY - 100, paperX + 1600, paperY + 2500) }],
    crossings: [{ id: 'brug', name: 'Brug', x: paperX + 1600, y: paperY + 1200 }],
    nuclei: [{ id: 'k1', name: 'Oude kern', x: paperX + 800, y: paperY + 800, shape: [[square(paperX + 600, paperY + 600, 400)]] }],
  }),
  facilities: [facility('f1', 'wzc', 500, 500, 60), facility('f2', 'ldc', 2500, 1500, null), facility('f3', 'halte', 1000, 1000, null)],
  inventoried: ['halte', 'ldc', 'wzc'],
  basemap: {
    streets: [{ name: 'Ruitjesstraat', class: 'straat', line: Float64Array.of(paperX, paperY, paperX + 3200, paperY + 2400) }],
    water: [[[square(paperX + 100, paperY + 100, 50)]]],
    green: [[[square(paperX + 300, paperY + 100, 50)]]],
    buildings: [[[square(paperX + 500, paperY + 100, 10)]]],
  },
  sources: [{ file: 'papier.geojson', role: 'blocks', sha256: '0'.repeat(64), crs: 'EPSG:3812', title: 'Ruitjespapier', licence: 'CC0', attribution: null, referenceDate: '2026' }],
};

export const smallTownInhabitants = 6 * 250 + 42 * 535;

const verdict: Verdict = {
  municipality: { code: smallTown.code, name: smallTown.name, fictitious: true },
  referenceYear: 2026,
  files: [{
    file: 'papier.geojson', role: 'blocks', profile: null, title: 'Ruitjespapier', licence: 'CC0', attribution: null, referenceDate: '2026', yearsOld: 0, bytes: 1000, sha256: '0'.repeat(64),
    crs: { code: 'EPSG:3812', by: 'manifest' }, rowsRead: 49, rowsTaken: 48, elsewhere: 0, leftOut: null,
    refused: [{ place: { line: 4 }, column: 'id', value: '', reason: 'empty-value', remedy: 'fill-in' }],
    waiting: [], valuesLeftUnknown: [], repaired: [{ how: 'decimal-comma', rows: 2, first: { line: 7 } }],
  }],
  controls: [{ what: 'inhabitants-placed', expected: smallTownInhabitants, found: smallTownInhabitants }],
  notices: [{ code: 'no-ages', facts: {} }],
};

/** A municipality as the store keeps it. */
export function datasetOf(municipality: Municipality, importedAt = '2026-01-02T03:04:05.000Z'): Dataset {
  const bytes = encodeMunicipality(municipality);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    hash,
    code: municipality.code,
    name: municipality.name,
    fictitious: municipality.fictitious,
    year: municipality.population.year,
    inhabitants: municipality.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0),
    importedAt,
    bytes,
    verdict: JSON.stringify(verdict),
    inputKey: `key of ${hash}`,
  };
}

export const smallDataset = datasetOf(smallTown);
