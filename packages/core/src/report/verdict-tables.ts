import type { FileVerdict, ImportPlace, ImportProblem, Language, RowFinding, Verdict } from '../model/index.ts';
import { csvDocument } from './csv.ts';
import { formatFor } from './format.ts';
import { controlFigureWords, importProblemSentence, noticeSentence, placeWords, repairWords, rowFindingSentences, systemSentence } from './import-sentences.ts';
import { roleWords } from './role-words.ts';

/** A table as people read it: every cell is text in their language. */
export interface WordTable {
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

/** The verdict of an import as the screen and the page show it: per file, per row that was not taken as it stood, per check. */
export interface VerdictTables {
  readonly files: WordTable;
  /** Refused and waiting rows and values left unknown: where, what, why, and what to do. */
  readonly findings: WordTable;
  readonly repairs: WordTable;
  /** Rows the manifest itself leaves out. */
  readonly leftOut: WordTable;
  readonly controls: WordTable;
  readonly notices: WordTable;
}

const words = {
  nl: {
    files: 'Bestanden', findings: 'Niet meegenomen', repairs: 'Hersteld', leftOut: 'Overgeslagen', controls: 'Controle', notices: 'Goed om te weten',
    file: 'bestand', title: 'titel', role: 'rol', profile: 'profiel', read: 'gelezen', taken: 'meegenomen', elsewhere: 'andere gemeenten', left: 'overgeslagen',
    refused: 'geweigerd', waiting: 'wacht', unknown: 'waarde onbekend', repaired: 'hersteld', crs: 'coördinaten', date: 'peildatum', age: 'ouder dan het referentiejaar (jaar)',
    licence: 'licentie', attribution: 'bronvermelding', kind: 'soort', place: 'plaats', column: 'kolom', value: 'waarde', reason: 'reden', remedy: 'wat te doen',
    how: 'hoe', rows: 'rijen', first: 'eerst in', what: 'wat', found: 'gevonden', expected: 'verwacht', difference: 'verschil', notice: 'opmerking', line: 'regel', count: 'aantal',
    problem: 'probleem', control: 'controle', byHand: 'eigen koppeling', notGiven: 'niet opgegeven',
  },
  en: {
    files: 'Files', findings: 'Not taken', repairs: 'Repaired', leftOut: 'Left out', controls: 'Checks', notices: 'Good to know',
    file: 'file', title: 'title', role: 'role', profile: 'profile', read: 'read', taken: 'taken', elsewhere: 'other municipalities', left: 'left out',
    refused: 'refused', waiting: 'waiting', unknown: 'value unknown', repaired: 'repaired', crs: 'coordinates', date: 'reference date', age: 'older than the reference year (years)',
    licence: 'licence', attribution: 'attribution', kind: 'kind', place: 'place', column: 'column', value: 'value', reason: 'reason', remedy: 'what to do',
    how: 'how', rows: 'rows', first: 'first in', what: 'what', found: 'found', expected: 'expected', difference: 'difference', notice: 'notice', line: 'line', count: 'number',
    problem: 'problem', control: 'check', byHand: 'own mapping', notGiven: 'not given',
  },
} as const satisfies Record<Language, Record<string, string>>;

type Word = keyof (typeof words)['nl'];

const findingKinds = [['refused', 'refused'], ['waiting', 'waiting'], ['valuesLeftUnknown', 'unknown']] as const satisfies readonly (readonly [keyof FileVerdict, Word])[];

interface Told {
  readonly kind: Word;
  readonly file: FileVerdict;
  readonly finding: RowFinding;
}

const told = (file: FileVerdict): readonly Told[] => findingKinds.flatMap(([list, kind]) => file[list].map((finding) => ({ kind, file, finding })));

const rowsLeftOut = ({ leftOut }: FileVerdict): number => leftOut?.values.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
const rowsRepaired = ({ repaired }: FileVerdict): number => repaired.reduce((sum, { rows }) => sum + rows, 0);

/** Every part of a verdict as a table of words. */
export function verdictTables({ files, controls, notices }: Verdict, language: Language): VerdictTables {
  const say = words[language];
  const { number } = formatFor(language);
  const table = (title: Word, columns: readonly (readonly [key: Word, align: 'left' | 'right'])[], rows: readonly (readonly string[])[]): WordTable =>
    ({ title: say[title], columns: columns.map(([key, align]) => ({ key, label: say[key], align })), rows });

  return {
    files: table('files', [
      ['file', 'left'], ['title', 'left'], ['role', 'left'], ['profile', 'left'], ['read', 'right'], ['taken', 'right'], ['elsewhere', 'right'], ['left', 'right'],
      ['refused', 'right'], ['waiting', 'right'], ['unknown', 'right'], ['repaired', 'right'], ['crs', 'left'], ['date', 'left'], ['age', 'right'], ['licence', 'left'], ['attribution', 'left'],
    ], files.map((file) => [
      file.file, file.title, roleWords(file.role, language), file.profile ?? say.byHand, number(file.rowsRead), number(file.rowsTaken), number(file.elsewhere), number(rowsLeftOut(file)),
      number(file.refused.length), number(file.waiting.length), number(file.valuesLeftUnknown.length), number(rowsRepaired(file)),
      file.crs === null ? '' : systemSentence(file.crs, language), file.referenceDate ?? say.notGiven, file.yearsOld === null ? '' : number(file.yearsOld),
      file.licence ?? say.notGiven, file.attribution ?? '',
    ])),
    findings: table('findings', [['file', 'left'], ['kind', 'left'], ['place', 'left'], ['column', 'left'], ['value', 'left'], ['reason', 'left'], ['remedy', 'left']],
      files.flatMap(told).map(({ kind, file, finding }) => {
        const { reason, remedy } = rowFindingSentences(finding, language);
        return [file.file, say[kind], placeWords(finding.place)[language], finding.column ?? '', finding.value, reason, remedy];
      })),
    repairs: table('repairs', [['file', 'left'], ['how', 'left'], ['rows', 'right'], ['first', 'left']],
      files.flatMap(({ file, repaired }) => repaired.map(({ how, rows, first }) => [file, repairWords(how, language), number(rows), placeWords(first)[language]]))),
    leftOut: table('leftOut', [['file', 'left'], ['column', 'left'], ['value', 'left'], ['rows', 'right'], ['first', 'left']],
      files.flatMap(({ file, leftOut }) => (leftOut?.values ?? []).map(({ value, rows, first }) => [file, leftOut!.column, value, number(rows), placeWords(first)[language]]))),
    controls: table('controls', [['what', 'left'], ['found', 'right'], ['expected', 'right'], ['difference', 'right']],
      controls.map(({ what, found, expected }) => [controlFigureWords(what, language), number(found), number(expected), number(found - expected)])),
    notices: table('notices', [['notice', 'left']], notices.map((notice) => [noticeSentence(notice, language)])),
  };
}

const csvColumns = ['file', 'title', 'role', 'profile', 'kind', 'line', 'place', 'column', 'value', 'reason', 'remedy', 'count', 'date', 'licence', 'attribution'] as const satisfies readonly Word[];

type CsvRow = Partial<Record<(typeof csvColumns)[number], string>>;

const csvOf = (rows: readonly CsvRow[], language: Language): string =>
  csvDocument([csvColumns.map((column) => words[language][column]), ...rows.map((row) => csvColumns.map((column) => row[column] ?? ''))]);

const placeCells = (place: ImportPlace, language: Language): CsvRow => ({ line: place.line === undefined ? '' : String(place.line), place: placeWords(place)[language] });

/**
 * The verdict as a CSV file, one line for each thing found: per file the rows read and taken, and then each repair, each row
 * that was left out, waits or was refused, each value left unknown; at the end the checks and notices. Every line of a file
 * names its licence and source, so that a copied line keeps them.
 */
export function verdictCsv({ files, controls, notices }: Verdict, language: Language): string {
  const say = words[language];
  const ofFile = (file: FileVerdict): CsvRow => ({
    file: file.file, title: file.title, role: roleWords(file.role, language), profile: file.profile ?? say.byHand,
    date: file.referenceDate ?? say.notGiven, licence: file.licence ?? say.notGiven, attribution: file.attribution ?? '',
  });
  return csvOf([
    ...files.flatMap((file) => [
      { ...ofFile(file), kind: say.read, count: String(file.rowsRead) },
      { ...ofFile(file), kind: say.taken, count: String(file.rowsTaken) },
      ...(file.elsewhere === 0 ? [] : [{ ...ofFile(file), kind: say.elsewhere, count: String(file.elsewhere) }]),
      ...(file.leftOut?.values ?? []).map(({ value, rows, first }): CsvRow =>
        ({ ...ofFile(file), kind: say.left, ...placeCells(first, language), column: file.leftOut!.column, value, count: String(rows) })),
      ...file.repaired.map(({ how, rows, first }): CsvRow => ({ ...ofFile(file), kind: say.repaired, ...placeCells(first, language), reason: repairWords(how, language), count: String(rows) })),
      ...told(file).map(({ kind, finding }): CsvRow => ({
        ...ofFile(file), kind: say[kind], ...placeCells(finding.place, language), column: finding.column ?? '', value: finding.value, ...rowFindingSentences(finding, language), count: '1',
      })),
    ]),
    ...controls.map(({ what, found, expected }): CsvRow => ({ kind: say.control, value: String(found), reason: controlFigureWords(what, language), count: String(found - expected) })),
    ...notices.map((notice): CsvRow => ({ kind: say.notice, reason: noticeSentence(notice, language) })),
  ], language);
}

/** The reasons an import was refused, in the columns of the verdict. */
export const importProblemsCsv = (problems: readonly ImportProblem[], language: Language): string =>
  csvOf(problems.map((problem): CsvRow =>
    ({ file: problem.file ?? '', kind: words[language].problem, ...placeCells(problem.place, language), reason: importProblemSentence(problem, language), count: '1' })), language);
