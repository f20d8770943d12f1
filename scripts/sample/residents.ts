import { randomFrom } from './random.ts';
import { seed } from './town.ts';

export interface SampleIndicator {
  readonly id: string;
  readonly name: string;
  /** Percent per wijk, by its number from 1. */
  readonly ofWijk: ReadonlyMap<number, number>;
}

/** The wijken that the sample takes for impulswijken; which five they were in Genk is not published (domain 5.1). */
const impulswijken: readonly number[] = [13, 16, 25, 28, 30];

/** Nobody lives there to speak of; the invented file leaves it out. */
const leftOut: readonly number[] = [10];

/** Invented shares of residents per wijk, higher in the impulswijken; one decimal. */
export function indicatorsOf(wijken: readonly { readonly number: number }[]): readonly SampleIndicator[] {
  const random = randomFrom(seed + 2);
  const made = (id: string, name: string, base: number, spread: number, extra: number): SampleIndicator => ({
    id, name,
    ofWijk: new Map(wijken.flatMap(({ number }) => {
      const value = base + spread * random() + (impulswijken.includes(number) ? extra : 0);
      return leftOut.includes(number) ? [] : [[number, Math.round(value * 10) / 10] as const];
    })),
  });
  return [
    made('verhoogde-tegemoetkoming', 'Verhoogde tegemoetkoming (fictief)', 9, 8, 12),
    made('alleenwonend-75-plus', 'Alleenwonend onder 75-plussers (fictief)', 28, 16, 6),
    made('kansarmoede', 'Kansarmoede bij geboorten (fictief)', 6, 9, 15),
  ];
}

/** An invented outlook beyond the published years: each later year the persons of the year before it in the list, times these. */
export interface Outlook {
  readonly year: number;
  /** By age band of the published figures. */
  readonly persons: readonly number[];
}

/** Growth of each band from one outlook year to the next; old age grows fastest, as everywhere in Flanders (domain 4.4). Invented. */
const growth: readonly number[] = [0.99, 0.99, 1.0, 1.0, 0.99, 0.985, 0.99, 1.02, 1.05, 1.07, 1.08, 1.09, 1.13, 1.17];

const outlookYears: readonly number[] = [2018, 2025, 2030, 2035, 2040];

export function outlookFrom(last: readonly number[]): readonly Outlook[] {
  let persons = last;
  return outlookYears.map((year) => {
    persons = persons.map((count, band) => Math.round(count * growth[band]!));
    return { year, persons };
  });
}
