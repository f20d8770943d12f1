import { applyEdit, type Edit, type NewZone } from '@woonzorgzones/core/edit';
import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { overlayAreas, type Overlay } from '@woonzorgzones/core/zoning';
import type { ReadDivision } from '@woonzorgzones/files';
import type { DivisionPreview } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';

const plain = (name: string): string => name.toLowerCase();

/** Zones of these names: those the plan has keep their ids and their order, new ones follow by name. */
function zonesNamed(names: readonly string[], plan: Plan | null): readonly NewZone[] {
  const wanted = new Map(names.map((name) => [plain(name), name]));
  const standing = (plan?.zones ?? []).filter(({ name }) => wanted.has(plain(name))).map(({ id, name }) => ({ id, name }));
  const held = new Set(standing.map(({ name }) => plain(name)));
  const taken = new Set(plan?.zones.map(({ id }) => id));
  let number = 0;
  const fresh = [...wanted].filter(([key]) => !held.has(key)).map(([, name]) => name).sort((a, b) => a.localeCompare(b, 'nl-BE', { numeric: true }) || (a < b ? -1 : 1))
    .map((name) => {
      do number += 1; while (taken.has(`zone-${number}`));
      return { id: `zone-${number}`, name };
    });
  return [...standing, ...fresh];
}

interface Assigned {
  /** Per block the name of its zone; null for none. */
  readonly zoneNames: readonly (string | null)[];
  /** All names the file gives, those without a block included. */
  readonly names: readonly string[];
  readonly overlay: Overlay | null;
}

function assign(municipality: Municipality, { content }: ReadDivision): Assigned {
  if (content.kind === 'blocks') {
    const zoneNames = municipality.blocks.map(({ id }) => content.zoneOfBlock.get(id) ?? null);
    return { zoneNames, names: zoneNames.filter((name) => name !== null), overlay: null };
  }
  const overlay = overlayAreas(municipality, content.areas.map(({ shape }) => shape));
  return { zoneNames: [...overlay.areaOfBlock].map((area) => content.areas[area]?.name ?? null), names: content.areas.map(({ name }) => name), overlay };
}

/**
 * What the zones of a file would make of a plan (null: of a new one): the one edit that takes them over, and what a planner wants
 * to know before. `municipality` in the blocks of the plan.
 */
export function divisionPreview(municipality: Municipality, plan: Plan | null, read: ReadDivision): Plain<DivisionPreview> {
  const { zoneNames, names, overlay } = assign(municipality, read);
  const zones = zonesNamed(names, plan);
  const idOf = new Map(zones.map(({ id, name }) => [plain(name), id]));
  const zoneOf = (name: string | null): string | null => (name === null ? null : idOf.get(plain(name))!);
  const held = new Map<string | null, { blocks: number; inhabitants: number }>([...zones.map(({ id }) => id), null].map((id) => [id, { blocks: 0, inhabitants: 0 }]));
  const zoneOfBlock: Record<string, string> = {};
  for (const [place, { id, inhabitants }] of municipality.blocks.entries()) {
    const zone = zoneOf(zoneNames[place]!);
    const sum = held.get(zone)!;
    sum.blocks += 1;
    sum.inhabitants += inhabitants;
    if (zone !== null) zoneOfBlock[id] = zone;
  }
  const edit: Edit = { kind: 'adopt-zones', zones, zoneOfBlock };
  const applied = plan === null ? null : applyEdit(plan, edit);
  const areaName = (area: number): string | null => (read.content.kind === 'areas' ? (read.content.areas[area]?.name ?? null) : null);
  return {
    format: read.format,
    layers: read.layers.map(({ layer, kind }) => ({ layer, kind })),
    layer: read.chosen.layer,
    kind: read.chosen.kind,
    blockColumn: read.chosen.blockColumn,
    zoneColumn: read.chosen.zoneColumn,
    rowsRead: read.rowsRead,
    refused: read.refused,
    edit: { kind: 'adopt-zones', zones, zoneOfBlock },
    zones: zones.map(({ id, name }) => ({ id, name, ...held.get(id)! })),
    unassigned: held.get(null)!,
    cut: (overlay?.cut ?? []).map(({ block, by, shares }) => {
      const { id, name } = municipality.blocks[block]!;
      return { block: id, name, zone: zoneNames[block]!, by, shares: shares.map(({ area, share }) => ({ zone: areaName(area), share })) };
    }),
    overlaps: (overlay?.overlaps ?? []).map(({ a, b, areaM2 }) => ({ zones: [areaName(a)!, areaName(b)!], areaM2 })),
    uncoveredM2: overlay?.uncoveredM2 ?? 0,
    locked: applied?.ok === false && applied.error.code === 'zone-locked' ? applied.error.names : [],
    changesNothing: applied?.ok === true && applied.value.inverse.length === 0,
  };
}
