import { limits } from '../../limits.ts';
import { TableRows, type Layer, type RowSink } from '../layer.ts';
import type { FirstProblem } from '../problem.ts';
import { readText } from '../text.ts';
import type { Member } from '../unpack/archive.ts';
import { showsDate } from './cell-text.ts';
import { headerAmong, rowsBeforeHeader } from './header.ts';
import { sheetRows, type SheetRow, type WorkbookText } from './sheet.ts';
import { XmlScanner, type Attributes } from './xml-scanner.ts';

/** Every text of a workbook that is held while its sheets are read. */
const sharedCharacters = 256_000_000;

/** Whether the files of a zip are those of a workbook. */
export const isWorkbook = (members: readonly Member[]): boolean =>
  members.some(({ name }) => name === '[Content_Types].xml') && members.some(({ name }) => /(^|\/)workbook\d*\.xml$/i.test(name));

interface Relation {
  readonly kind: string;
  readonly target: string;
}

class Parts {
  readonly #members: ReadonlyMap<string, Member>;
  readonly #stop: FirstProblem;

  constructor(members: readonly Member[], stop: FirstProblem) {
    this.#members = new Map(members.map((member) => [member.name.toLowerCase(), member]));
    this.#stop = stop;
  }

  member(path: string): Member | null {
    return this.#members.get(path.toLowerCase()) ?? null;
  }

  /** Follows a part to its end; a part that is not there is as if it were empty. */
  async visit(path: string, open: (name: string, attributes: Attributes) => void, close: (name: string) => void = () => undefined, text: (text: string) => void = () => undefined): Promise<void> {
    const member = this.member(path);
    if (member === null) return;
    const scanner = new XmlScanner({ open, close, text });
    for await (const piece of readText(member.open(), 'utf-8', this.#stop)) {
      scanner.push(piece);
      if (scanner.isBroken || this.#stop.problem !== null) break;
    }
    if (!scanner.isWhole) this.#stop.raise({ code: 'file-damaged', place: {}, facts: { format: 'xlsx' } });
  }

  /** What a part points to, by the id it uses. */
  async relations(path: string): Promise<ReadonlyMap<string, Relation>> {
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const found = new Map<string, Relation>();
    await this.visit(`${folder}_rels/${path.slice(slash)}.rels`, (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      const kind = attributes.get('Type') ?? '';
      found.set(attributes.get('Id') ?? '', { kind: kind.slice(kind.lastIndexOf('/') + 1), target: target.startsWith('/') ? target.slice(1) : folder + target });
    });
    return found;
  }
}

async function sharedStrings(parts: Parts, path: string | null, stop: FirstProblem): Promise<readonly string[]> {
  const shared: string[] = [];
  let current = '';
  let isInText = false;
  let isPhonetic = false;
  let characters = 0;
  if (path === null) return shared;
  await parts.visit(
    path,
    (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isInText = !isPhonetic;
    },
    (name) => {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') shared.push(current);
    },
    (text) => {
      if (!isInText) return;
      current += text;
      characters += text.length;
      if (characters > sharedCharacters) stop.raise({ code: 'file-too-large', place: {}, facts: { limitMegabytes: sharedCharacters / 1_000_000 } });
    },
  );
  return shared;
}

async function dateStyles(parts: Parts, path: string | null): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCells = false;
  if (path === null) return styles;
  await parts.visit(
    path,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        styles.push(showsDate(id, codes.get(id)));
      }
    },
    (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  );
  return styles;
}

async function hasCells(member: Member, text: WorkbookText, stop: FirstProblem): Promise<boolean> {
  for await (const row of sheetRows(member.open(), text, stop)) if (row.cells.size > 0) return true;
  return false;
}

/** Reads the rows under the header, wherever in the first rows of the sheet that stands. */
async function readSheet(rows: AsyncIterable<SheetRow>, sink: RowSink, stop: FirstProblem): Promise<void> {
  const table = new TableRows(sink);
  let first: SheetRow[] | null = [];
  let columns: readonly number[] = [];
  const pass = ({ line, cells }: SheetRow) => {
    const values = columns.map((column) => cells.get(column) ?? '');
    if (!sink.isFull && values.some((value) => value !== '')) table.row({ line }, values);
  };
  const begin = (looked: readonly SheetRow[]) => {
    const header = headerAmong(looked, sink.wanted);
    if (header === null) return;
    const { line, cells } = looked[header]!;
    columns = [...cells.keys()].sort((a, b) => a - b);
    table.header(columns.map((column) => cells.get(column)!), { line });
    for (const row of looked.slice(header + 1)) pass(row);
  };
  for await (const row of rows) {
    if (first === null) pass(row);
    else if (first.push(row) === rowsBeforeHeader) {
      begin(first);
      first = null;
    }
    if (sink.isFull || stop.problem !== null) return;
  }
  if (first !== null && stop.problem === null) begin(first);
}

/** The visible sheets of a workbook that hold something. Null, with the problem raised, when it is no sound workbook. */
export async function openWorkbook(members: readonly Member[], stop: FirstProblem): Promise<readonly Layer[] | null> {
  const parts = new Parts(members, stop);
  const main = [...(await parts.relations('')).values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (parts.member(main) === null) {
    stop.raise({ code: 'part-missing', place: {}, facts: { part: main, format: 'xlsx' } });
    return null;
  }
  const relations = await parts.relations(main);
  const targetOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.target ?? null;
  const named: { readonly name: string; readonly id: string }[] = [];
  let isSince1904 = false;
  await parts.visit(main, (name, attributes) => {
    if (name === 'workbookPr') isSince1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
    else if (name === 'sheet' && (attributes.get('state') ?? 'visible') === 'visible') named.push({ name: attributes.get('name') ?? '', id: attributes.get('id') ?? '' });
  });
  const text: WorkbookText = {
    shared: await sharedStrings(parts, targetOf('sharedStrings'), stop), isDateStyle: await dateStyles(parts, targetOf('styles')), isSince1904,
  };
  const layers: Layer[] = [];
  for (const { name, id } of named.slice(0, limits.archiveMembers)) {
    const relation = relations.get(id);
    const member = relation?.kind === 'worksheet' ? parts.member(relation.target) : null;
    if (member === null || stop.problem !== null || !(await hasCells(member, text, stop))) continue;
    layers.push({ name, rowCount: null, read: (sink) => readSheet(sheetRows(member.open(), text, stop), sink, stop) });
  }
  if (stop.problem !== null) return null;
  if (layers.length === 0) {
    stop.raise({ code: 'file-without-rows', place: {}, facts: { columns: [] } });
    return null;
  }
  return layers;
}
