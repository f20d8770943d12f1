/** The papers a council prints on, in millimetres. */
export const pages = {
  'A4-staand': { widthMm: 210, heightMm: 297, enlargement: 1 },
  'A4-liggend': { widthMm: 297, heightMm: 210, enlargement: 1 },
  'A3-staand': { widthMm: 297, heightMm: 420, enlargement: 1.25 },
  'A3-liggend': { widthMm: 420, heightMm: 297, enlargement: 1.25 },
} as const satisfies Record<string, SheetPage>;

export interface SheetPage {
  readonly widthMm: number;
  readonly heightMm: number;
  /** How much larger type and signs are than on A4: an A3 hangs on a wall or lies on a table for several people. */
  readonly enlargement: number;
}

export type PageId = keyof typeof pages;

export const pageIds = Object.keys(pages) as readonly PageId[];

export const isPageId = (id: string): id is PageId => Object.hasOwn(pages, id);
