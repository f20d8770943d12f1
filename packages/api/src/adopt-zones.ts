import type { Edit, NewZone } from '@woonzorgzones/core/edit';
import type { Division, Municipality } from '@woonzorgzones/core/model';
import type { Delineation } from '@woonzorgzones/core/zoning';

/** The edits that take over a proposal of the engine, with the settings it was made by. */
export const adoptDelineation = ({ zones, zoneOfBlock, settings }: Delineation): readonly Edit[] => [
  { kind: 'adopt-zones', zones: zones.map(({ id, name }) => ({ id, name })), zoneOfBlock },
  { kind: 'choose-delineation', settings },
];

/** The one edit that makes a zone of each area of an existing division that holds blocks, in its order and under its name. */
export const adoptDivision = (municipality: Municipality, division: Division): Edit => ({ kind: 'adopt-zones', ...zonesOfDivision(municipality, division) });

/** A zone for each area of an existing division that holds blocks, in its order and under its name. */
export function zonesOfDivision({ blocks }: Municipality, { areas, areaOfBlock }: Division): { readonly zones: readonly NewZone[]; readonly zoneOfBlock: Readonly<Record<string, string>> } {
  const held = new Set(areaOfBlock);
  const zoneOfArea = new Map<number, NewZone>();
  const taken = new Set<string>();
  for (const [area, { name }] of areas.entries()) {
    if (!held.has(area)) continue;
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} ${number}`;
    taken.add(free);
    zoneOfArea.set(area, { id: `zone-${zoneOfArea.size + 1}`, name: free });
  }
  const zoneOfBlock = Object.fromEntries(blocks.flatMap(({ id }, block): [string, string][] => {
    const zone = zoneOfArea.get(areaOfBlock[block]!);
    return zone ? [[id, zone.id]] : [];
  }));
  return { zones: [...zoneOfArea.values()], zoneOfBlock };
}
