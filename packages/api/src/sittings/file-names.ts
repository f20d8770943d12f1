/** Longer names are no names of files. */
const longest = 500;

/**
 * The name a dropped file goes by: below the folder that was dropped, with slashes. Null for a name that leads elsewhere (a
 * root, a drive, a way up) or that no file can have.
 */
export function droppedName(given: string): string | null {
  const name = given.normalize('NFC').replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  if (name.length === 0 || name.length > longest || /^\/|^[A-Za-z]:|\p{Cc}/u.test(name)) return null;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') ? name : null;
}

/** Members of a Shapefile that belong to its .shp. */
const shapefileMembers = /\.(shx|dbf|prj|cpg|qpj|sbn|sbx|qmd|shp\.xml)$/i;

/** Files that are a part of a Shapefile dropped with them: name of the part → name of its .shp. */
export function shapefileParts(names: readonly string[]): ReadonlyMap<string, string> {
  const stem = (name: string) => name.replace(shapefileMembers, '').replace(/\.shp$/i, '').toLowerCase();
  const shapes = new Map(names.filter((name) => /\.shp$/i.test(name)).map((name) => [stem(name), name]));
  return new Map(names.flatMap((name) => {
    const shape = shapefileMembers.test(name) ? shapes.get(stem(name)) : undefined;
    return shape === undefined ? [] : [[name, shape] as const];
  }));
}
