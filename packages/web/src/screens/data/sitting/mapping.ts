import type { FileMapping } from '@woonzorgzones/api/schemas';
import { categories, categoryIds } from '@woonzorgzones/core/model';

/** A mapping as a person makes it on screen. */
export interface MappingDraft {
  readonly role: string;
  readonly layer: string | null;
  /** Null: found by looking. */
  readonly crs: string | null;
  /** By field: the column that gives it, or none. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** What every row is, where no column says it. */
  readonly category: string | null;
  readonly title: string;
  readonly referenceDate: string;
  readonly attribution: string;
  readonly licence: string;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The kinds of facilities as people write them: by their id and by their Dutch name, in the usual capitals. */
const kindsAsWritten: Readonly<Record<string, string>> = Object.fromEntries(categoryIds.flatMap((id) =>
  [id, categories[id].nl].flatMap((word) => [word, word.toLowerCase(), word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].map((written) => [written, id]))));

/** "Wijken van Genk (2024)" names the division "wijken-van-genk-2024". */
const slugOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'indeling';

/** The entry of the manifest that a mapping on screen stands for; the server holds it to the rules. */
export function mappingFrom({ role, layer, crs, columns, category, title, referenceDate, attribution, licence }: MappingDraft): FileMapping {
  const given = Object.fromEntries(Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== null));
  const name = title.trim();
  return {
    role: role as FileMapping['role'],
    ...(layer === null ? {} : { layer }),
    ...(crs === null ? {} : { crs: crs as NonNullable<FileMapping['crs']> }),
    title: name,
    licence: orNull(licence),
    attribution: orNull(attribution),
    referenceDate: orNull(referenceDate),
    columns: given,
    constants: category === null || given['category'] !== undefined ? {} : { category },
    values: given['category'] === undefined ? {} : { category: kindsAsWritten },
    ...(role === 'division' ? { division: { id: slugOf(name), name } } : {}),
  };
}
