import type { Language } from '../../model/index.ts';
import { formatFor } from '../format.ts';
import { mapColours } from '../map-colours.ts';
import type { ReportDocument, ReportPart, ReportPicture, ReportSection, ReportTable } from '../document/report-document.ts';
import { boxPath, mm, type Mark, type MeasureText, type Weight } from '../sheet/drawing.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { wrapText } from '../sheet/text-lines.ts';
import { layOutTable } from './lay-out-table.ts';
import { contentWidthMm, reportPaper, type PagePiece, type PieceRole, type ReportPage } from './report-page.ts';

const { marginMm, topMm, bottomMm, widthMm, heightMm } = reportPaper;
const bodyEnd = heightMm - bottomMm;

interface OpenPage {
  readonly pieces: PagePiece[];
  readonly begins: ReportPage['begins'][number][];
  /** Where the next piece comes. */
  y: number;
  /** Whether anything but headings stands on it. */
  hasBody: boolean;
}

/** Two pictures and some text go on a page. */
const mostPictureMm = 112;

const sizes = { 1: 6, 2: 4.8, 3: 3.3 } as const;

/**
 * A report as pages of A4: a title with the list of contents, then its sections. Heads of tables come again on each page, no
 * row is cut, a heading stays with what follows it, a map stands whole. The same document gives the same pages. Linear in the text.
 */
export function layOutReport(document: ReportDocument, measure: MeasureText): readonly ReportPage[] {
  const body = new BodyPages(document.language, measure);
  for (const section of document.sections) body.section(section);
  const entries = body.pages.flatMap(({ begins }, page) => begins.map((begin) => ({ ...begin, page })));
  const front = frontPages(document, entries, measure);
  const pages = [...front, ...body.pages];
  return pages.map(({ pieces, begins }, index) => ({ pieces: [...pieces, footer(document, index + 1, pages.length, measure)], begins }));
}

class BodyPages {
  readonly pages: OpenPage[] = [];
  readonly #language: Language;
  readonly #measure: MeasureText;
  #lists = 0;

  constructor(language: Language, measure: MeasureText) {
    this.#language = language;
    this.#measure = measure;
  }

  section({ id, heading, depth, startsPage, parts }: ReportSection): void {
    if (this.pages.length === 0 || (startsPage && this.#page.hasBody)) this.#open();
    const lines = this.#wrapped(heading, sizes[depth], 'bold');
    if (this.#page.hasBody) this.#page.y += depth === 1 ? 7 : 4;
    this.#need(lines.length * sizes[depth] * 1.25 + (depth === 1 ? 50 : 22));
    this.#page.begins.push({ section: id, heading, depth });
    this.#text(lines, sizes[depth], 'bold', { kind: 'heading', depth }, 1.25);
    this.#page.y += 2;
    for (const part of parts) this.#part(part);
  }

  get #page(): OpenPage {
    return this.pages.at(-1)!;
  }

  #open(): void {
    this.pages.push({ pieces: [], begins: [], y: topMm, hasBody: false });
  }

  /** Goes to the next page where less than this is left, unless the page is still empty. */
  #need(height: number): void {
    if (this.#page.y + height > bodyEnd && this.#page.pieces.length > 0) this.#open();
  }

  #wrapped(text: string, sizeMm: number, weight: Weight, width = contentWidthMm): readonly string[] {
    return wrapText(text, sizeMm, weight, width, 400, this.#measure);
  }

  #part(part: ReportPart): void {
    switch (part.kind) {
      case 'paragraph': this.#paragraph(part.text, 3.1, mapColours.label, { kind: 'paragraph' }); break;
      case 'note': this.#paragraph(part.text, 2.6, mapColours.softLabel, { kind: 'paragraph' }); break;
      case 'points': this.#points(part.items, part.ordered === true); break;
      case 'picture': this.#picture(part); break;
      case 'map': this.#map(part.drawing); break;
      case 'table': this.#table(part.table); break;
    }
  }

  #paragraph(text: string, sizeMm: number, colour: string, role: PieceRole): void {
    const lines = this.#wrapped(text, sizeMm, 'regular');
    if (lines.length <= 6) this.#need(lines.length * sizeMm * 1.45);
    this.#text(lines, sizeMm, 'regular', role, 1.45, 0, colour);
    this.#page.hasBody = true;
    this.#page.y += 2.4;
  }

  #points(items: readonly string[], ordered: boolean): void {
    const list = `list-${(this.#lists += 1)}`;
    for (const [index, item] of items.entries()) {
      const lines = this.#wrapped(item, 3.1, 'regular', contentWidthMm - 4.5 - (ordered ? 1.5 : 0));
      this.#need(Math.min(lines.length, 8) * 3.1 * 1.42);
      const bullet: Mark = ordered
        ? { kind: 'text', xMm: marginMm + 4.4, yMm: this.#page.y + 0.8 * 3.1 * 1.42, text: `${index + 1}.`, sizeMm: 3.1, weight: 'bold', anchor: 'end', colour: mapColours.accent }
        : { kind: 'path', d: boxPath({ xMm: marginMm + 0.6, yMm: this.#page.y + 1.75, widthMm: 1.1, heightMm: 1.1 }), fill: mapColours.accent };
      this.#page.pieces.push({ role: { kind: 'decoration' }, marks: [bullet] });
      this.#text(lines, 3.1, 'regular', { kind: 'point', list }, 1.42, ordered ? 6 : 4.5);
      this.#page.y += 0.7;
    }
    if (items.length > 0) this.#page.hasBody = true;
    this.#page.y += 2;
  }

  /** Lines one under the other; they go on to the next page where they must. */
  #text(lines: readonly string[], sizeMm: number, weight: Weight, role: PieceRole, leading: number, indentMm = 0, colour: string = mapColours.label): void {
    let marks: Mark[] = [];
    const put = (): void => {
      if (marks.length > 0) this.#page.pieces.push({ role, marks });
      marks = [];
    };
    for (const text of lines) {
      if (this.#page.y + sizeMm * leading > bodyEnd) {
        put();
        this.#open();
      }
      marks.push({ kind: 'text', xMm: marginMm + indentMm, yMm: this.#page.y + sizeMm * (leading - 0.4), text, sizeMm, weight, anchor: 'start', colour });
      this.#page.y += sizeMm * leading;
    }
    put();
  }

  #map({ widthMm: width, heightMm: height, title, description, marks }: Extract<ReportPart, { kind: 'map' }>['drawing']): void {
    this.#need(height + 2);
    const at = { xMm: marginMm + (contentWidthMm - width) / 2, yMm: this.#page.y + 1, scale: 1 };
    this.#page.pieces.push({ role: { kind: 'figure', title, alt: `${title}. ${description}` }, marks: [{ kind: 'group', name: 'map-in-text', at, marks }] });
    this.#page.y += height + 5;
    this.#page.hasBody = true;
  }

  /** As wide as the page, in a thin line; smaller where it would be higher than half a page. */
  #picture({ href, alt, width, height }: ReportPicture): void {
    const widthMm = Math.min(contentWidthMm, (mostPictureMm * width) / height);
    const heightMm = (widthMm * height) / width;
    this.#need(heightMm + 3);
    const box = { xMm: marginMm, yMm: this.#page.y + 1, widthMm, heightMm };
    this.#page.pieces.push({ role: { kind: 'figure', title: alt, alt }, marks: [{ kind: 'image', href, ...box }, { kind: 'path', d: boxPath(box), stroke: { colour: mapColours.noData, widthMm: 0.2 } }] });
    this.#page.y += heightMm + 5;
    this.#page.hasBody = true;
  }

  #table(table: ReportTable): void {
    const { id, title, rows, printed } = table;
    const count = printed === null ? rows.length : Math.min(printed, rows.length);
    if (count === 0) return;
    const laid = layOutTable({ ...table, rows: rows.slice(0, count) }, this.#language, this.#measure);
    const caption = this.#wrapped(title, sizes[3], 'bold');
    this.#page.y += 1.5;
    this.#need(caption.length * sizes[3] * 1.3 + laid.head.heightMm(true) + laid.rows.slice(0, 3).reduce((sum, row) => sum + row.heightMm(false), 2));
    this.#text(caption, sizes[3], 'bold', { kind: 'heading', depth: 3 }, 1.3);
    this.#page.y += 0.6;
    this.#head(id, laid.head, false);
    let isFirst = true;
    for (const [index, row] of laid.rows.entries()) {
      if (this.#page.y + row.heightMm(isFirst) > bodyEnd) {
        this.#open();
        this.#head(id, laid.head, true);
        isFirst = true;
      }
      const { y, pieces } = this.#page;
      pieces.push({ role: { kind: 'decoration' }, marks: [row.rule(y)] });
      for (const marks of row.cells(y, isFirst)) pieces.push({ role: { kind: 'cell', table: id, row: index + 1, isHead: false }, marks });
      this.#page.y += row.heightMm(isFirst);
      this.#page.hasBody = true;
      isFirst = false;
    }
    this.#page.pieces.push({ role: { kind: 'decoration' }, marks: [laid.head.rule(this.#page.y)] });
    this.#page.y += 3;
    const left = rows.length - count;
    if (left > 0) {
      const number = formatFor(this.#language).number(left);
      this.#paragraph({ nl: `Nog ${number} rijen staan in de werkmap en in de CSV.`, en: `${number} more rows are in the workbook and the CSV.` }[this.#language], 2.6, mapColours.softLabel, { kind: 'paragraph' });
    }
  }

  /** The head of a table; on a next page it is seen again but not read out again. */
  #head(table: string, head: ReturnType<typeof layOutTable>['head'], isAgain: boolean): void {
    const { y, pieces } = this.#page;
    for (const marks of head.cells(y, true)) pieces.push({ role: isAgain ? { kind: 'decoration' } : { kind: 'cell', table, row: 0, isHead: true }, marks });
    this.#page.y += head.heightMm(true);
    pieces.push({ role: { kind: 'decoration' }, marks: [head.rule(this.#page.y)] });
  }
}

interface Entry {
  readonly section: string;
  readonly heading: string;
  readonly depth: 1 | 2;
  /** Counted from the first page of the body. */
  readonly page: number;
}

/** Title, basis and contents; more than one page where there are many zones. */
function frontPages({ title, subtitle, basis, fictitious, language }: ReportDocument, entries: readonly Entry[], measure: MeasureText): readonly ReportPage[] {
  const pieces: PagePiece[] = [];
  let y = 46;
  const put = (text: string, sizeMm: number, weight: Weight, colour: string, role: PieceRole, leading = 1.3): void => {
    const lines = wrapText(text, sizeMm, weight, contentWidthMm, 6, measure);
    pieces.push({ role, marks: lines.map((line, index): Mark => ({ kind: 'text', xMm: marginMm, yMm: y + (index + 0.8) * sizeMm * leading, text: line, sizeMm, weight, anchor: 'start', colour })) });
    y += lines.length * sizeMm * leading;
  };
  pieces.push({ role: { kind: 'decoration' }, marks: [{ kind: 'path', d: boxPath({ xMm: 0, yMm: 0, widthMm, heightMm: 7 }), fill: mapColours.accent }] });
  if (fictitious) {
    const tag = sheetWords[language].fictitious;
    const width = measure(tag, 3.4, 'bold') + 6;
    pieces.push({ role: { kind: 'paragraph' }, marks: [{ kind: 'path', d: boxPath({ xMm: marginMm, yMm: 30, widthMm: width, heightMm: 7 }), fill: mapColours.label }, { kind: 'text', xMm: marginMm + 3, yMm: 34.8, text: tag, sizeMm: 3.4, weight: 'bold', anchor: 'start', colour: mapColours.paper }] });
  }
  put(title, 10, 'bold', mapColours.label, { kind: 'heading', depth: 1 }, 1.18);
  y += 3;
  put(subtitle, 5, 'regular', mapColours.label, { kind: 'paragraph' });
  y += 6;
  for (const line of basis) put(line, 3, 'regular', mapColours.softLabel, { kind: 'paragraph' }, 1.5);
  y += 10;
  put({ nl: 'Inhoud', en: 'Contents' }[language], 4.8, 'bold', mapColours.label, { kind: 'heading', depth: 2 });
  y += 2;

  const lineMm = (depth: 1 | 2): number => (depth === 1 ? 6.2 : 5);
  const perPage: Entry[][] = [[]];
  let left = bodyEnd - y;
  for (const entry of entries) {
    if (left < lineMm(entry.depth)) {
      perPage.push([]);
      left = bodyEnd - topMm;
    }
    left -= lineMm(entry.depth);
    perPage.at(-1)!.push(entry);
  }
  return perPage.map((own, page) => {
    let at = page === 0 ? y : topMm;
    const lines = own.map(({ section, heading, depth, page: target }): PagePiece => {
      const indent = depth === 1 ? 0 : 6;
      const weight = depth === 1 ? 'bold' : 'regular';
      const number = String(target + perPage.length + 1);
      const room = contentWidthMm - indent - 12;
      const text = wrapText(heading, 3.2, weight, room, 1, measure)[0] ?? '';
      const baseline = at + lineMm(depth) * 0.7;
      const end = marginMm + indent + measure(text, 3.2, weight) + 2;
      const leadsTo = { section, xMm: marginMm, yMm: at, widthMm: contentWidthMm, heightMm: lineMm(depth) };
      at += lineMm(depth);
      return {
        role: { kind: 'paragraph' }, leadsTo,
        marks: [
          { kind: 'text', xMm: marginMm + indent, yMm: baseline, text, sizeMm: 3.2, weight, anchor: 'start', colour: mapColours.label },
          { kind: 'path', d: `M${mm(end)} ${mm(baseline)}H${mm(marginMm + contentWidthMm - measure(number, 3.2, 'regular') - 2)}`, stroke: { colour: mapColours.noData, widthMm: 0.2, dashMm: [0.2, 1.2], cap: 'round' } },
          { kind: 'text', xMm: marginMm + contentWidthMm, yMm: baseline, text: number, sizeMm: 3.2, weight: 'regular', anchor: 'end', colour: mapColours.label },
        ],
      };
    });
    return { pieces: page === 0 ? [...pieces, ...lines] : lines, begins: [] };
  });
}

function footer({ title, subtitle, date, fictitious, language }: ReportDocument, page: number, of: number, measure: MeasureText): PagePiece {
  const y = heightMm - 11;
  const words = [title, subtitle, date, ...(fictitious ? [sheetWords[language].fictitious.toLowerCase()] : [])].join(' · ');
  const text = (content: string, xMm: number, anchor: 'start' | 'end'): Mark => ({ kind: 'text', xMm, yMm: y + 3.4, text: content, sizeMm: 2.3, weight: 'regular', anchor, colour: mapColours.softLabel });
  return {
    role: { kind: 'decoration' },
    marks: [
      { kind: 'path', d: `M${mm(marginMm)} ${mm(y)}h${mm(contentWidthMm)}`, stroke: { colour: mapColours.noData, widthMm: 0.15 } },
      text(wrapText(words, 2.3, 'regular', contentWidthMm - 20, 1, measure)[0] ?? '', marginMm, 'start'),
      text(`${page} / ${of}`, marginMm + contentWidthMm, 'end'),
    ],
  };
}
