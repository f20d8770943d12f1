import { categories } from '@woonzorgzones/core/model';
import { dailyServices, leastServedShare, type KernService, type KernSheet, type PlanAnalysis, type Proposal } from '@woonzorgzones/core/needs';
import { dailyServiceLabel, proposalEffects, proposalSentenceOf, statusLabel } from '@woonzorgzones/core/report';
import { openGapPage, openKernSheet, openZoneSheet, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/fields.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { FigureFiles } from '../figure-files.tsx';
import { useAskedProposals } from '../proposals/use-proposals.ts';
import './sheets.css';

/** One kern: its level of daily services, which of them people can walk to and who, and for a small one the two roads. */
export function KernSheetPage({ analysis }: { readonly analysis: PlanAnalysis }) {
  const { t } = useText();
  const { reply } = useAskedProposals();
  const chosen = useView((view) => view.kern);
  if (reply?.kind !== 'done') return <Waiting>{t('app.loading')}</Waiting>;
  const kern = reply.kernen.find((one) => one.kern === chosen);
  const roads = reply.proposals.find(({ facts }) => facts.rule === 'small-kern' && facts.kern === chosen);
  return (
    <>
      <div className="panel-row sheet-choice">
        <Select label={t('sheet.kern')} value={chosen} options={reply.kernen.map((one) => ({ id: one.kern, name: one.name }))} onChange={openKernSheet} placeholder={t('sheet.chooseKern')} />
        <Button look="quiet" onPress={() => openGapPage('matrix')}>{t('sheet.toMatrix')}</Button>
      </div>
      {kern !== undefined && <Sheet analysis={analysis} kern={kern} roads={roads ?? null} zoneName={analysis.zones.find(({ zone }) => zone === kern.zone)?.name ?? null} />}
    </>
  );
}

function Sheet({ analysis, kern, roads, zoneName }: { readonly analysis: PlanAnalysis; readonly kern: KernSheet; readonly roads: Proposal | null; readonly zoneName: string | null }) {
  const { t, format, language } = useText();
  return (
    <article className="sheet" aria-label={kern.name}>
      <div className="panel-row panel-spread">
        <h2>{kern.name}</h2>
        {zoneName !== null && kern.zone !== null && <Button look="quiet" onPress={() => openZoneSheet(kern.zone!)}>{zoneName}</Button>}
      </div>
      <p className="kern-level"><strong>{t('sheet.level', { level: format.number(kern.level), of: format.number(kern.of) })}</strong></p>
      <dl className="facts">
        <div className="facts-row"><dt>{t('sheet.inCircle')}</dt><dd>{format.count(kern.persons)}</dd></div>
        <div className="facts-row"><dt>{t('plan.from75')}</dt><dd>{format.count(kern.from75)}</dd></div>
        <div className="facts-row"><dt>{t('sheet.from80')}</dt><dd>{format.count(kern.from80)}</dd></div>
      </dl>
      <table className="sheet-table">
        <caption className="visually-hidden">{t('sheet.services')}</caption>
        <thead><tr><th scope="col">{t('sheet.service')}</th><th scope="col">{t('sheet.near')}</th><th scope="col">{t('sheet.near75')}</th><th scope="col">{t('sheet.mean')}</th></tr></thead>
        <tbody>{kern.services.map((service) => <ServiceRow key={service.service} service={service} />)}</tbody>
      </table>
      <Disclosure title={t('gaps.derivation')}>
        <p className="small">{t('sheet.kernRule', { share: format.percent(leastServedShare), year: analysis.provenance.referenceYear })}</p>
        <ul className="bullets small">
          {dailyServices.map(({ id, categories: kinds, withinMetres, source, status }) => (
            <li key={id}>{dailyServiceLabel(id, language)}: {t('norms.rule.distance', { distance: format.distance(withinMetres), ages: format.list(kinds.map((kind) => categories[kind][language].toLowerCase())) })} <span className="soft">{source} · {statusLabel(status, language)}</span></li>
          ))}
        </ul>
        <FigureFiles analysis={analysis} figures={[analysis.municipality.from75, ...analysis.municipality.facilities.filter(({ category }) => dailyServices.some((service) => service.categories.includes(category))).map(({ facilities }) => facilities)]} />
      </Disclosure>
      {roads !== null && roads.facts.rule === 'small-kern' && (
        <section className="sheet-part" aria-label={t('sheet.roads')}>
          <h3>{t('sheet.roads')}</h3>
          <p>{proposalSentenceOf(roads, language)}</p>
          <ul className="bullets small">{proposalEffects(roads, language).map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      )}
    </article>
  );
}

function ServiceRow({ service: { service, state, withinMetres, persons, from75, meanMetres } }: { readonly service: KernService }) {
  const { t, format, language } = useText();
  return (
    <tr>
      <th scope="row"><span className="service-state" data-state={state} aria-hidden="true" />{dailyServiceLabel(service, language)}<span className="soft small"> {t(`sheet.serviceStates.${state}`, { distance: format.distance(withinMetres) })}</span></th>
      <td>{format.count(persons)}</td>
      <td>{format.count(from75)}</td>
      <td>{meanMetres.kind === 'known' ? format.distance(meanMetres.value) : format.count(meanMetres)}</td>
    </tr>
  );
}
