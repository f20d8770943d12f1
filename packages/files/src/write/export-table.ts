import type { MultiPolygon } from '@woonzorgzones/core/geo';

/** A table as it goes into a file: typed columns, and where its rows lie (Lambert 2008). Names are fit for any format. */
export interface ExportTable {
  /** In lower case, without spaces: the name of the layer, the sheet or the file. */
  readonly name: string;
  readonly title: string;
  readonly geometry: 'MULTIPOLYGON' | 'POINT';
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
}

export interface ExportColumn {
  readonly name: string;
  /** At most ten letters, for dBASE. */
  readonly shortName: string;
  readonly type: 'text' | 'integer' | 'real';
}

export type ExportValue = string | number | null;

export interface ExportRow {
  readonly values: readonly ExportValue[];
  /** Surfaces, or one point. */
  readonly shape: MultiPolygon | readonly [x: number, y: number];
}
