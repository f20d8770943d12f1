export { openFolder } from './folder.ts';
export * from './geojson-writer.ts';
export { importMunicipality, type ImportedMunicipality, type ImportOptions, type ImportProgress } from './import.ts';
export { limits } from './limits.ts';
export { fileFormats, manifestSchema, type FileFormat, type GeometryKind, type Manifest, type ManifestDocument, type ManifestFile } from './manifest.ts';
export { checkManifest, readManifest } from './read-manifest.ts';
export type { FilePeek, LayerPeek } from './read/peek.ts';
export type { OpenFile } from './read/source-bytes.ts';
