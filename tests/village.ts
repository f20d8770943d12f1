import { checkManifest, importMunicipality, type ImportOptions, type ImportedMunicipality, type ManifestDocument, type OpenFile } from '@woonzorgzones/files';
import type { ImportFailure, Result } from '@woonzorgzones/core/model';

/**
 * A village on paper, in Lambert 2008: two blocks of a square kilometre side by side, West and Oost, ten homes, thirty people.
 *
 *   684000 ┌────────┬────────┐
 *          │  West  │  Oost  │
 *   683000 └────────┴────────┘
 *       729000   730000   731000
 */
type Ring = readonly (readonly [number, number])[];

export const square = (x: number, y: number, width = 1000, height = 1000): Ring => [
  [x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y],
];

export const feature = (properties: Record<string, unknown>, geometry: unknown) => ({ type: 'Feature', properties, geometry });
export const polygon = (...rings: readonly Ring[]) => ({ type: 'Polygon', coordinates: rings });
export const collection = (...features: readonly unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

export const west = feature({ code: 'W', naam: 'West' }, polygon(square(729_000, 683_000)));
export const east = feature({ code: 'O', naam: 'Oost' }, polygon(square(730_000, 683_000)));

/** Six homes in West, four in Oost. */
export const homes: readonly (readonly [street: string, number: string, x: number, y: number])[] = [
  ['Kerkstraat', '1', 729_100, 683_100], ['Kerkstraat', '2', 729_200, 683_100], ['Kerkstraat', '3', 729_300, 683_100],
  ['Molenweg', '1', 729_100, 683_900], ['Molenweg', '2', 729_200, 683_900], ['Molenweg', '3', 729_300, 683_900],
  ['Statiestraat', '1', 730_100, 683_500], ['Statiestraat', '2', 730_200, 683_500],
  ['Statiestraat', '3', 730_300, 683_500], ['Statiestraat', '4', 730_400, 683_500],
];

export const addressCsv = (rows: readonly (readonly (string | number)[])[] = homes) => ['straat,nummer,x,y', ...rows.map((row) => row.join(','))].join('\n');

export const source = { licence: 'CC0', attribution: null, referenceDate: '2015' } as const;

export type Files = Readonly<Record<string, string | Uint8Array | AsyncIterable<Uint8Array>>>;

/** The files of the village; every test changes what it is about. */
export const villageFiles: Files = {
  'grens.geojson': collection(feature({}, polygon(square(729_000, 683_000, 2000, 1000)))),
  'blokken.geojson': collection(west, east),
  'adressen.csv': addressCsv(),
  'inwoners.csv': 'blok,inwoners\nW,18\nO,12\n',
  'leeftijden.csv': 'jaar,leeftijd,aantal\n2015,0,10\n2015,1,8\n2015,2,6\n2015,3+,6\n',
};

export const villageManifest: ManifestDocument = {
  format: 'woonzorgzones-manifest',
  version: 1,
  municipality: { code: 'dorp', name: 'Dorp', fictitious: true },
  referenceYear: 2015,
  population: { spreadBy: 'addresses-evenly' },
  files: [
    { path: 'grens.geojson', role: 'boundary', format: 'geojson', crs: 'EPSG:3812', title: 'Grens', ...source },
    { path: 'blokken.geojson', role: 'blocks', format: 'geojson', crs: 'EPSG:3812', title: 'Blokken', ...source, columns: { id: 'code', name: 'naam' } },
    {
      path: 'adressen.csv', role: 'addresses', format: 'csv', crs: 'EPSG:3812', title: 'Adressen', ...source,
      columns: { street: 'straat', number: 'nummer', x: 'x', y: 'y' },
    },
    { path: 'inwoners.csv', role: 'inhabitants', format: 'csv', title: 'Inwoners', ...source, columns: { block: 'blok', inhabitants: 'inwoners' } },
    { path: 'leeftijden.csv', role: 'ages', format: 'csv', title: 'Leeftijden', ...source, columns: { year: 'jaar', age: 'leeftijd', persons: 'aantal' } },
  ],
};

type FileDocument = ManifestDocument['files'][number];

/** The manifest of the village with changes to the file of one role. */
export const withFile = (role: FileDocument['role'], change: Partial<FileDocument>): ManifestDocument => ({
  ...villageManifest,
  files: villageManifest.files.map((file) => (file.role === role ? { ...file, ...change } : file)),
});

/** The manifest of the village with one more file. */
export const plusFile = (file: Pick<FileDocument, 'path' | 'role' | 'format'> & Partial<FileDocument>): ManifestDocument => ({
  ...villageManifest,
  files: [...villageManifest.files, { title: file.path, ...source, ...file }],
});

/** Gives files from memory, in pieces as a disk does. */
export function openMemory(files: Files): OpenFile {
  async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
  }
  return async (path) => {
    const content = files[path];
    if (content === undefined) return Promise.resolve(null);
    if (typeof content === 'string') return pieces(Buffer.from(content));
    return content instanceof Uint8Array ? pieces(content) : content;
  };
}

/** Imports the village with these changes. A manifest that is itself at fault fails alike. */
export async function importVillage(
  changes: Files = {}, document: ManifestDocument = villageManifest, options: ImportOptions = {},
): Promise<Result<ImportedMunicipality, ImportFailure>> {
  const manifest = checkManifest(document);
  return manifest.ok ? importMunicipality(manifest.value, openMemory({ ...villageFiles, ...changes }), options) : manifest;
}
