import { err, ok, type AgeBand, type AgeTable, type ImportPlace, type Result } from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Read } from '../read/place.ts';
import type { FileProblem } from '../read/problem.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { placeOf } from './areas.ts';

export interface AgeRow extends AgeBand {
  /** The block it speaks of; null for people who could not be put in any, and in a table of the whole municipality. */
  readonly block: string | null;
  readonly year: number;
  readonly persons: number;
}

const oldest = 150;

export const ageRow = (hasBrackets: boolean, hasBlock: boolean, nowhere: readonly string[]): ReadRecord<AgeRow> => (row) => {
  const code = hasBlock ? row.required('block') : null;
  if (hasBlock && code === null) return null;
  const block = code === null ? null : placeOf(code, nowhere);
  const year = row.whole('year', 1900, 2200);
  const persons = row.whole('persons', 0, 20_000_000);
  if (year === null || persons === null) return null;
  if (hasBrackets) {
    const from = row.whole('ageFrom', 0, oldest);
    if (from === null) return null;
    if (row.text('ageTo') === '') return { block, year, from, to: null, persons };
    const to = row.whole('ageTo', from, oldest);
    return to === null ? null : { block, year, from, to, persons };
  }
  const age = /^(\d{1,3})(\+?)$/.exec(row.text('age'));
  if (age === null || Number(age[1]) > oldest) return row.refuse('age', 'not-an-age');
  const from = Number(age[1]);
  return { block, year, from, to: age[2] === '+' ? null : from, persons };
};

/** From this age on, tables leave out ages that nobody has; a gap there is nobody. Below it a gap is a fault. */
const gapsAreNobodyFrom = 90;

interface Bracket {
  readonly from: number;
  readonly to: number | null;
  readonly persons: number;
  readonly place: ImportPlace;
}

/** Rows of one year as one table: like brackets added up, the highest one open, nothing missing from 0. */
function tableOf(year: number, rows: readonly Read<AgeRow, 'none'>[], ledger: FileLedger): Result<AgeTable, FileProblem> {
  const summed = new Map<string, Bracket>();
  for (const { record, place } of rows) {
    const key = `${record.from}-${record.to ?? ''}`;
    const found = summed.get(key);
    summed.set(key, { from: record.from, to: record.to, persons: (found?.persons ?? 0) + record.persons, place: found?.place ?? place });
  }
  const given = [...summed.values()].sort((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
  const brackets: AgeBand[] = [];
  const persons: number[] = [];
  let next = 0;
  for (const [i, bracket] of given.entries()) {
    if (bracket.from < next) return err({ code: 'age-overlap', place: bracket.place, facts: { year, age: bracket.from } });
    if (bracket.from > next) {
      const gap = { from: next, to: bracket.from - 1 };
      if (next < gapsAreNobodyFrom) return err({ code: 'age-gap', place: bracket.place, facts: { year, ...gap } });
      ledger.repair('empty-ages-as-zero', bracket.place);
      brackets.push(gap);
      persons.push(0);
    }
    const isLast = i === given.length - 1;
    if (bracket.to === null && !isLast) {
      return err({ code: 'age-overlap', place: given[i + 1]!.place, facts: { year, age: given[i + 1]!.from } });
    }
    brackets.push({ from: bracket.from, to: isLast ? null : bracket.to });
    persons.push(bracket.persons);
    next = (bracket.to ?? oldest) + 1;
  }
  return ok({ year, brackets, persons });
}

/** The age tables of a file, one per year, ascending. */
export function ageTables(rows: readonly Read<AgeRow, 'none'>[], ledger: FileLedger): Result<readonly AgeTable[], FileProblem> {
  const tables: AgeTable[] = [];
  for (const [year, ofYear] of [...Map.groupBy(rows, ({ record }) => record.year)].sort(([a], [b]) => a - b)) {
    const table = tableOf(year, ofYear, ledger);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  return ok(tables);
}
