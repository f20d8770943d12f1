import type { Line, MultiPolygon, Points } from '../geo/shapes.ts';
import type { AgeBand, AgeTable } from './age.ts';
import type { CategoryId } from './categories.ts';
import type { Facility, UnplacedFacility } from './facility.ts';
import type { DwellingGroup, HousingReserve } from './housing.ts';
import type { Indicator } from './indicator.ts';

/** A file the dataset was made from. Every figure can name the ones it rests on. */
export interface SourceFile {
  readonly file: string;
  readonly role: string;
  /** SHA-256 of the bytes as read, hexadecimal. */
  readonly sha256: string;
  readonly crs: string | null;
  readonly title: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  /** The date the content speaks of, as given (ISO date or year). */
  readonly referenceDate: string | null;
}

/** Bouwblok: the area zones are made of. */
export interface Block {
  readonly id: string;
  readonly name: string;
  readonly shape: MultiPolygon;
  /** Whole persons; the sum over its addresses. */
  readonly inhabitants: number;
}

/**
 * One row per address, in columns; sorted by id. A block with people but without addresses has one row of its own, at a point
 * inside it: id `blok:<id>`, no street, no number, no dwellings. So sums over addresses miss nobody.
 */
export interface Addresses {
  readonly ids: readonly string[];
  readonly streets: readonly string[];
  readonly numbers: readonly string[];
  /** Lambert 2008 metres. */
  readonly xy: Points;
  /** Index of the block the address lies in. */
  readonly block: Int32Array;
  readonly dwellings: Uint16Array;
  /** Whole persons by address and age band, row-major: persons[address * bands.length + band]. Modelled unless said otherwise. */
  readonly persons: Uint16Array;
}

/** How people came to their addresses, on record so that every figure can say it is modelled. */
export interface PopulationRecord {
  readonly year: number;
  /** 'measured-per-block': totals per block were given; 'spread-from-municipality': only the municipal total. */
  readonly totals: 'measured-per-block' | 'spread-from-municipality';
  /** What a total was spread over addresses by. */
  readonly spreadBy: 'dwellings' | 'addresses-evenly';
  /** How ages were given to people. */
  readonly ages: 'municipal-structure' | 'fitted-per-block' | 'none';
  /**
   * Relative standard deviation of the inhabitants of an area that holds n addresses is about this over √n:
   * the spread of household size (about 0.6) where totals are spread, 0 where the area's total was measured.
   */
  readonly householdSpread: number;
  readonly seed: number;
  readonly note: string;
}

/**
 * Who might live in each block as well: one more draw of what was modelled, around what is expected, with every measured total
 * as it is. Beside the dataset's own persons it shows how far a modelled figure may be off.
 */
export interface PopulationDraw {
  readonly seed: number;
  /** Whole persons by block and age band, row-major: persons[block * bands.length + band]. */
  readonly persons: Int32Array;
}

/** An area of an existing division (wijken, stadsdelen, sectoren). */
export interface DivisionArea {
  readonly id: string;
  readonly name: string;
  readonly shape: MultiPolygon;
}

export interface Division {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly DivisionArea[];
  /** Per block the index of the area that holds most of its addresses (of its surface, without addresses); -1 for none. */
  readonly areaOfBlock: Int32Array;
}

/** A kern as others have drawn it: to compare the found ones with. */
export interface GivenNucleus {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly shape: MultiPolygon | null;
}

export type BarrierKind = 'spoorweg' | 'kanaal' | 'rivier' | 'autosnelweg' | 'expresweg';

export interface Barrier {
  readonly id: string;
  readonly kind: BarrierKind;
  readonly name: string;
  readonly line: Line;
}

/** A bridge, tunnel or level crossing by which a walker crosses barriers. */
export interface Crossing {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export type StreetClass = 'autosnelweg' | 'hoofdweg' | 'straat' | 'pad';

/** What the quiet base map is drawn from. */
export interface Basemap {
  readonly streets: readonly { readonly name: string; readonly class: StreetClass; readonly line: Line }[];
  readonly water: readonly MultiPolygon[];
  readonly green: readonly MultiPolygon[];
  readonly buildings: readonly MultiPolygon[];
}

/** A municipality as imported: immutable, named by the hash of its content. */
export interface Municipality {
  /** NIS code, or for an invented town a word. */
  readonly code: string;
  readonly name: string;
  /** Invented people and addresses: said on every screen and page. */
  readonly fictitious: boolean;
  readonly boundary: MultiPolygon;
  /** Sorted by id; shapes share their borders vertex by vertex. */
  readonly blocks: readonly Block[];
  /** The age bands of `addresses.persons`. */
  readonly bands: readonly AgeBand[];
  readonly addresses: Addresses;
  readonly population: PopulationRecord;
  /** Two, with seeds of their own; none where nothing was drawn. */
  readonly draws: readonly PopulationDraw[];
  /** The municipal age tables, base year and projections, ascending by year. */
  readonly ageTables: readonly AgeTable[];
  /** Sorted by id. A plan may change them: `facilitiesOf` gives what is to be reckoned with. Some lie outside the boundary, within reach of it. */
  readonly facilities: readonly Facility[];
  /** Facilities without a place good enough to count; sorted by id. */
  readonly unplaced: readonly UnplacedFacility[];
  /**
   * Categories the files were said to list in full, sorted: there, none means none. A category that is not here and
   * of which the files hold no facility at all is unknown, not zero.
   */
  readonly inventoried: readonly CategoryId[];
  /** What files say about the people of each block beside their number and ages, ascending by id; absent when no file does. */
  readonly indicators?: readonly Indicator[];
  /** The dwellings, like ones of a block together, in the order of the blocks; absent when no file lists them, which is not none. */
  readonly dwellings?: readonly DwellingGroup[];
  /** Plots and planned projects, ascending by id; absent when no file lists them. */
  readonly housingReserve?: readonly HousingReserve[];
  readonly divisions: readonly Division[];
  readonly nuclei: readonly GivenNucleus[];
  readonly barriers: readonly Barrier[];
  readonly crossings: readonly Crossing[];
  /**
   * The streets as a graph that can be travelled, in the bytes of `encodeStreetGraph` (core/network), so that opening a dataset
   * builds nothing anew; null where no file gave streets that say where they meet. In a buffer of its own.
   */
  readonly streets: Uint8Array<ArrayBuffer> | null;
  readonly basemap: Basemap;
  readonly sources: readonly SourceFile[];
}
