import { dwellingTypes, err, livingForms, ok, ownerships, type DwellingFacts, type HousingReserve, type Result } from '@woonzorgzones/core/model';
import type { ReadRecord } from '../read/read-file.ts';
import { readYesOrNo } from '../read/value.ts';

export interface DwellingRow extends DwellingFacts {
  /** Null where the row names an address instead. */
  readonly block: string | null;
  readonly street: string;
  readonly number: string;
  readonly dwellings: number;
}

const mostDwellings = 65_535;

const wordOf = <T extends string>(words: readonly T[]) => (text: string): Result<T, 'unknown-value'> => {
  const word = words.find((one) => one === text);
  return word === undefined ? err('unknown-value') : ok(word);
};

/** Like dwellings of one block or address; what a cell leaves open stays open. */
export const dwellingRow = (hasBlock: boolean): ReadRecord<DwellingRow> => (row) => {
  const block = hasBlock ? row.required('block') : null;
  const street = hasBlock ? '' : row.required('street');
  const number = hasBlock ? '' : row.required('number');
  const dwellings = row.whole('dwellings', 0, mostDwellings);
  if ((hasBlock && block === null) || street === null || number === null || dwellings === null) return null;
  return {
    block, street, number, dwellings,
    type: row.optional('type', wordOf(dwellingTypes)), builtYear: row.optionalWhole('builtYear', 1000, 2200), ownership: row.optional('ownership', wordOf(ownerships)),
    lift: row.optional('lift', readYesOrNo), oneFloor: row.optional('oneFloor', readYesOrNo), groundFloor: row.optional('groundFloor', readYesOrNo),
    stepFree: row.optional('stepFree', readYesOrNo), wheelchair: row.optional('wheelchair', readYesOrNo),
  };
};

export interface ReserveRow extends Pick<HousingReserve, 'name' | 'kind' | 'dwellings' | 'year' | 'form'> {
  /** '' where the file gives none. */
  readonly id: string;
}

export const reserveRow: ReadRecord<ReserveRow> = (row) => {
  const name = row.required('name');
  if (name === null) return null;
  return {
    id: row.text('id'), name, kind: row.optional('reserveKind', wordOf(['kavel', 'project'] as const)) ?? 'project',
    dwellings: row.optionalWhole('dwellings', 0, mostDwellings), year: row.optionalWhole('year', 1900, 2200), form: row.optional('form', wordOf(livingForms)),
  };
};
