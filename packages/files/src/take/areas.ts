import type { ReadRecord } from '../read/read-file.ts';

export interface BlockRow {
  readonly id: string;
  readonly name: string;
  /** Null when the file gives none. */
  readonly inhabitants: number | null;
}

const mostInhabitants = 2_000_000;

export const blockRow = (hasInhabitants: boolean): ReadRecord<BlockRow> => (row) => {
  const id = row.required('id');
  if (id === null) return null;
  const inhabitants = hasInhabitants ? row.whole('inhabitants', 0, mostInhabitants) : null;
  if (hasInhabitants && inhabitants === null) return null;
  return { id, name: row.text('name') || id, inhabitants };
};

export interface InhabitantsRow {
  /** Null for people who could not be put in any block. */
  readonly block: string | null;
  readonly inhabitants: number;
}

/** `nowhere` are the ends of codes that stand for no place: Statbel's ZZZZ. */
export const placeOf = (code: string, nowhere: readonly string[]): string | null => (nowhere.some((end) => code.endsWith(end)) ? null : code);

export const inhabitantsRow = (nowhere: readonly string[]): ReadRecord<InhabitantsRow> => (row) => {
  const block = row.required('block');
  const inhabitants = row.whole('inhabitants', 0, mostInhabitants);
  return block === null || inhabitants === null ? null : { block: placeOf(block, nowhere), inhabitants };
};

export interface GroupingRow {
  /** Null for what is no place. */
  readonly part: string | null;
  readonly area: string;
  readonly name: string;
}

export const groupingRow = (nowhere: readonly string[]): ReadRecord<GroupingRow> => (row) => {
  const part = row.required('part');
  const area = row.required('area');
  return part === null || area === null ? null : { part: placeOf(part, nowhere), area, name: row.text('name') || area };
};

export interface NamedRow {
  readonly id: string;
  readonly name: string;
}

/** An area of a division, or a kern: an id and a name. */
export const namedRow: ReadRecord<NamedRow> = (row) => {
  const id = row.required('id');
  const name = row.required('name');
  return id === null || name === null ? null : { id, name };
};

/** Nothing but its shape is wanted. */
export const plainRow: ReadRecord<true> = () => true;
