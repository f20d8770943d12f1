import { categories, facilitiesOf, known, type Count, type Municipality, type Plan } from '@woonzorgzones/core/model';
import { discloseLinked, fourColours, type Sum } from '@woonzorgzones/core/report';
import { zoneOutlines } from '@woonzorgzones/core/zoning';
import type { ExportColumn, ExportTable } from './export-table.ts';

/** A named place. */
export interface NamedPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const text = (name: string, shortName = name): ExportColumn => ({ name, shortName, type: 'text' });
const integer = (name: string, shortName = name): ExportColumn => ({ name, shortName, type: 'integer' });

/** How a figure is missing, in a column of its own: an empty cell alone says nothing. */
export const statusOf = ({ kind }: Count): string => ({ known: 'bekend', hidden: 'verborgen', unknown: 'onbekend', 'not-applicable': 'n.v.t.' })[kind];
export const valueOf = (count: Count): number | null => (count.kind === 'known' ? count.value : null);

/**
 * What a plan is, as tables: zones, blocks with their zone, facilities and kernen. Counts of 1 to 4 inhabitants are left out, and
 * with them what would give them away beside the totals of zones and municipality. `hiddenZones`: zones whose inhabitants are
 * hidden elsewhere.
 */
export function planTables(municipality: Municipality, plan: Plan, nuclei: readonly NamedPoint[], hiddenZones: ReadonlySet<string> = new Set()): readonly ExportTable[] {
  const { blocks } = municipality;
  const groups = new Map<string, number[]>([...plan.zones.map(({ id }) => [id, []] as [string, number[]]), ['', []]]);
  for (const [index, { id }] of blocks.entries()) groups.get(plan.zoneOfBlock[id] ?? '')!.push(index);
  const { ofBlock, ofZone } = toldInhabitants(blocks.map(({ inhabitants }) => inhabitants), groups, hiddenZones);
  const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const outlines = zoneOutlines(municipality, plan);
  const colours = fourColours(outlines.map(({ shape }) => shape));
  return [
    {
      name: 'woonzorgzones', title: 'Woonzorgzones', geometry: 'MULTIPOLYGON',
      columns: [text('id'), text('naam'), integer('blokken'), integer('inwoners'), text('inwoners_status', 'inw_status'), integer('kleur')],
      rows: plan.zones.map(({ id, name }, index) => {
        const inhabitants = ofZone.get(id)!;
        return { values: [id, name, groups.get(id)!.length, valueOf(inhabitants), statusOf(inhabitants), colours[index]!], shape: outlines[index]!.shape };
      }),
    },
    {
      name: 'bouwblokken', title: 'Bouwblokken met hun zone', geometry: 'MULTIPOLYGON',
      columns: [text('id'), text('naam'), text('zone'), text('zone_naam'), integer('inwoners'), text('inwoners_status', 'inw_status')],
      rows: blocks.map(({ id, name, shape }, index) => {
        const zone = plan.zoneOfBlock[id] ?? null;
        const inhabitants = ofBlock[index]!;
        return { values: [id, name, zone, zone === null ? null : names.get(zone)!, valueOf(inhabitants), statusOf(inhabitants)], shape };
      }),
    },
    {
      name: 'voorzieningen', title: 'Voorzieningen', geometry: 'POINT',
      columns: [text('id'), text('soort'), text('soort_naam', 'soort_nm'), text('groep'), text('naam'), text('adres'), { name: 'capaciteit', shortName: 'capaciteit', type: 'real' }, text('eenheid'), text('ligging'), text('geopend'), text('gesloten')],
      rows: facilitiesOf(municipality, plan).map(({ id, category, name, address, capacity, position, opened, closed, x, y }) => ({
        values: [id, category, categories[category].nl, categories[category].group, name, address, capacity, categories[category].unit, position.by, opened, closed], shape: [x, y],
      })),
    },
    {
      name: 'kernen', title: 'Kernen', geometry: 'POINT',
      columns: [text('id'), text('naam')],
      rows: nuclei.map(({ id, name, x, y }) => ({ values: [id, name], shape: [x, y] })),
    },
  ];
}

/** Inhabitants as they may be told: blocks add up to their zone (or to what is in none, ''), these to the municipality. */
function toldInhabitants(inhabitants: readonly number[], groups: ReadonlyMap<string, readonly number[]>, hiddenZones: ReadonlySet<string>): { readonly ofBlock: readonly Count[]; readonly ofZone: ReadonlyMap<string, Count> } {
  const zones = [...groups.keys()];
  const zoneAt = (place: number): number => inhabitants.length + place;
  const totals = [...groups.values()].map((members) => members.reduce((sum, block) => sum + inhabitants[block]!, 0));
  const sums: readonly Sum[] = [
    ...[...groups.values()].map((parts, place): Sum => ({ parts, whole: zoneAt(place) })),
    { parts: zones.map((_, place) => zoneAt(place)), whole: zoneAt(zones.length) },
  ];
  const gone = new Set(zones.flatMap((zone, place) => (hiddenZones.has(zone) ? [zoneAt(place)] : [])));
  const told = discloseLinked([...inhabitants, ...totals, totals.reduce((sum, total) => sum + total, 0)].map(known), sums, { gone });
  return { ofBlock: told.slice(0, inhabitants.length), ofZone: new Map(zones.map((zone, place) => [zone, told[zoneAt(place)]!])) };
}
