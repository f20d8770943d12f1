import type { AmountNorm, DistanceNorm, Facility, Municipality, NormSet, Plan } from '../model/index.ts';

/** People small enough to count on paper: blocks of 1 km in a row, homes on a line, ages under 60, 60 to 74, 75 to 79 and 80+. */
export interface PaperHome {
  readonly x: number;
  readonly persons: readonly [under60: number, from60: number, from75: number, from80: number];
}

export const paperFacility = (id: string, category: Facility['category'], x: number, more: Partial<Facility> = {}): Facility => ({
  id, category, name: id, address: null, x, y: 500, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [], opened: null, closed: null,
  source: 2, referenceDate: null, fictitious: true, ...more,
});

const base = { label: { nl: 'Proef', en: 'Test' }, status: 'own', source: { title: 'Proef', url: null, place: null, year: null }, validFrom: null, validTo: null, note: null } as const;

/** One place for every two of 75 and older. */
export const placesNorm: AmountNorm = {
  ...base, id: 'plaatsen', kind: 'amount', category: 'wzc', measure: 'capacity', unit: 'plaatsen', rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
  rule: { kind: 'per-age', rates: [{ from: 75, to: null, count: 1, per: 2 }] },
};

/** One centre per begun 20 inhabitants. */
export const centresNorm: AmountNorm = { ...placesNorm, id: 'centra', category: 'ldc', measure: 'facilities', unit: 'centra', rounding: 'begun-slice', rule: { kind: 'per-slice', inhabitants: 20 } };

/** Ten hours a year for everybody of 75 and older, brought home. */
export const hoursNorm: AmountNorm = { ...placesNorm, id: 'uren', category: 'gezinszorg', unit: 'uren', rule: { kind: 'per-age', rates: [{ from: 75, to: null, count: 10, per: 1 }] } };

export const shopNorm: DistanceNorm = { ...base, id: 'winkel-400m', kind: 'distance', category: 'winkel', withinMetres: 400, ages: null };

/** Two zones of two blocks each, 29 people: West 4 + 9 = 13 with 5 of 75+, Oost 10 + 6 = 16 with 3 of 75+. */
export function paperTown(
  homes: readonly PaperHome[] = [
    { x: 100, persons: [2, 1, 1, 0] }, { x: 1500, persons: [3, 2, 2, 2] }, { x: 2200, persons: [5, 2, 2, 1] }, { x: 3500, persons: [5, 1, 0, 0] },
  ],
  facilities: readonly Facility[] = [paperFacility('v1', 'winkel', 300), paperFacility('v2', 'wzc', 1600, { capacity: 2 }), paperFacility('v3', 'ldc', 1500)],
): { readonly municipality: Municipality; readonly norms: NormSet; readonly plan: Plan } {
  const square = (x: number) => [[Float64Array.of(x, 0, x + 1000, 0, x + 1000, 1000, x, 1000, x, 0)]];
  const blockOf = ({ x }: PaperHome): number => Math.floor(x / 1000);
  const sumOf = ({ persons }: PaperHome): number => persons.reduce((sum, here) => sum + here, 0);
  const ids = ['A', 'B', 'C', 'D'];
  const municipality: Municipality = {
    code: 'papier', name: 'Papier', fictitious: true, boundary: [[Float64Array.of(0, 0, 4000, 0, 4000, 1000, 0, 1000, 0, 0)]],
    blocks: ids.map((id, index) => ({ id, name: id, shape: square(1000 * index), inhabitants: homes.filter((home) => blockOf(home) === index).reduce((sum, home) => sum + sumOf(home), 0) })),
    bands: [{ from: 0, to: 59 }, { from: 60, to: 74 }, { from: 75, to: 79 }, { from: 80, to: null }],
    addresses: {
      ids: homes.map((_, i) => `h${i}`), streets: homes.map(() => 'Straat'), numbers: homes.map((_, i) => String(i)),
      xy: Float64Array.from(homes.flatMap(({ x }) => [x, 500])), block: Int32Array.from(homes, blockOf),
      dwellings: Uint16Array.from(homes, () => 1), persons: Uint16Array.from(homes.flatMap(({ persons }) => persons)),
    },
    population: { year: 2020, totals: 'measured-per-block', spreadBy: 'dwellings', ages: 'fitted-per-block', householdSpread: 0, seed: 1, note: '' },
    draws: [], ageTables: [], facilities, unplaced: [], inventoried: [], divisions: [], nuclei: [], barriers: [], crossings: [],
    streets: null, basemap: { streets: [], water: [], green: [], buildings: [] },
    sources: ['addresses', 'ages', 'facilities'].map((role) => ({ file: `${role}.csv`, role, sha256: '', crs: null, title: role, licence: null, attribution: null, referenceDate: '2020' })),
  };
  return {
    municipality,
    norms: { id: 'proef', name: 'Proef', version: 1, norms: [placesNorm, centresNorm, hoursNorm, shopNorm] },
    plan: {
      dataset: 'd1', normSet: 'proef', name: 'Proef', zones: [{ id: 'w', name: 'West', locked: false }, { id: 'o', name: 'Oost', locked: false }],
      zoneOfBlock: { A: 'w', B: 'w', C: 'o', D: 'o' },
    },
  };
}
