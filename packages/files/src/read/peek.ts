import type { Crs, Points } from '@woonzorgzones/core/geo';
import type { FileFormat, GeometryKind } from '../manifest.ts';
import type { Delimiter } from './csv.ts';
import type { Encoding } from './text.ts';

/** A table, sheet or member of a file as far as a person needs to see it to say what it is. */
export interface LayerPeek {
  /** What a manifest writes as `layer` to read this one; null where the file has only this. */
  readonly layer: string | null;
  readonly columns: readonly string[];
  /** The first 200 rows at most, every value as text, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly geometry: GeometryKind;
  /** One position, in the coordinates of the file, of each of the first ten rows with geometry of its own; NaN where a row has none. */
  readonly firstPositions: Points;
  /** Named by the file itself: its .prj, its EPSG code, its `crs` member. */
  readonly crs: Crs | null;
  /** Null where counting would mean reading the file to its end. */
  readonly rowCount: number | null;
}

export interface FilePeek {
  readonly file: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** Null where the format says it itself. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** At least one. */
  readonly layers: readonly LayerPeek[];
}
