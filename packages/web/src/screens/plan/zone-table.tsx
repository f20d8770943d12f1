import type { PlanReply, ZoneLayer } from '@woonzorgzones/api/schemas';
import { persons, type Count } from '@woonzorgzones/core/model';
import type { PlanAnalysis, ZoneAnalysis } from '@woonzorgzones/core/needs';
import { useMemo } from 'react';
import { useCriteria } from '../../state/queries.ts';
import { chooseZone, pointAtZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useShownZones } from './draw/use-table.ts';
import { ZoneBar } from './zone-bar.tsx';

const sortable = (count: Count): number | null => (count.kind === 'known' ? count.value : null);

/** The inhabitants as they are while zones are drawn; a row that did not change stays the same value. */
function withInhabitants(zones: readonly ZoneAnalysis[], live: ZoneLayer | undefined): readonly ZoneAnalysis[] {
  const now = new Map((live?.features ?? []).map(({ properties: { id, inhabitants } }) => [id, inhabitants]));
  return zones.map((zone) => {
    const { count } = zone.inhabitants;
    const value = now.get(zone.zone);
    if (value === undefined || (count.kind === 'known' && count.value === value)) return zone;
    return { ...zone, inhabitants: { ...zone.inhabitants, count: { kind: 'known', value: persons(value) } } };
  });
}

/** The map's zones as a table: the same figures, the same choice; widened it shows everything. */
export function ZoneTable({ analysis, plan }: { readonly analysis: PlanAnalysis; readonly plan: PlanReply }) {
  const { t, format } = useText();
  const isWide = useView((view) => view.panel) === 'wide';
  const chosen = useView((view) => view.zone);
  const bounds = useCriteria(plan.id).data?.settings.inhabitants;
  const live = useShownZones(plan.id).now;
  const rows = useMemo(() => withInhabitants(analysis.zones, live), [analysis, live]);
  const year = analysis.municipality.inhabitants.year;
  const locked = useMemo(() => new Set(plan.plan.zones.filter((zone) => zone.locked).map(({ id }) => id)), [plan]);
  const columns = useMemo<readonly TableColumn<ZoneAnalysis>[]>(() => {
    const name: TableColumn<ZoneAnalysis> = {
      id: 'name', label: t('plan.zone'), sortBy: (zone) => zone.name,
      cell: (zone) => <>{zone.name}{locked.has(zone.zone) && <span className="zone-lock"><Icon name="lock" size={14} /><span className="visually-hidden">{t('plan.locked')}</span></span>}</>,
    };
    const figure = (id: string, label: string, of: (zone: ZoneAnalysis) => Count): TableColumn<ZoneAnalysis> =>
      ({ id, label, isNumber: true, sortBy: (zone) => sortable(of(zone)), cell: (zone) => format.count(of(zone)) });
    const inhabitants = figure('inhabitants', `${t('plan.inhabitants')} ${year}`, (zone) => zone.inhabitants.count);
    const older = figure('from75', '75+', (zone) => zone.from75.count);
    if (!isWide) return [name, inhabitants, older];
    const plain = (id: 'blocks' | 'addresses'): TableColumn<ZoneAnalysis> =>
      ({ id, label: t(`plan.${id}`), isNumber: true, sortBy: (zone) => zone[id], cell: (zone) => format.number(zone[id]) });
    return [
      name,
      inhabitants,
      ...(bounds === undefined ? [] : [{
        id: 'bar', label: `${format.number(bounds.least)} – ${format.number(bounds.most)}`,
        cell: (zone: ZoneAnalysis) => <ZoneBar count={zone.inhabitants.count} bounds={bounds} />,
      }]),
      older,
      plain('blocks'),
      plain('addresses'),
      figure('facilities', t('data.facilities'), (zone) => ({ kind: 'known', value: zone.facilities.reduce((sum, { facilities: { count } }) => sum + (count.kind === 'known' ? count.value : 0), 0) })),
    ];
  }, [t, format, isWide, year, locked, bounds]);
  return (
    <section className="panel-section">
      <DataTable
        label={t('plan.tableLabel', { name: plan.plan.name })}
        columns={columns} rows={rows} idOf={({ zone }) => zone} nameOf={({ name }) => name}
        chosen={chosen} onChoose={chooseZone} onPoint={pointAtZone} whenEmpty={t('plan.empty')} more={(count) => t('app.more', { count })}
      />
    </section>
  );
}
