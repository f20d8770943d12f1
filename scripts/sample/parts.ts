import { kernen, wijken } from './published-figures.ts';

/**
 * A piece of a wijk that lies in one kern, or in none. Which wijk lies in which kern is published (Provincies in Cijfers,
 * the tables that join sectors to wijken and kernen); hectares and addresses per piece follow by subtraction where the
 * published sums fix them, and are an assumption where they do not (marked).
 */
export interface Part {
  readonly wijk: number;
  readonly kern: number | null;
  readonly hectares: number;
  readonly addresses: number;
  /** Where its middle should come to lie, Lambert 72 metres. */
  readonly x: number;
  readonly y: number;
}

type Row = readonly [wijk: number, kern: number | null, hectares: number, addresses: number, x: number, y: number];

const whole = (wijk: number, kern: number | null): Row => {
  const { hectares, addresses, x, y } = wijken[wijk - 1]!;
  return [wijk, kern, hectares, addresses, x, y];
};

const inKern = (wijk: number, kern: number): Row => {
  const { hectares, addresses, x, y } = kernen[kern - 1]!;
  return [wijk, kern, hectares, addresses, x, y];
};

const rows: readonly Row[] = [
  // Bokrijk: its two pieces are moved towards each other (assumption), so that the kern is one.
  [8, 1, 156, 739, 225_680, 183_800], [1, 1, 97, 328, 224_750, 183_220], [1, null, 1096, 270, 224_200, 183_780],
  inKern(2, 2), [2, null, 103, 302, 226_289, 185_941],
  inKern(3, 3), [3, null, 143, 27, 229_475, 186_019],
  whole(5, 4),
  // Genk: what Molenblook and Termien-Klooster bring is an assumption within the published sums.
  whole(6, 5), whole(7, 5), whole(24, 5), [17, 5, 30, 88, 228_900, 184_050], [12, 5, 60, 310, 230_265, 184_150],
  [12, null, 501, 41, 231_970, 183_632],
  whole(13, 6), [14, 6, 48, 182, 229_310, 182_476], [14, null, 233, 215, 230_514, 182_884],
  whole(16, 7),
  inKern(22, 8), [22, null, 665, 13, 233_701, 186_087],
  inKern(23, 9), [23, null, 263, 65, 227_891, 186_808],
  inKern(20, 10), [20, null, 156, 26, 232_122, 181_124],
  // Termien: how its two wijken share it is an assumption within the published sums.
  [21, 11, 140, 814, 227_330, 183_200], [17, 11, 76, 619, 227_964, 183_314],
  [21, null, 48, 60, 227_100, 183_800], [17, null, 69, 118, 228_922, 183_821],
  // Waterschei: the piece of Nieuw-Texas is moved 300 m towards the rest of its wijk (assumption).
  whole(26, 12), whole(25, 12), [18, 12, 18, 191, 231_470, 188_600], [18, null, 196, 10, 232_182, 188_437],
  whole(27, 13), whole(28, 13),
  // Zwartberg: by subtraction the piece in the kern lies within the rest of its wijk; it is moved to the kern (assumption).
  whole(9, 14), whole(30, 14), whole(15, 14), [29, 14, 61, 660, 230_250, 189_300], [29, null, 255, 63, 230_550, 190_050],
  whole(4, null), whole(10, null), whole(11, null), whole(19, null),
];

export const parts: readonly Part[] = rows.map(([wijk, kern, hectares, addresses, x, y]) => ({ wijk, kern, hectares, addresses, x, y }));

export interface Stadsdeel {
  readonly number: number;
  readonly name: string;
  readonly wijken: readonly number[];
  /** Whether the name is published; two of the eight are inferred from the wijken that are left. */
  readonly namePublished: boolean;
}

/** Six names are published (Genk dashboard manual, genk.be 2-12-2021); which wijken form a stadsdeel is an assumption. */
export const stadsdelen: readonly Stadsdeel[] = [
  { number: 1, name: 'Genk-Centrum', wijken: [6, 7, 24], namePublished: true },
  { number: 2, name: 'Genk-Noord', wijken: [4, 9, 15, 19, 29, 30], namePublished: true },
  { number: 3, name: 'Genk-Oost', wijken: [18, 22, 25, 26], namePublished: true },
  { number: 4, name: 'Genk-West', wijken: [2, 10, 23, 27, 28], namePublished: true },
  { number: 5, name: 'Genk-Midden', wijken: [1, 8, 17, 21], namePublished: true },
  { number: 6, name: 'Kolderbos-Langerlo', wijken: [13, 14], namePublished: true },
  { number: 7, name: 'Sledderlo', wijken: [11, 16, 20], namePublished: false },
  { number: 8, name: 'Bret-Gelieren', wijken: [3, 5, 12], namePublished: false },
];
