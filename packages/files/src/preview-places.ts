import { fromLambert2008, toLambert2008, type Crs, type Points } from '@woonzorgzones/core/geo';
import type { FileVerdict } from '@woonzorgzones/core/model';
import type { LayerPeek } from './read/peek.ts';
import { recogniseSystem } from './read/reference-system.ts';
import { readNumber } from './read/value.ts';

/** Which columns give a position, and what is known of how it is written. */
export interface PositionSource {
  /** Our field (x and y, or lat and lon) → column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly crs: Crs | null;
  readonly decimal: '.' | ',' | null;
}

export interface PreviewPlaces {
  /** Per row [longitude, latitude] in WGS84; null where the row has no place, or it is not clear in which system. */
  readonly places: readonly (readonly [longitude: number, latitude: number] | null)[];
  readonly crs: NonNullable<FileVerdict['crs']> | null;
}

function positionsInColumns({ columns, rows }: LayerPeek, { columns: fields, decimal }: PositionSource, count: number): Points {
  const [fieldX, fieldY] = fields['x'] === undefined ? ['lon', 'lat'] : ['x', 'y'];
  const [atX, atY] = [columns.indexOf(fields[fieldX] ?? ''), columns.indexOf(fields[fieldY] ?? '')];
  const valueAt = (row: readonly string[], index: number): number => {
    const read = readNumber(row[index] ?? '', decimal ?? undefined);
    return read.ok ? read.value.value : NaN;
  };
  return Float64Array.from(rows.slice(0, count).flatMap((row) => [valueAt(row, atX), valueAt(row, atY)]));
}

/** Where the first rows of a file lie, for a map beside them: before anything is imported, by what is known of the file so far. */
export function previewPlaces(layer: LayerPeek, source: PositionSource, count: number): PreviewPlaces {
  const isInColumns = layer.geometry === 'none';
  const shown = Math.min(count, layer.rows.length);
  const raw = isInColumns ? positionsInColumns(layer, source, shown) : layer.firstPositions.slice(0, 2 * shown);
  const known = [...Array(raw.length / 2).keys()].filter((row) => Number.isFinite(raw[2 * row]! + raw[2 * row + 1]!));
  const nowhere = Array.from({ length: shown }, () => null);
  if (known.length === 0) return { places: nowhere, crs: null };
  const given = source.crs ?? (isInColumns && source.columns['x'] === undefined ? 'EPSG:4326' : null);
  const found = recogniseSystem(given, layer.crs, Float64Array.from(known.flatMap((row) => [raw[2 * row]!, raw[2 * row + 1]!])));
  if (!found.ok) return { places: nowhere, crs: null };
  const lonLat = fromLambert2008('EPSG:4326', toLambert2008(found.value.code, raw));
  return {
    places: nowhere.map((_, row) => (known.includes(row) ? [lonLat[2 * row]!, lonLat[2 * row + 1]!] as const : null)),
    crs: found.value,
  };
}
