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
  readonly block: string;
  readonly inhabitants: number;
}

export const inhabitantsRow: ReadRecord<InhabitantsRow> = (row) => {
  const block = row.required('block');
  const inhabitants = row.whole('inhabitants', 0, mostInhabitants);
  return block === null || inhabitants === null ? null : { block, inhabitants };
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
