/** Ages from `from` up to and including `to`; `to` null means "and older". */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
}

/** Inhabitants of the municipality by age in one year, as its register counts them; brackets ascending, without gaps from age 0. */
export interface AgeTable {
  readonly year: number;
  readonly brackets: readonly AgeBand[];
  readonly persons: readonly number[];
}

/**
 * The bands in which the dataset keeps people. Every bracket of the Flemish norms (domain: programmatie, gezinszorg,
 * kinderopvang) is a union of these; a table with coarser brackets gives coarser bands.
 */
export const standardBands: readonly AgeBand[] = [
  { from: 0, to: 2 }, { from: 3, to: 5 }, { from: 6, to: 11 }, { from: 12, to: 17 }, { from: 18, to: 24 },
  { from: 25, to: 49 }, { from: 50, to: 59 }, { from: 60, to: 64 }, { from: 65, to: 69 }, { from: 70, to: 74 },
  { from: 75, to: 79 }, { from: 80, to: 84 }, { from: 85, to: 89 }, { from: 90, to: null },
];

/** "75-79", "90+": the form used in files, keys and table heads. */
export const bandLabel = (band: AgeBand): string => (band.to === null ? `${band.from}+` : `${band.from}-${band.to}`);

/** Positions of the bands that together make exactly `bracket`, or null when its ends fall inside a band. */
export function bandsWithin(bands: readonly AgeBand[], bracket: AgeBand): readonly number[] | null {
  const inside: number[] = [];
  const end = bracket.to ?? Infinity;
  for (const [index, band] of bands.entries()) {
    const bandEnd = band.to ?? Infinity;
    if (bandEnd < bracket.from || band.from > end) continue;
    if (band.from < bracket.from || bandEnd > end) return null;
    inside.push(index);
  }
  return inside;
}
