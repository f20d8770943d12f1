import { fromLambert2008, toLambert2008 } from '@woonzorgzones/core/geo';
import type { FileVerdict, ImportPlace, RowFinding } from '@woonzorgzones/core/model';
import { rowFindingSentences } from '@woonzorgzones/core/report';
import { useMemo, useState } from 'react';
import { showFound, type Spot } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Select, TextField } from '../../ui/fields.tsx';

const fates = ['refused', 'waiting', 'unknown'] as const;
type Fate = (typeof fates)[number];

interface Finding {
  readonly id: string;
  readonly fate: Fate;
  readonly place: ImportPlace;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
  /** Where on the map it would be. */
  readonly spot: Spot | null;
}

/** A finding about a position holds it as the file does: "x, y". */
function spotOf({ column, value }: RowFinding, crs: FileVerdict['crs']): Spot | null {
  const numbers = /^(-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)$/.exec(value);
  if (column !== null || numbers === null || crs === null) return null;
  const [lon, lat] = fromLambert2008('EPSG:4326', toLambert2008(crs.code, Float64Array.of(Number(numbers[1]), Number(numbers[2]))));
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon: lon!, lat: lat! } : null;
}

const every = '*';

/** Each row of a file that was not taken as it stood: where, what, why and what to do; to be filtered, and shown on the map. */
export function FindingsTable({ file }: { readonly file: FileVerdict }) {
  const { t, format, language } = useText();
  const [fate, setFate] = useState<string>(every);
  const [words, setWords] = useState('');
  const findings = useMemo<readonly Finding[]>(() => {
    const make = (kind: Fate, rows: readonly RowFinding[]) => rows.map((row, at): Finding => ({
      id: `${kind} ${at}`, fate: kind, place: row.place, column: row.column, value: row.value, ...rowFindingSentences(row, language), spot: spotOf(row, file.crs),
    }));
    return [...make('refused', file.refused), ...make('waiting', file.waiting), ...make('unknown', file.valuesLeftUnknown)];
  }, [file, language]);
  const rows = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return findings.filter((one) => (fate === every || one.fate === fate)
      && (wanted === '' || [one.column, one.value, one.reason].some((text) => text?.toLowerCase().includes(wanted))));
  }, [findings, fate, words]);
  const columns = useMemo<readonly TableColumn<Finding>[]>(() => {
    const where = ({ line, feature, area }: ImportPlace): string => (line !== undefined ? t('errors.line', { line: format.number(line) })
      : feature !== undefined ? t('errors.feature', { feature: format.number(feature) }) : area !== undefined ? t('errors.area', { area }) : '–');
    return [
      { id: 'place', label: t('data.where'), sortBy: ({ place }) => place.line ?? place.feature ?? null, cell: ({ place }) => where(place) },
      { id: 'fate', label: t('data.fate'), sortBy: (one) => one.fate, cell: (one) => t(`data.fates.${one.fate}`) },
      { id: 'column', label: t('data.column'), sortBy: (one) => one.column, cell: (one) => one.column ?? '–' },
      { id: 'value', label: t('data.value'), sortBy: (one) => one.value, cell: ({ value, spot }) => (
        <>{value === '' ? '–' : value}{spot !== null && <Button look="quiet" onPress={() => showFound({ label: value, ...spot })}>{t('register.showGuess')}</Button>}</>
      ) },
      { id: 'reason', label: t('data.reason'), sortBy: (one) => one.reason, cell: (one) => one.reason },
      { id: 'remedy', label: t('data.remedy'), cell: (one) => one.remedy },
    ];
  }, [t, format]);
  if (findings.length === 0) return null;
  const present = fates.filter((one) => findings.some((finding) => finding.fate === one));
  return (
    <div className="findings-table">
      <div className="register-filters">
        {present.length > 1 && <Select label={t('data.fate')} value={fate} onChange={setFate} options={[{ id: every, name: t('data.everyFate') }, ...present.map((id) => ({ id, name: t(`data.fates.${id}`) }))]} />}
        <TextField label={t('data.findIn')} value={words} onChange={setWords} />
      </div>
      <DataTable label={t('data.findingsOf', { file: file.file })} columns={columns} rows={rows} idOf={({ id }) => id} nameOf={({ value }) => value} whenEmpty={t('data.noFinding')} more={(count) => t('app.more', { count })} />
    </div>
  );
}
