export { openFolder } from './folder.ts';
export * from './geojson-writer.ts';
export { importMunicipality, type ImportedMunicipality, type ImportOptions, type ImportProgress } from './import.ts';
export { limits } from './limits.ts';
export { manifestSchema, type Manifest, type ManifestDocument, type ManifestFile } from './manifest.ts';
export { checkManifest, readManifest } from './read-manifest.ts';
export type { OpenFile } from './read/source-bytes.ts';
