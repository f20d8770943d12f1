/** The papers a council prints on, in millimetres. */
const papers = {
  'A4-staand': { widthMm: 210, heightMm: 297, enlargement: 1, marginMm: 9 },
  'A4-liggend': { widthMm: 297, heightMm: 210, enlargement: 1, marginMm: 9 },
  'A3-staand': { widthMm: 297, heightMm: 420, enlargement: 1.25, marginMm: 11.25 },
  'A3-liggend': { widthMm: 420, heightMm: 297, enlargement: 1.25, marginMm: 11.25 },
} as const satisfies Record<string, SheetPage>;

/** Maps within the text of a report on A4: two to a page, or one that fills it. */
const reportFrames = {
  'verslag-half': { widthMm: 174, heightMm: 116, enlargement: 0.82, marginMm: 0.5 },
  'verslag-heel': { widthMm: 174, heightMm: 236, enlargement: 0.9, marginMm: 0.5 },
} as const satisfies Record<string, SheetPage>;

export const pages = { ...papers, ...reportFrames };

export interface SheetPage {
  readonly widthMm: number;
  readonly heightMm: number;
  /** How much larger type and signs are than on A4: an A3 hangs on a wall or lies on a table for several people. */
  readonly enlargement: number;
  /** White around it. */
  readonly marginMm: number;
}

export type PageId = keyof typeof papers;
export type ReportFrameId = keyof typeof reportFrames;

export const pageIds = Object.keys(papers) as readonly PageId[];

export const isPageId = (id: string): id is PageId => Object.hasOwn(papers, id);
