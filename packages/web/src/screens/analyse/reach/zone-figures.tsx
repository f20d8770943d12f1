import type { ZoneFigure } from '@woonzorgzones/core/needs';
import { chooseZone, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import type { ReachFigures } from '../../../workers/reach-messages.ts';
import { useChosen } from '../../frame/chosen.ts';

interface ZoneFiguresProps {
  readonly figures: ReachFigures;
  readonly label: string;
  readonly meanLabel: string;
  readonly withoutLabel: string;
  readonly meanText: (mean: number) => string;
}

/** The figures of the map, zone by zone. */
export function ZoneFigures({ figures: { zones, all }, label, meanLabel, withoutLabel, meanText }: ZoneFiguresProps) {
  const { t, format } = useText();
  const chosen = useView((view) => view.zone);
  const names = new Map((useChosen().plan.data?.plan.zones ?? []).map(({ id, name }) => [id, name]));
  const nameOf = ({ zone }: ZoneFigure): string => (zone === null ? t('reachPages.noZone') : (names.get(zone) ?? zone));
  const columns: readonly TableColumn<ZoneFigure>[] = [
    { id: 'zone', label: t('reachPages.zone'), sortBy: nameOf, cell: nameOf },
    { id: 'persons', label: t('gaps.persons'), isNumber: true, sortBy: ({ persons }) => persons, cell: ({ persons }) => format.number(persons) },
    { id: 'mean', label: meanLabel, isNumber: true, sortBy: ({ mean }) => mean, cell: ({ mean }) => (mean === null ? '–' : meanText(mean)) },
    { id: 'without', label: withoutLabel, isNumber: true, sortBy: ({ without }) => without, cell: ({ without }) => format.number(without) },
  ];
  const everywhere = '*';
  const idOf = ({ zone }: ZoneFigure): string => zone ?? everywhere;
  return (
    <section className="panel-section">
      <h2>{label}</h2>
      <DataTable
        label={label} columns={columns} rows={zones.length === 0 ? [all] : zones} idOf={idOf} nameOf={nameOf} chosen={chosen} whenEmpty={t('plan.empty')}
        more={(left) => t('app.more', { count: left })} onChoose={(id) => chooseZone(id === everywhere ? null : id)}
      />
    </section>
  );
}
