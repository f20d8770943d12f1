import type { MunicipalityReply } from '@woonzorgzones/api/schemas';
import { categories, categoryIds, type Verdict } from '@woonzorgzones/core/model';
import { controlSentence, noticeSentence } from '@woonzorgzones/core/report';
import { useMemo, useState } from 'react';
import { useFacilities, useVerdict } from '../../state/queries.ts';
import { chooseFacility, openDoor, setPanel, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Select } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { BandTable } from '../frame/band-table.tsx';
import { useChosen } from '../frame/chosen.ts';
import { FacilitySymbol } from '../frame/facility-symbol.tsx';
import { Problem } from '../frame/problem.tsx';
import { FileList } from './file-list.tsx';
import './data-panel.css';

/** The dataset: its files with their verdicts, what is measured, modelled and missing, and the register of facilities. */
export function DataPanel() {
  const { t } = useText();
  const { hash, municipality } = useChosen();
  const verdict = useVerdict(hash);
  if (hash === null) {
    return (
      <>
        <h1 className="panel-title">{t('doors.gegevens')}</h1>
        <p>{t('data.choose')}</p>
        <Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
      </>
    );
  }
  if (municipality.isError) return <Problem error={municipality.error} onRetry={() => void municipality.refetch()} />;
  if (municipality.data === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  const about = municipality.data;
  return (
    <>
      <h1 className="panel-title">{t('data.title', { name: about.name })}</h1>
      <Summary about={about} />
      <section className="panel-section">
        <h2>{t('data.files')}</h2>
        {verdict.isError && <Problem error={verdict.error} onRetry={() => void verdict.refetch()} />}
        {verdict.data !== undefined && <FileList files={verdict.data.files} />}
      </section>
      <Basis about={about} />
      {verdict.data !== undefined && <Notices verdict={verdict.data} />}
      <section className="panel-section">
        <h2>{t('data.ages', { year: about.year })}</h2>
        <BandTable label={t('data.ages', { year: about.year })} bands={about.bands} counts={about.populationByBand.map(({ persons }) => ({ kind: 'known', value: persons }))} />
      </section>
      <Register hash={hash} />
    </>
  );
}

function Summary({ about: { counts, inhabitants, year } }: { readonly about: MunicipalityReply }) {
  const { t, format } = useText();
  const facts = [
    [`${t('data.inhabitants')} (${year})`, inhabitants],
    [t('data.addresses'), counts.addresses],
    [t('data.dwellings'), counts.dwellings],
    [t('data.blocks'), counts.blocks],
    [t('data.facilities'), counts.facilities],
    [t('data.streets'), counts.streets],
    [t('data.barriers'), counts.barriers + counts.crossings],
    [t('data.nuclei'), counts.nuclei],
  ] as const;
  return (
    <section className="panel-section">
      <h2>{t('data.summary')}</h2>
      <dl className="facts">
        {facts.map(([name, count]) => <div className="facts-row" key={name}><dt>{name}</dt><dd>{format.number(count)}</dd></div>)}
      </dl>
    </section>
  );
}

/** What was counted, what was worked out from it, and what nobody gave. */
function Basis({ about }: { readonly about: MunicipalityReply }) {
  const { t, format, language } = useText();
  const { population, ageTables, counts } = about;
  const missing = categoryIds.filter((id) => (counts.facilitiesByCategory[id] ?? 0) === 0).map((id) => categories[id][language].toLowerCase());
  const lists = [
    [t('data.measuredHead'), [
      population.totals === 'measured-per-block' ? t('data.totalsMeasured', { year: population.year }) : t('data.totalsSpread', { year: population.year }),
      ...(ageTables.length === 0 ? [] : [t('data.agesGiven', { years: format.list(ageTables.map(({ year }) => String(year))) })]),
      t('data.facilitiesMeasured'),
    ]],
    [t('data.modelledHead'), [
      population.spreadBy === 'dwellings' ? t('data.spreadDwellings') : t('data.spreadEvenly'),
      ...(population.householdSpread > 0 ? [t('data.spreadError', { percent: format.percent(population.householdSpread) })] : []),
      population.ages === 'none' ? t('data.agesNone') : t('data.agesModelled', { year: population.year }),
    ]],
    [t('data.missingHead'), [missing.length === 0 ? t('data.nothingMissing') : t('data.categoriesMissing', { list: format.list(missing) })]],
  ] as const;
  return (
    <section className="panel-section">
      <h2>{t('data.measured')}</h2>
      {lists.map(([head, lines]) => (
        <div key={head}>
          <h3>{head}</h3>
          <ul className="bullets">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      ))}
    </section>
  );
}

function Notices({ verdict: { notices, controls } }: { readonly verdict: Verdict }) {
  const { t, language } = useText();
  if (notices.length === 0 && controls.length === 0) return null;
  return (
    <section className="panel-section">
      <h2>{t('data.notices')}</h2>
      {controls.map((control) => <p key={control.what} className="small">{controlSentence(control, language)}</p>)}
      {notices.map((notice) => {
        const words = noticeSentence(notice, language);
        return <Notice key={words} tone="info">{words}</Notice>;
      })}
    </section>
  );
}

const everyCategory = '-';

function Register({ hash }: { readonly hash: string }) {
  const { t, format, language } = useText();
  const facilities = useFacilities(hash);
  const chosen = useView((view) => view.facility);
  const isWide = useView((view) => view.panel) === 'wide';
  const [category, setCategory] = useState(everyCategory);
  const all = useMemo(() => (facilities.data?.features ?? []).map(({ properties }) => properties), [facilities.data]);
  const rows = useMemo(() => (category === everyCategory ? all : all.filter((row) => row.category === category)), [all, category]);
  const present = categoryIds.filter((id) => all.some((row) => row.category === id));
  type Row = (typeof rows)[number];
  const columns = useMemo<readonly TableColumn<Row>[]>(() => {
    const name: TableColumn<Row> = {
      id: 'name', label: t('data.registerName'), sortBy: (row) => row.name,
      cell: (row) => <span className="register-name"><FacilitySymbol category={row.category} size={18} />{row.name}</span>,
    };
    const capacity: TableColumn<Row> = {
      id: 'capacity', label: t('data.registerCapacity'), isNumber: true, sortBy: (row) => row.capacity,
      cell: ({ category, capacity: count }) => {
        const { unit } = categories[category];
        return count === null ? '?' : `${format.number(count)} ${t(`data.units.${unit}`)}`;
      },
    };
    if (!isWide) return [name, capacity];
    return [
      name,
      { id: 'category', label: t('data.registerCategory'), sortBy: (row) => categories[row.category][language], cell: (row) => categories[row.category][language] },
      { id: 'address', label: t('data.registerAddress'), sortBy: (row) => row.address, cell: (row) => row.address ?? '–' },
      capacity,
      { id: 'source', label: t('data.registerSource'), sortBy: (row) => row.source, cell: (row) => row.source },
    ];
  }, [t, format, language, isWide]);
  return (
    <section className="panel-section">
      <div className="panel-row panel-spread">
        <h2>{t('data.register')}</h2>
        {!isWide && <Button icon="widen" look="quiet" onPress={() => setPanel('wide')}>{t('data.asTable')}</Button>}
      </div>
      <Select
        label={t('data.registerCategory')} value={category} onChange={setCategory}
        options={[{ id: everyCategory, name: t('data.everyCategory', { count: all.length }) }, ...present.map((id) => ({ id, name: categories[id][language] }))]}
      />
      {facilities.isError && <Problem error={facilities.error} />}
      <DataTable label={t('data.register')} columns={columns} rows={rows} idOf={({ id }) => id} nameOf={({ name }) => name} chosen={chosen} onChoose={chooseFacility} whenEmpty={t('data.registerEmpty')} more={(count) => t('app.more', { count })} />
    </section>
  );
}
