import { featureCollection, pointToGeoJson, shapeToGeoJson, type GeoJsonPoint, type GeoJsonShape } from '../geojson-writer.ts';
import type { ExportTable } from './export-table.ts';

type Geometry = GeoJsonPoint | GeoJsonShape;

/** A table as GeoJSON in WGS84 (RFC 7946), a feature for each row, its columns as properties; a row without a shape has no geometry. */
export const writeGeoJson = ({ name, columns, rows }: ExportTable): string => `${JSON.stringify({
  ...featureCollection<Geometry | null, Readonly<Record<string, string | number | null>>>(rows.map(({ values, shape }) => ({
    geometry: geometryOf(shape), properties: Object.fromEntries(columns.map((column, index) => [column.name, values[index]!])),
  }))),
  name,
})}\n`;

function geometryOf(shape: ExportTable['rows'][number]['shape']): Geometry | null {
  if (shape.length === 0) return null;
  return typeof shape[0] === 'number' ? pointToGeoJson(shape[0], shape[1] as number) : shapeToGeoJson(shape as Parameters<typeof shapeToGeoJson>[0]);
}
