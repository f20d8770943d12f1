import type { FileVerdict, ImportPlace, ImportProblem, Language, RowFinding, Verdict } from '../model/index.ts';
import { csvDocument } from './csv.ts';
import { controlFigureWords, importProblemSentence, noticeSentence, placeWords, repairWords, rowFindingSentences } from './import-sentences.ts';
import { roleWords } from './role-words.ts';

const words = {
  nl: {
    file: 'bestand', title: 'titel', role: 'rol', profile: 'profiel', kind: 'soort', line: 'regel', place: 'plaats', column: 'kolom', value: 'waarde', reason: 'reden', remedy: 'wat te doen',
    count: 'aantal', date: 'peildatum', licence: 'licentie', attribution: 'bronvermelding', read: 'gelezen', taken: 'meegenomen', elsewhere: 'andere gemeenten', left: 'overgeslagen',
    repaired: 'hersteld', refused: 'geweigerd', waiting: 'wacht', unknown: 'waarde onbekend', control: 'controle', notice: 'opmerking', problem: 'probleem',
    byHand: 'eigen koppeling', notGiven: 'niet opgegeven',
  },
  en: {
    file: 'file', title: 'title', role: 'role', profile: 'profile', kind: 'kind', line: 'line', place: 'place', column: 'column', value: 'value', reason: 'reason', remedy: 'what to do',
    count: 'number', date: 'reference date', licence: 'licence', attribution: 'attribution', read: 'read', taken: 'taken', elsewhere: 'other municipalities', left: 'left out',
    repaired: 'repaired', refused: 'refused', waiting: 'waiting', unknown: 'value unknown', control: 'check', notice: 'notice', problem: 'problem',
    byHand: 'own mapping', notGiven: 'not given',
  },
} as const satisfies Record<Language, Record<string, string>>;

const columns = ['file', 'title', 'role', 'profile', 'kind', 'line', 'place', 'column', 'value', 'reason', 'remedy', 'count', 'date', 'licence', 'attribution'] as const;

type CsvRow = Partial<Record<(typeof columns)[number], string>>;

const csvOf = (rows: readonly CsvRow[], language: Language): string =>
  csvDocument([columns.map((column) => words[language][column]), ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);

const placeCells = (place: ImportPlace, language: Language): CsvRow => ({ line: place.line === undefined ? '' : String(place.line), place: placeWords(place)[language] });

/** Rows and values that were not taken as they stood, each with what became of it. */
const findings = ({ refused, waiting, valuesLeftUnknown }: FileVerdict): readonly (readonly ['refused' | 'waiting' | 'unknown', RowFinding])[] => [
  ...refused.map((finding) => ['refused', finding] as const), ...waiting.map((finding) => ['waiting', finding] as const), ...valuesLeftUnknown.map((finding) => ['unknown', finding] as const),
];

/**
 * The verdict as a CSV file, one line for each thing found: per file the rows read and taken, and then each repair, each row
 * that was left out, waits or was refused, each value left unknown; at the end the checks and notices. Every line of a file
 * names its licence and source, so that a copied line keeps them.
 */
export function verdictCsv({ files, controls, notices }: Verdict, language: Language): string {
  const say = words[language];
  const linesOf = (file: FileVerdict): readonly CsvRow[] => {
    const about: CsvRow = {
      file: file.file, title: file.title, role: roleWords(file.role, language), profile: file.profile ?? say.byHand,
      date: file.referenceDate ?? say.notGiven, licence: file.licence ?? say.notGiven, attribution: file.attribution ?? '',
    };
    const lines: readonly CsvRow[] = [
      { kind: say.read, count: String(file.rowsRead) },
      { kind: say.taken, count: String(file.rowsTaken) },
      ...(file.elsewhere === 0 ? [] : [{ kind: say.elsewhere, count: String(file.elsewhere) }]),
      ...(file.leftOut?.values ?? []).map(({ value, rows, first }): CsvRow => ({ kind: say.left, ...placeCells(first, language), column: file.leftOut!.column, value, count: String(rows) })),
      ...file.repaired.map(({ how, rows, first }): CsvRow => ({ kind: say.repaired, ...placeCells(first, language), reason: repairWords(how, language), count: String(rows) })),
      ...findings(file).map(([kind, finding]): CsvRow =>
        ({ kind: say[kind], ...placeCells(finding.place, language), column: finding.column ?? '', value: finding.value, ...rowFindingSentences(finding, language), count: '1' })),
    ];
    return lines.map((line) => ({ ...about, ...line }));
  };
  return csvOf([
    ...files.flatMap(linesOf),
    ...controls.map(({ what, found, expected }): CsvRow => ({ kind: say.control, value: String(found), reason: controlFigureWords(what, language), count: String(found - expected) })),
    ...notices.map((notice): CsvRow => ({ kind: say.notice, reason: noticeSentence(notice, language) })),
  ], language);
}

/** The reasons an import was refused, in the columns of the verdict. */
export const importProblemsCsv = (problems: readonly ImportProblem[], language: Language): string =>
  csvOf(problems.map((problem): CsvRow =>
    ({ file: problem.file ?? '', kind: words[language].problem, ...placeCells(problem.place, language), reason: importProblemSentence(problem, language), count: '1' })), language);
