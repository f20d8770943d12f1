import type { FileVerdict, ImportPlace, RowFinding, Verdict } from '@woonzorgzones/core/model';
import { controlSentence, formatFor, noticeSentence, repairSentence, rowFindingSentences, systemSentence } from '@woonzorgzones/core/report';

/** Rows that were not taken, shown per file; the JSON has them all. */
const rowsShown = 20;

const { number } = formatFor('nl');

/** What an import took, put right and refused, as Dutch text. */
export const verdictText = ({ files, controls, notices }: Verdict): string => [
  ...files.map(fileText),
  ...(controls.length > 0 ? [`Controle\n${controls.map((control) => `  ${controlSentence(control, 'nl')}`).join('\n')}`] : []),
  ...(notices.length > 0 ? [`Goed om te weten\n${notices.map((notice) => `  ${noticeSentence(notice, 'nl')}`).join('\n')}`] : []),
].join('\n\n');

function fileText(verdict: FileVerdict): string {
  const { file, title, profile, rowsRead, rowsTaken, elsewhere, crs, leftOut, refused, waiting, valuesLeftUnknown, repaired } = verdict;
  return [
    `${file} (${title})${profile === null ? '' : `, profiel ${profile}`}`,
    `  ${number(rowsRead)} rijen gelezen, ${number(rowsTaken)} meegenomen${crs === null ? '' : `; ${systemSentence(crs, 'nl')}`}`,
    ...(elsewhere === 0 ? [] : [`  Van andere gemeenten: ${number(elsewhere)} rijen`]),
    ...repaired.map((repair) => `  Hersteld: ${repairSentence(repair, 'nl')}`),
    ...(leftOut === null ? [] : leftOut.values.map(({ value, rows }) => `  Overgeslagen zoals opgegeven: ${number(rows)} rijen met ${leftOut.column} = ${value}`)),
    ...findings('Geweigerd', refused),
    ...findings('Wacht op een mens', waiting),
    ...findings('Waarde onbekend gelaten', valuesLeftUnknown),
  ].join('\n');
}

function findings(label: string, rows: readonly RowFinding[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, rowsShown).map((finding) => {
    const { reason, remedy } = rowFindingSentences(finding, 'nl');
    const column = finding.column === null ? '' : `, ${finding.column}`;
    return `    ${placeText(finding.place)}${column}: “${finding.value}”: ${reason}. ${remedy}`;
  });
  const more = rows.length > rowsShown ? [`    … en nog ${number(rows.length - rowsShown)} (alle met --json)`] : [];
  return [`  ${label}: ${number(rows.length)}`, ...shown, ...more];
}

function placeText({ line, feature, area, key }: ImportPlace): string {
  if (line !== undefined) return `regel ${line}`;
  if (feature !== undefined) return `onderdeel ${feature}`;
  return area ?? key ?? '';
}
