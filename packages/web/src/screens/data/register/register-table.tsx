import { categories } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { chooseFacility, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import type { ShownFacility } from '../../frame/shown-facilities.ts';

interface RegisterTableProps {
  readonly facilities: readonly ShownFacility[];
  /** Names of the plan's zones by id; null without a plan. */
  readonly zoneNames: ReadonlyMap<string, string> | null;
  readonly whenEmpty: string;
}

/** The facilities the map shows, as a table with the same choice. */
export function RegisterTable({ facilities, zoneNames, whenEmpty }: RegisterTableProps) {
  const { t, format, language } = useText();
  const chosen = useView((view) => view.facility);
  const isWide = useView((view) => view.panel) === 'wide';
  const columns = useMemo<readonly TableColumn<ShownFacility>[]>(() => {
    const name: TableColumn<ShownFacility> = {
      id: 'name', label: t('register.name'), sortBy: (row) => row.name,
      cell: (row) => <span className="register-name"><FacilitySymbol category={row.category} size={18} />{row.name}</span>,
    };
    const capacity: TableColumn<ShownFacility> = {
      id: 'capacity', label: t('data.registerCapacity'), isNumber: true, sortBy: (row) => row.capacity,
      cell: (row) => (row.capacity === null ? '?' : `${format.amount(row.capacity)} ${t(`data.units.${categories[row.category].unit}`)}`),
    };
    const quality: TableColumn<ShownFacility> = {
      id: 'quality', label: t('register.quality'), sortBy: (row) => row.position.metres ?? 0,
      cell: ({ position: { by, metres } }) => <>{t(`register.qualityOf.${by}`)}{metres !== null && <span className="soft"> ± {format.distance(metres)}</span>}</>,
    };
    if (!isWide) return [name, quality];
    const zone = ({ zone: id }: ShownFacility): string | null => (id === null ? null : (zoneNames?.get(id) ?? null));
    return [
      name,
      { id: 'category', label: t('register.category'), sortBy: (row) => categories[row.category][language], cell: (row) => categories[row.category][language] },
      { id: 'address', label: t('register.address'), sortBy: (row) => row.address, cell: (row) => row.address ?? '–' },
      capacity,
      quality,
      ...(zoneNames === null ? [] : [{ id: 'zone', label: t('register.zone'), sortBy: zone, cell: (row: ShownFacility) => zone(row) ?? '–' }]),
      { id: 'state', label: t('register.state'), sortBy: (row) => (row.isClosed ? 1 : 0), cell: (row) => <>{t(row.isClosed ? 'register.notOpen' : 'register.open')}{row.said !== 'as-given' && <span className="said-mark">{t(`register.said.${row.said}`)}</span>}</> },
      { id: 'source', label: t('data.registerSource'), sortBy: (row) => row.source, cell: (row) => row.source ?? '–' },
    ];
  }, [t, format, language, isWide, zoneNames]);
  return (
    <DataTable
      label={t('data.register')} columns={columns} rows={facilities} idOf={({ id }) => id} nameOf={({ name }) => name}
      chosen={chosen} onChoose={chooseFacility} whenEmpty={whenEmpty} more={(count) => t('app.more', { count })}
    />
  );
}
