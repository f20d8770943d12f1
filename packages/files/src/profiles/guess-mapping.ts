import { fieldsOf, type RoleId } from '../manifest.ts';
import type { LayerPeek } from '../read/peek.ts';
import { filledValues } from './columns.ts';
import { fieldSigns, headerFit, valueFit } from './field-signs.ts';

/** Which column probably gives a field; null where none looks like it. */
export interface GuessedField {
  readonly field: string;
  readonly column: string | null;
  /** 0 to 1: a header that says it and values that look like it give the most. */
  readonly sure: number;
}

/** Below this a guess would only be in the way. */
const worthSaying = 0.3;

/** How surely a column holds a field: by its header, raised or lowered by what its values look like. */
function sureness(field: string, column: string, values: readonly string[]): number {
  const sign = fieldSigns[field];
  if (sign === undefined) return 0;
  const header = headerFit(sign, column);
  const fit = valueFit(sign, values);
  if (fit === null) return header * 0.9;
  // A pair of numbers in the range of Belgian coordinates says what it is without a header; most other values do not.
  return fit >= 0.75 ? Math.max(header + (1 - header) * 0.3 * Number(header > 0), sign.byValueAlone ?? 0) : header * 0.3 * fit;
}

/**
 * For a file that no profile describes: the likely column of each field of a role, by the words of its header (Dutch,
 * French, English) and by what its values look like. A column is given to one field only, the surest first.
 */
export function guessMapping(layer: LayerPeek, role: RoleId): readonly GuessedField[] {
  const fields = fieldsOf(role, layer.geometry === 'none' ? 'csv' : 'geojson');
  const pairs = fields.flatMap((field, order) =>
    layer.columns.map((column, index) => ({ field, order, column, index, sure: sureness(field, column, filledValues(layer.columns, layer.rows, column)) })),
  );
  pairs.sort((a, b) => b.sure - a.sure || a.order - b.order || a.index - b.index);
  const found = new Map<string, GuessedField>();
  const taken = new Set<number>();
  for (const { field, column, index, sure } of pairs) {
    if (sure < worthSaying || found.has(field) || taken.has(index)) continue;
    taken.add(index);
    found.set(field, { field, column, sure });
  }
  return withOnePositionPair(fields.map((field) => found.get(field) ?? { field, column: null, sure: 0 }));
}

/** A position is x and y or latitude and longitude: the less sure pair is left open. */
function withOnePositionPair(guesses: readonly GuessedField[]): readonly GuessedField[] {
  const sureOf = (...fields: readonly string[]) => Math.min(...fields.map((field) => guesses.find((guess) => guess.field === field)?.sure ?? 0));
  const dropped = sureOf('lat', 'lon') >= sureOf('x', 'y') ? ['x', 'y'] : ['lat', 'lon'];
  return guesses.map((guess) => (dropped.includes(guess.field) ? { field: guess.field, column: null, sure: 0 } : guess));
}
