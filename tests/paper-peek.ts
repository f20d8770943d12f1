import type { FilePeek, LayerPeek } from '@woonzorgzones/files';

/** What a peek shows of a table on paper. */
export const paperLayer = (columns: readonly string[], rows: readonly (readonly string[])[], more: Partial<LayerPeek> = {}): LayerPeek => ({
  layer: null, columns, rows, geometry: 'none', firstPositions: new Float64Array(), crs: null, rowCount: rows.length, ...more,
});

export const paperPeek = (file: string, layer: LayerPeek, more: Partial<FilePeek> = {}): FilePeek => ({
  file, bytes: 1000, format: 'csv', encoding: 'utf-8', delimiter: ',', layers: [layer], ...more,
});
