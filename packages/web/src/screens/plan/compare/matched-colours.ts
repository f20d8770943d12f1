/**
 * Colours for the areas a plan is compared with: a matched area takes the colour of its zone, so that the two maps can be
 * read together; another the colour that fewest of its neighbours have, the first among equals.
 */
export function matchedColours(zoneColours: readonly string[], match: readonly number[], neighbours: readonly (readonly number[])[], colours: readonly string[]): readonly string[] {
  const given: (string | undefined)[] = neighbours.map(() => undefined);
  for (const [zone, area] of match.entries()) if (area !== -1) given[area] = zoneColours[zone];
  for (const [area, around] of neighbours.entries()) {
    const uses = (colour: string): number => around.filter((other) => given[other] === colour).length;
    given[area] ??= colours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
  }
  return given.map((colour) => colour!);
}
