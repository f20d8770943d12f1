import type { LayerPeek } from '../read/peek.ts';
import { filledValues, findColumn, isSeenWhole } from './columns.ts';
import type { MunicipalityColumn } from './entry-draft.ts';

/** A municipality that files speak of, as far as they name it. */
export interface FoundMunicipality {
  readonly code: string | null;
  readonly name: string | null;
}

/** Headers under which files name the municipality of a row, and its code. */
const nameColumns = ['gemeente', 'gemeentenaam', 'naam', 'municipality_name_nl', 'tx_munty_descr_nl', 'tx_descr_nl', 't_mun_nl', 'commune_nl', 'naam_gemeente'];
const codeColumns = ['nis', 'niscode', 'nis_code', 'refnis', 'cd_refnis', 'cd_munty_refnis', 'municipality_id', 'gemeente'];

const isCode = (value: string) => /^[1-9]\d{4}$/.test(value);
const isName = (value: string) => /^\p{L}[^\d]*$/u.test(value);

const codeIn = (value: string, by: MunicipalityColumn['by']): string | null => {
  const code = by === 'nis-prefix' ? value.slice(0, 5) : value;
  return isCode(code) ? code : null;
};

/** The name that goes with a code in the rows of any file that gives both. */
function nameOf(code: string, layers: readonly LayerPeek[]): string | null {
  for (const { columns, rows } of layers) {
    const codes = codeColumns.flatMap((name) => findColumn(columns, [name]) ?? []);
    const names = nameColumns.flatMap((name) => findColumn(columns, [name]) ?? []);
    for (const row of rows) {
      if (!codes.some((column) => row[columns.indexOf(column)]?.trim() === code)) continue;
      const name = names.map((column) => row[columns.indexOf(column)]?.trim() ?? '').find(isName);
      if (name !== undefined) return name;
    }
  }
  return null;
}

/**
 * The municipalities that files speak of by their municipality columns, the one most files speak of first. A file that was
 * seen whole goes before the beginning of a large one. A name goes with a code where some file gives both.
 */
export function namedMunicipalities(
  files: readonly { readonly column: MunicipalityColumn; readonly layer: LayerPeek }[], layers: readonly LayerPeek[],
): readonly FoundMunicipality[] {
  const codesOf = ({ column: { column, by }, layer }: (typeof files)[number]) =>
    by === 'nis' || by === 'nis-prefix' ? new Set(filledValues(layer.columns, layer.rows, column).flatMap((value) => codeIn(value, by) ?? [])) : new Set<string>();
  const whole = files.filter(({ layer }) => isSeenWhole(layer)).map(codesOf).filter(({ size }) => size === 1);
  const spoken = whole.length > 0 ? whole : files.map(codesOf);
  const counts = new Map<string, number>();
  for (const codes of spoken) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
  return codes.map((code) => ({ code, name: nameOf(code, layers) }));
}
