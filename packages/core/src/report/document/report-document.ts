import type { Count, Language, NormStatus } from '../../model/index.ts';
import type { Drawing } from '../sheet/drawing.ts';

/**
 * A report as plain values, before it has any form: sections of paragraphs, tables with typed cells, maps and notes. Every
 * way out (page, PDF, workbook, CSV) arranges the same values, so that no two outputs can differ in what they say. Nothing in
 * it tells of fewer than five persons.
 */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** Whether the people in it are invented: then every page says so. */
  readonly fictitious: boolean;
  /** The day it was made, as an ISO date. */
  readonly date: string;
  /** Whose data, which norms, which version of the plan: stands under the title and at the foot of each page. */
  readonly basis: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  /** Names it in links and bookmarks: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly heading: string;
  /** 1 is a chapter, 2 a part of one. */
  readonly depth: 1 | 2;
  readonly startsPage: boolean;
  readonly parts: readonly ReportPart[];
}

export type ReportPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly items: readonly string[]; /** Steps that follow each other, with their numbers. */ readonly ordered?: boolean }
  /** What a reader should know of the figures above it; smaller and softer. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'map'; readonly drawing: Drawing }
  | ReportPicture;

/** A picture of a screen; `href` is a data address, its size in pixels. */
export interface ReportPicture {
  readonly kind: 'picture';
  readonly href: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export interface ReportTable {
  /** Names its file and its sheet: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Rows that are printed; the others stand in workbook and CSV, and the print says how many. Null prints all. */
  readonly printed: number | null;
  /** Its figures stand in another table too, arranged otherwise: printed only. */
  readonly isCopy?: boolean;
}

export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  /** 'count' is whole, 'amount' may have decimals, 'share' is told as a percentage. */
  readonly form: 'text' | 'count' | 'amount' | 'share';
  readonly unit: string | null;
  readonly year: number | null;
  readonly status: NormStatus | null;
  /** Whether a total row is the sum of the rows before it as they stand. */
  readonly adds: boolean;
  /** A text that is told once where rows that follow each other repeat it. */
  readonly repeats: boolean;
}

export interface ReportRow {
  readonly isTotal: boolean;
  /** One per column: text in a text column, else a figure that may be missing. */
  readonly cells: readonly (string | Count)[];
}

export const textColumn = (key: string, label: string, repeats = false): ReportColumn =>
  ({ key, label, form: 'text', unit: null, year: null, status: null, adds: false, repeats });

export const figureColumn = (key: string, label: string, form: 'count' | 'amount' | 'share', more: Partial<Pick<ReportColumn, 'unit' | 'year' | 'status' | 'adds'>> = {}): ReportColumn =>
  ({ key, label, form, unit: null, year: null, status: null, adds: false, repeats: false, ...more });

/** The tables of a report, each figure once: what goes into a workbook and into CSV. */
export const tablesOf = ({ sections }: ReportDocument): readonly ReportTable[] =>
  sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'table' && part.table.isCopy !== true ? [part.table] : [])));
