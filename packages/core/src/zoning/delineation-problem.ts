import type { Metres, Persons } from '../model/units.ts';

/** A block, zone or area by its id with the name people know it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Why there is no division, or what the one given does not meet, and what binds. */
export type DelineationProblem =
  | { readonly code: 'no-blocks' }
  | { readonly code: 'no-inhabitants' }
  | { readonly code: 'bounds-impossible'; readonly least: Persons; readonly most: Persons }
  /** More zones than blocks, or no whole number: as many as there are blocks are made. */
  | { readonly code: 'zone-count-impossible'; readonly zoneCount: number; readonly blocks: number }
  /** Fewer inhabitants than one zone asks: one zone is made of all. */
  | { readonly code: 'too-few-inhabitants'; readonly inhabitants: Persons; readonly least: Persons }
  /** No number of zones fits: too many inhabitants for one fewer, too few for one more. */
  | { readonly code: 'no-count-fits'; readonly inhabitants: Persons; readonly least: Persons; readonly most: Persons }
  /** The number asked for cannot hold these inhabitants within bounds; from `fewest` to `most` zones could. */
  | { readonly code: 'count-cannot-fit'; readonly zoneCount: number; readonly inhabitants: Persons; readonly fewest: number; readonly most: number }
  /** A block holds more than a whole zone may: it must be split. */
  | { readonly code: 'block-above-most'; readonly block: string; readonly name: string; readonly inhabitants: Persons; readonly most: Persons }
  /** A barrier runs through a block: whichever zone it is in is cut, unless the block is split. */
  | { readonly code: 'block-cut-by-barrier'; readonly block: string; readonly name: string; readonly barriers: readonly string[]; readonly lengthMetres: Metres; readonly inhabitants: Persons }
  /** A separate part of the municipality that is too small for a zone of its own: its zone lies in two pieces. */
  | { readonly code: 'part-below-least'; readonly block: string; readonly name: string; readonly blocks: number; readonly inhabitants: Persons; readonly least: Persons; readonly gapMetres: Metres }
  /** What locked zones leave between them holds too few people for a zone. */
  | { readonly code: 'rest-below-least'; readonly block: string; readonly name: string; readonly blocks: number; readonly inhabitants: Persons; readonly least: Persons }
  /** Locks that cannot all be kept; those on these blocks were set aside. */
  | { readonly code: 'locks-contradict'; readonly blocks: readonly Named[] }
  /** Locks that name blocks which are not there, or in no zone; they were set aside. */
  | { readonly code: 'locks-without-ground'; readonly blocks: readonly string[] }
  /** Two blocks that were to share a zone, or not to, and do not keep to it. */
  | { readonly code: 'lock-not-kept'; readonly blocks: readonly [Named, Named]; readonly together: boolean }
  /** Blocks that were to stay in their zone, to which no way leads. */
  | { readonly code: 'fixed-blocks-apart'; readonly zone: string; readonly name: string; readonly blocks: readonly Named[] }
  | { readonly code: 'locked-zone-out-of-bounds'; readonly zone: string; readonly name: string; readonly inhabitants: Persons; readonly least: Persons; readonly most: Persons }
  | { readonly code: 'no-kernen' }
  | { readonly code: 'zone-out-of-bounds'; readonly zone: string; readonly name: string; readonly inhabitants: Persons; readonly least: Persons; readonly most: Persons }
  | { readonly code: 'zone-in-pieces'; readonly zone: string; readonly name: string; readonly pieces: number };
