/**
 * The published figures the sample town is rebuilt from, typed in with their source. Nothing here is geometry of
 * Genk: positions and sizes are single published numbers, and every outline in the sample is invented from them.
 *
 * Positions are Lambert 72 metres (EPSG:31370), the system the figures were published in.
 */

/** OCMW Genk, "Gebiedsgericht werken", 17 June 2008: inhabitants on 1 January 2007 and hectares. */
export const inhabitants2007 = 64_095;
export const municipalHectares = 8_750;

/** The deck counts on 1 January 2007 and plans from 2008; the year programmatie starts from. */
export const baseYear = 2008;
export const projectionYear = 2013;

/** Statbel, private households of Genk: more dwellings than house numbers, so some addresses are flats. */
export const households = 24_785;

/**
 * Statbel, TF_SOC_POP_STRUCT 2009 and 2013, Genk (NIS 71016), summed to age bands.
 * 2009 is the oldest year published by single year of age; its structure serves the base year.
 */
export const ageBands: readonly (readonly [from: number, to: number | null])[] = [
  [0, 2], [3, 5], [6, 11], [12, 17], [18, 24], [25, 49], [50, 59], [60, 64], [65, 69], [70, 74], [75, 79], [80, 84], [85, 89], [90, null],
];
export const persons2009: readonly number[] = [2184, 2151, 4432, 4906, 6079, 22429, 8769, 3202, 2775, 2870, 2287, 1540, 690, 213];
export const persons2013: readonly number[] = [2135, 2313, 4337, 4614, 5983, 21528, 9538, 3765, 2901, 2672, 2467, 1715, 914, 342];

export interface PublishedKern {
  readonly number: number;
  readonly name: string;
  readonly hectares: number;
  readonly x: number;
  readonly y: number;
  /** House numbers that lie in it. */
  readonly addresses: number;
}

/** Provincies in Cijfers, table "kern" (codes 71016_n): 14 kernen, hectares, centre; house numbers by CRAB 2013. */
export const kernen: readonly PublishedKern[] = [
  { number: 1, name: 'Bokrijk', hectares: 253, x: 225_196, y: 183_567, addresses: 1_067 },
  { number: 2, name: 'Boxbergheide', hectares: 239, x: 225_927, y: 184_789, addresses: 1_377 },
  { number: 3, name: 'Bret', hectares: 285, x: 231_349, y: 185_869, addresses: 1_042 },
  { number: 4, name: 'Gelieren-Hoogzij', hectares: 72, x: 232_447, y: 184_885, addresses: 275 },
  { number: 5, name: 'Genk', hectares: 524, x: 229_754, y: 184_725, addresses: 2_851 },
  { number: 6, name: 'Kolderbos', hectares: 112, x: 229_643, y: 182_824, addresses: 760 },
  { number: 7, name: 'Nieuw-Sledderlo', hectares: 63, x: 231_685, y: 180_578, addresses: 386 },
  { number: 8, name: 'Oud-Waterschei', hectares: 218, x: 231_910, y: 187_034, addresses: 1_239 },
  { number: 9, name: 'Oud-Winterslag', hectares: 183, x: 228_914, y: 187_252, addresses: 561 },
  { number: 10, name: 'Sledderlo', hectares: 154, x: 231_315, y: 181_525, addresses: 529 },
  { number: 11, name: 'Termien', hectares: 216, x: 227_553, y: 183_240, addresses: 1_433 },
  { number: 12, name: 'Waterschei', hectares: 268, x: 230_691, y: 188_283, addresses: 2_264 },
  { number: 13, name: 'Winterslag', hectares: 209, x: 227_842, y: 185_419, addresses: 1_855 },
  { number: 14, name: 'Zwartberg', hectares: 242, x: 229_745, y: 188_825, addresses: 2_089 },
];

export interface PublishedWijk {
  readonly number: number;
  readonly name: string;
  readonly hectares: number;
  readonly x: number;
  readonly y: number;
  readonly addresses: number;
}

/** Provincies in Cijfers, table "ggw7 2024": 30 wijken, hectares, centre; house numbers by CRAB 2013. */
export const wijken: readonly PublishedWijk[] = [
  { number: 1, name: 'Bokrijk', hectares: 1193, x: 224_438, y: 183_713, addresses: 598 },
  { number: 2, name: 'Boxbergheide', hectares: 342, x: 226_036, y: 185_136, addresses: 1_679 },
  { number: 3, name: 'Bret', hectares: 428, x: 230_723, y: 185_919, addresses: 1_069 },
  { number: 4, name: 'Driehoeven', hectares: 100, x: 228_621, y: 188_391, addresses: 361 },
  { number: 5, name: 'Gelieren', hectares: 72, x: 232_447, y: 184_885, addresses: 275 },
  { number: 6, name: 'Genk-Centrum', hectares: 70, x: 229_260, y: 184_295, addresses: 547 },
  { number: 7, name: 'Genk-Centrum-Noord', hectares: 295, x: 229_918, y: 185_270, addresses: 1_438 },
  { number: 8, name: 'Hasseltweg', hectares: 156, x: 226_053, y: 183_932, addresses: 739 },
  { number: 9, name: 'Hoevenzavel', hectares: 117, x: 229_544, y: 188_205, addresses: 588 },
  { number: 10, name: 'Industrie Genk-Noord', hectares: 498, x: 226_586, y: 187_416, addresses: 30 },
  { number: 11, name: 'Industrie Genk-Zuid', hectares: 1302, x: 229_257, y: 180_661, addresses: 484 },
  { number: 12, name: 'Kattevenne-Molenblook', hectares: 561, x: 231_788, y: 183_687, addresses: 351 },
  { number: 13, name: 'Kolderbos', hectares: 64, x: 229_893, y: 183_085, addresses: 578 },
  { number: 14, name: 'Langerlo', hectares: 281, x: 230_308, y: 182_814, addresses: 397 },
  { number: 15, name: 'Nieuw-Driehoeven', hectares: 16, x: 228_862, y: 189_033, addresses: 218 },
  { number: 16, name: 'Nieuw Sledderlo', hectares: 63, x: 231_685, y: 180_578, addresses: 386 },
  { number: 17, name: 'Nieuw-Termien', hectares: 175, x: 228_502, y: 183_640, addresses: 825 },
  { number: 18, name: 'Nieuw-Texas', hectares: 214, x: 232_102, y: 188_469, addresses: 201 },
  { number: 19, name: 'Nieuwe-Kempen', hectares: 93, x: 228_819, y: 189_747, addresses: 545 },
  { number: 20, name: 'Oud-Sledderlo', hectares: 310, x: 231_721, y: 181_323, addresses: 555 },
  { number: 21, name: 'Oud-Termien', hectares: 188, x: 227_334, y: 183_252, addresses: 874 },
  { number: 22, name: 'Oud-Waterschei', hectares: 883, x: 233_259, y: 186_321, addresses: 1_252 },
  { number: 23, name: 'Oud-Winterslag', hectares: 446, x: 228_311, y: 186_990, addresses: 626 },
  { number: 24, name: 'Vlakveld', hectares: 69, x: 229_481, y: 183_625, addresses: 468 },
  { number: 25, name: 'Waterschei-Noord', hectares: 140, x: 230_757, y: 188_577, addresses: 1_123 },
  { number: 26, name: 'Waterschei-Zuid', hectares: 110, x: 230_519, y: 187_821, addresses: 950 },
  { number: 27, name: 'Winterslag 1', hectares: 144, x: 228_152, y: 185_391, addresses: 1_015 },
  { number: 28, name: 'Winterslag 2 en 4', hectares: 65, x: 227_154, y: 185_484, addresses: 840 },
  { number: 29, name: 'Zwartberg-Noord', hectares: 316, x: 230_463, y: 189_854, addresses: 723 },
  { number: 30, name: 'Zwartberg-Zuid', hectares: 48, x: 229_605, y: 189_166, addresses: 623 },
];
