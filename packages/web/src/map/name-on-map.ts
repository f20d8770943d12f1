/** The name of an area as the map writes it: without the municipality between brackets behind it, which the map shows anyhow. Lists keep the whole name. */
export function nameOnMap(name: string, municipality: string | undefined): string {
  const behind = ` (${municipality})`;
  return municipality !== undefined && name.length > behind.length && name.endsWith(behind) ? name.slice(0, -behind.length) : name;
}
