import type { PlanReply, ZoneLayer } from '@woonzorgzones/api/schemas';
import { known, sumCounts, unknown, type Count } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';

/** A zone of the plan; what is counted from it is unknown until it was kept. */
export interface ZoneRow {
  readonly id: string;
  readonly name: string;
  readonly isLocked: boolean;
  readonly inhabitants: Count;
  readonly from75: Count;
  readonly blocks: Count;
  readonly addresses: Count;
  /** Of all categories; unknown as soon as one of them is. */
  readonly facilities: Count;
}

export function rowsOf(zones: PlanReply['plan']['zones'], analysis: Pick<PlanAnalysis, 'zones'>): readonly ZoneRow[] {
  const counted = new Map(analysis.zones.map((zone) => [zone.zone, zone]));
  return zones.map(({ id, name, locked }): ZoneRow => {
    const zone = counted.get(id);
    if (zone === undefined) return { id, name, isLocked: locked, inhabitants: unknown, from75: unknown, blocks: unknown, addresses: unknown, facilities: unknown };
    return {
      id, name, isLocked: locked, inhabitants: zone.inhabitants.count, from75: zone.from75.count, blocks: known(zone.blocks), addresses: known(zone.addresses),
      facilities: sumCounts(zone.facilities.map(({ facilities: { count } }) => count)),
    };
  });
}

/** The inhabitants as they are while zones are drawn; a row that did not change stays the same value. */
export function withInhabitants(rows: readonly ZoneRow[], live: ZoneLayer | undefined): readonly ZoneRow[] {
  const now = new Map((live?.features ?? []).map(({ properties: { id, inhabitants } }) => [id, inhabitants]));
  return rows.map((row) => {
    const { inhabitants } = row;
    const value = now.get(row.id);
    return value === undefined || (inhabitants.kind === 'known' && inhabitants.value === value) ? row : { ...row, inhabitants: known(value) };
  });
}
