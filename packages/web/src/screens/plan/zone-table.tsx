import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { Count } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useMemo } from 'react';
import { useCriteria } from '../../state/queries.ts';
import { chooseZone, pointAtZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useShownZones } from './draw/use-table.ts';
import { ZoneBar } from './zone-bar.tsx';
import { rowsOf, withInhabitants, type ZoneRow } from './zone-rows.ts';

const sortable = (count: Count): number | null => (count.kind === 'known' ? count.value : null);

/** The map's zones as a table: the same figures, the same choice; widened it shows everything. */
export function ZoneTable({ analysis, plan }: { readonly analysis: PlanAnalysis; readonly plan: PlanReply }) {
  const { t, format } = useText();
  const isWide = useView((view) => view.panel) === 'wide';
  const chosen = useView((view) => view.zone);
  const bounds = useCriteria(plan.id).data?.settings.inhabitants;
  const live = useShownZones(plan.id).now;
  const { zones } = plan.plan;
  const kept = useMemo(() => rowsOf(zones, analysis), [zones, analysis]);
  const rows = useMemo(() => withInhabitants(kept, live), [kept, live]);
  const year = analysis.municipality.inhabitants.year;
  const columns = useMemo<readonly TableColumn<ZoneRow>[]>(() => {
    const name: TableColumn<ZoneRow> = {
      id: 'name', label: t('plan.zone'), sortBy: (zone) => zone.name,
      cell: (zone) => <>{zone.name}{zone.isLocked && <span className="zone-lock"><Icon name="lock" size={14} /><span className="visually-hidden">{t('plan.locked')}</span></span>}</>,
    };
    const figure = (id: Exclude<keyof ZoneRow, 'id' | 'name' | 'isLocked' | 'mayHoldMore'>, label: string): TableColumn<ZoneRow> =>
      ({ id, label, isNumber: true, sortBy: (zone) => sortable(zone[id]), cell: (zone) => format.count(zone[id]) });
    const inhabitants = figure('inhabitants', `${t('plan.inhabitants')} ${year}`);
    const older = figure('from75', '75+');
    if (!isWide) return [name, inhabitants, older];
    return [
      name,
      inhabitants,
      ...(bounds === undefined ? [] : [{
        id: 'bar', label: `${format.number(bounds.least)} – ${format.number(bounds.most)}`,
        cell: (zone: ZoneRow) => <ZoneBar count={zone.inhabitants} bounds={bounds} />,
      }]),
      older,
      figure('blocks', t('plan.blocks')),
      figure('addresses', t('plan.addresses')),
      { ...figure('facilities', t('data.facilities')), cell: (zone) => (zone.mayHoldMore ? t('plan.atLeast', { count: format.count(zone.facilities) }) : format.count(zone.facilities)) },
    ];
  }, [t, format, isWide, year, bounds]);
  return (
    <section className="panel-section">
      <DataTable
        label={t('plan.tableLabel', { name: plan.plan.name })}
        columns={columns} rows={rows} idOf={({ id }) => id} nameOf={({ name }) => name}
        chosen={chosen} onChoose={chooseZone} onPoint={pointAtZone} whenEmpty={t('plan.empty')} more={(count) => t('app.more', { count })}
      />
    </section>
  );
}
