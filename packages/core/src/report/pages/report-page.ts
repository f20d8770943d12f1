import type { Mark } from '../sheet/drawing.ts';

/** What a piece of a page is, for those who have it read out. */
export type PieceRole =
  | { readonly kind: 'heading'; readonly depth: 1 | 2 | 3 }
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'point'; readonly list: string }
  | { readonly kind: 'cell'; readonly table: string; readonly row: number; readonly isHead: boolean }
  | { readonly kind: 'figure'; readonly title: string; readonly alt: string }
  /** Lines, repeated heads, page numbers: seen, but not read out. */
  | { readonly kind: 'decoration' };

export interface PagePiece {
  readonly role: PieceRole;
  readonly marks: readonly Mark[];
  /** The chapter this piece leads to when it is pressed, as in a list of contents; with the box that is pressed. */
  readonly leadsTo?: { readonly section: string; readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly heightMm: number };
}

/** A page of a report: pieces in the order in which they are read. */
export interface ReportPage {
  readonly pieces: readonly PagePiece[];
  /** Chapters that begin on this page. */
  readonly begins: readonly { readonly section: string; readonly heading: string; readonly depth: 1 | 2 }[];
}

/** A4, with room at the left for a file. */
export const reportPaper = { widthMm: 210, heightMm: 297, marginMm: 18, topMm: 18, bottomMm: 20 } as const;
export const contentWidthMm = reportPaper.widthMm - 2 * reportPaper.marginMm;
