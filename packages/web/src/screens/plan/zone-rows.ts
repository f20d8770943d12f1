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
  /** Of the categories that are known. */
  readonly facilities: Count;
  /** Whether there may be more: of some categories the files do not say whether they list them all. */
  readonly mayHoldMore: boolean;
}

export function rowsOf(zones: PlanReply['plan']['zones'], analysis: Pick<PlanAnalysis, 'zones'>): readonly ZoneRow[] {
  const counted = new Map(analysis.zones.map((zone) => [zone.zone, zone]));
  return zones.map(({ id, name, locked }): ZoneRow => {
    const zone = counted.get(id);
    if (zone === undefined) return { id, name, isLocked: locked, inhabitants: unknown, from75: unknown, blocks: unknown, addresses: unknown, facilities: unknown, mayHoldMore: false };
    const facilities = zone.facilities.map(({ facilities: { count } }) => count);
    const told = facilities.filter(({ kind }) => kind === 'known');
    return {
      id, name, isLocked: locked, inhabitants: zone.inhabitants.count, from75: zone.from75.count, blocks: known(zone.blocks), addresses: known(zone.addresses),
      facilities: told.length === 0 ? unknown : sumCounts(told), mayHoldMore: told.length > 0 && told.length < facilities.length,
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
