import type { PlanAnalysis, Range, ZoneAnalysis } from '@woonzorgzones/core/needs';
import { useMemo } from 'react';
import { chooseZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';

/** Modelled people with the least and the most that other draws of who lives where give: how far a figure may be off. */
export function SpreadTable({ analysis }: { readonly analysis: PlanAnalysis }) {
  const { t, format } = useText();
  const chosen = useView((view) => view.zone);
  const columns = useMemo<readonly TableColumn<ZoneAnalysis>[]>(() => {
    const between = (range: Range | null | undefined): string => (range === null || range === undefined ? '–' : t('data.between', { low: format.number(range.low), high: format.number(range.high) }));
    return [
      { id: 'zone', label: t('plan.zone'), sortBy: ({ name }) => name, cell: ({ name }) => name },
      { id: 'inhabitants', label: t('plan.inhabitants'), isNumber: true, cell: ({ inhabitants }) => format.count(inhabitants.count) },
      { id: 'range', label: t('data.otherDraws'), isNumber: true, cell: ({ spread }) => between(spread?.inhabitants) },
      { id: 'from75', label: t('plan.from75'), isNumber: true, cell: ({ from75 }) => format.count(from75.count) },
      { id: 'range75', label: t('data.otherDraws'), isNumber: true, cell: ({ spread }) => between(spread?.from75) },
    ];
  }, [t, format]);
  const drawn = analysis.zones.filter(({ spread }) => spread !== null);
  if (drawn.length === 0) return null;
  return (
    <section className="panel-section">
      <h2>{t('data.spreadTitle')}</h2>
      <p className="small soft">{t('data.spreadLead')}</p>
      <DataTable
        label={t('data.spreadTitle')} columns={columns} rows={drawn} idOf={({ zone }) => zone} nameOf={({ name }) => name}
        chosen={chosen} onChoose={chooseZone} whenEmpty="" more={(count) => t('app.more', { count })}
      />
    </section>
  );
}
