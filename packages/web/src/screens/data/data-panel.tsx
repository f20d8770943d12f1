import type { MunicipalityReply } from '@woonzorgzones/api/schemas';
import { categories, categoryIds, type BarrierKind } from '@woonzorgzones/core/model';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { dataParts, type DataPart } from '../../state/address.ts';
import { useAnalysis, useMunicipality, useVerdict } from '../../state/queries.ts';
import { openDoor, openPart, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { BandTable } from '../frame/band-table.tsx';
import { useChosen } from '../frame/chosen.ts';
import { Problem } from '../frame/problem.tsx';
import { FileList } from './file-list.tsx';
import { RegisterPanel } from './register/register-panel.tsx';
import { SpreadTable } from './spread-table.tsx';
import { VerdictNotices } from './verdict-notices.tsx';
import { SittingPanel } from './sitting/sitting-panel.tsx';
import { VerdictDownloads } from './verdict-downloads.tsx';
import './data-panel.css';

/** The data door: what there is, the register of facilities, and the bringing in of files. */
export function DataPanel() {
  const { t } = useText();
  const { hash, municipality } = useChosen();
  const part = useView((view) => view.part);
  const name = municipality.data?.name;
  return (
    <>
      <h1 className="panel-title">{part === 'inlezen' ? t('dataParts.inlezen') : name === undefined ? t('doors.gegevens') : t('data.title', { name })}</h1>
      <Tabs className="tabs" selectedKey={part} onSelectionChange={(key) => openPart(key as DataPart)}>
        <TabList className="tab-list" aria-label={t('dataParts.label')}>
          {dataParts.map((id) => <Tab key={id} id={id} className="tab">{t(`dataParts.${id}`)}</Tab>)}
        </TabList>
        <TabPanel id="overzicht" className="tab-panel">{hash === null ? <NothingChosen /> : <Overview hash={hash} />}</TabPanel>
        <TabPanel id="voorzieningen" className="tab-panel">{hash === null ? <NothingChosen /> : <RegisterPanel hash={hash} />}</TabPanel>
        <TabPanel id="inlezen" className="tab-panel"><SittingPanel /></TabPanel>
      </Tabs>
    </>
  );
}

function NothingChosen() {
  const { t } = useText();
  return (
    <>
      <p>{t('data.choose')}</p>
      <div className="panel-row">
        <Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button>
        <Button icon="upload" onPress={() => openPart('inlezen')}>{t('dataParts.inlezen')}</Button>
      </div>
    </>
  );
}

/** The dataset: its files with their verdicts, what is measured, modelled and missing. */
function Overview({ hash }: { readonly hash: string }) {
  const { t } = useText();
  const municipality = useMunicipality(hash);
  const verdict = useVerdict(hash);
  const analysis = useAnalysis(useView((view) => view.plan));
  if (municipality.isError) return <Problem error={municipality.error} onRetry={() => void municipality.refetch()} />;
  if (municipality.data === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  const about = municipality.data;
  return (
    <>
      <Summary about={about} />
      <Streets streets={about.streets} />
      <section className="panel-section">
        <div className="panel-row panel-spread">
          <h2>{t('data.files')}</h2>
          {verdict.data !== undefined && <VerdictDownloads verdict={verdict.data} />}
        </div>
        {verdict.isError && <Problem error={verdict.error} onRetry={() => void verdict.refetch()} />}
        {verdict.data !== undefined && <FileList files={verdict.data.files} />}
      </section>
      <Basis about={about} />
      {analysis.data !== undefined && <SpreadTable analysis={analysis.data} />}
      {verdict.data !== undefined && <VerdictNotices verdict={verdict.data} />}
      <section className="panel-section">
        <h2>{t('data.ages', { year: about.year })}</h2>
        <BandTable label={t('data.ages', { year: about.year })} bands={about.bands} counts={about.populationByBand.map(({ persons }) => ({ kind: 'known', value: persons }))} />
      </section>
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

/** How the streets hang together on foot, and how each kind of barrier is crossed. */
function Streets({ streets }: Pick<MunicipalityReply, 'streets'>) {
  const { t, format } = useText();
  const facts: readonly (readonly [name: string, count: string])[] = streets === null ? [] : [
    [t('data.junctions'), format.number(streets.junctions)],
    [t('data.stretches'), format.number(streets.stretches)],
    [t('data.kilometres'), format.number(Math.round(streets.kilometres))],
    [t('data.parts'), format.number(streets.parts)],
    [t('data.largestPart'), format.percent(streets.largestPartShare)],
    [t('data.deadEnds'), format.number(streets.deadEnds)],
    ...Object.entries(streets.crossingsByKind).map(([kind, count]) => [t(`data.crossingsOf.${kind as BarrierKind}`), format.number(count)] as const),
  ];
  return (
    <section className="panel-section">
      <h2>{t('data.streetsTitle')}</h2>
      {streets === null
        ? <p>{t('data.noStreets')}</p>
        : <dl className="facts">{facts.map(([name, count]) => <div className="facts-row" key={name}><dt>{name}</dt><dd>{count}</dd></div>)}</dl>}
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
