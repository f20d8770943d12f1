import { layOutReport, reportPaper, type PagePiece, type PieceRole, type ReportDocument } from '@woonzorgzones/core/report';
import { drawMarks, newPdf, pdfBytes, pointsPerMm, type Pdf } from './drawing-pdf.ts';
import { measureText } from './noto-sans.ts';

type Structure = ReturnType<Pdf['struct']>;

/**
 * A report as a PDF of A4 pages: real text with its fonts embedded, bookmarks, a list of contents that can be pressed, and
 * tags for headings, lists, tables and maps. The same document gives the same bytes.
 */
export async function reportToPdf(report: ReportDocument): Promise<Uint8Array> {
  const pages = layOutReport(report, measureText);
  const document = newPdf(report.title, report.language, report.date);
  const bytes = pdfBytes(document);
  const tags = new Tags(document);
  const embedded = new Set<string>();
  let chapter: ReturnType<typeof document.outline.addItem> | null = null;
  for (const { pieces, begins } of pages) {
    document.addPage({ size: [reportPaper.widthMm * pointsPerMm, reportPaper.heightMm * pointsPerMm], margin: 0 });
    for (const { section, heading, depth } of begins) {
      document.addNamedDestination(section);
      if (depth === 1 || chapter === null) chapter = document.outline.addItem(heading, { expanded: false });
      else chapter.addItem(heading);
    }
    document.save().scale(pointsPerMm);
    for (const piece of pieces) {
      tags.begin(piece.role);
      drawMarks(document, piece.marks, embedded);
      tags.end();
    }
    document.restore();
    for (const { leadsTo } of pieces) if (leadsTo !== undefined) link(document, leadsTo);
  }
  tags.close();
  document.end();
  return bytes;
}

function link(document: Pdf, { section, xMm, yMm, widthMm, heightMm }: NonNullable<PagePiece['leadsTo']>): void {
  document.goTo(xMm * pointsPerMm, yMm * pointsPerMm, widthMm * pointsPerMm, heightMm * pointsPerMm, section);
}

/** A table or a list that is being drawn. */
interface Container {
  readonly key: string;
  readonly element: Structure;
  row: { readonly number: number; readonly element: Structure } | null;
}

/** The tree of tags, built in the order in which the pieces are drawn; tables and lists run on over pages. */
class Tags {
  readonly #document: Pdf;
  readonly #root: Structure;
  #container: Container | null = null;

  constructor(document: Pdf) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  begin(role: PieceRole): void {
    if (role.kind === 'decoration') {
      this.#document.markContent('Artifact');
      return;
    }
    const [tag, parent] = this.#place(role);
    const element = this.#document.struct(tag, role.kind === 'figure' ? { title: role.title, alt: role.alt } : {});
    element.add(this.#document.markStructureContent(tag));
    parent.add(element);
  }

  end(): void {
    this.#document.endMarkedContent();
  }

  close(): void {
    this.#closeContainer();
    this.#root.end();
  }

  #place(role: Exclude<PieceRole, { kind: 'decoration' }>): readonly [tag: 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'LBody' | 'TH' | 'TD', parent: Structure] {
    switch (role.kind) {
      case 'heading':
        this.#closeContainer();
        return [`H${role.depth}`, this.#root];
      case 'paragraph':
        this.#closeContainer();
        return ['P', this.#root];
      case 'figure':
        this.#closeContainer();
        return ['Figure', this.#root];
      case 'point': {
        const item = this.#document.struct('LI');
        this.#inside(role.list, 'L').element.add(item);
        return ['LBody', item];
      }
      case 'cell': {
        const table = this.#inside(role.table, 'Table');
        if (table.row?.number !== role.row) {
          table.row?.element.end();
          table.row = { number: role.row, element: this.#document.struct('TR') };
          table.element.add(table.row.element);
        }
        return [role.isHead ? 'TH' : 'TD', table.row.element];
      }
    }
  }

  #inside(key: string, tag: 'L' | 'Table'): Container {
    if (this.#container?.key === key) return this.#container;
    this.#closeContainer();
    const element = this.#document.struct(tag);
    this.#root.add(element);
    return (this.#container = { key, element, row: null });
  }

  #closeContainer(): void {
    this.#container?.row?.element.end();
    this.#container?.element.end();
    this.#container = null;
  }
}
