import { shapefileParts } from './file-names.ts';

interface StoredFile {
  readonly file: string;
  readonly stored: string;
}

/** Per file that stands by itself: what it is read from, the parts of its Shapefile included. */
function readFrom(files: readonly StoredFile[]): ReadonlyMap<string, string> {
  const parts = shapefileParts(files.map(({ file }) => file));
  const partsOf = Map.groupBy(files.filter(({ file }) => parts.has(file)), ({ file }) => parts.get(file)!);
  return new Map(files.filter(({ file }) => !parts.has(file)).map(({ file, stored }) =>
    [file, [stored, ...(partsOf.get(file) ?? []).map((part) => part.stored).sort()].join('\n')]));
}

/** Files that have to be looked at (again) when the files of a sitting change: new ones, and Shapefiles that got or lost a part. */
export function toLookAt(before: readonly StoredFile[], after: readonly StoredFile[]): readonly string[] {
  const known = readFrom(before);
  return [...readFrom(after)].filter(([file, sources]) => known.get(file) !== sources).map(([file]) => file);
}
