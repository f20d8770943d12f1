import { FeatureScanner } from './feature-scanner.ts';
import { geoJsonGeometry } from './geometry.ts';
import type { Layer } from './layer.ts';
import type { FirstProblem } from './problem.ts';
import { namedSystem } from './reference-system.ts';
import { readText } from './text.ts';

/** A property of a feature as text: a list as words, nothing as ''. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(textOf).join(' ') : JSON.stringify(value);
}

/** The features of a GeoJSON collection. */
export function geoJsonLayer(name: string | null, bytes: AsyncIterable<Uint8Array>, stop: FirstProblem): Layer {
  return {
    name,
    rowCount: null,
    read: async (sink) => {
      const feature = (value: unknown, number: number) => {
        if (sink.isFull) return;
        if (number === 1) sink.system(namedSystem(scanner.member('crs')));
        const { properties, geometry } = (value ?? {}) as { readonly properties?: unknown; readonly geometry?: unknown };
        const own = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
        sink.properties(Object.keys(own));
        sink.row({ feature: number }, (column) => (Object.hasOwn(own, column) ? textOf(own[column]) : ''), geoJsonGeometry(geometry));
      };
      const scanner = new FeatureScanner(feature, stop);
      for await (const piece of readText(bytes, 'utf-8', stop)) {
        if (!sink.isFull) scanner.push(piece);
        if (stop.problem !== null) return;
      }
      if (sink.isFull) return;
      scanner.end();
      // A `crs` member may also stand behind the features.
      sink.system(namedSystem(scanner.member('crs')));
    },
  };
}
