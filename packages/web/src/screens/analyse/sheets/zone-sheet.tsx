import { bandsWithin, categories, type Count, type LivingForm, type NormSet, type Suitability } from '@woonzorgzones/core/model';
import type { AreaAnalysis, Estimate, Need, PlanAnalysis, ZoneAnalysis } from '@woonzorgzones/core/needs';
import {
  capital, functionLabel, gapSentence, housingReservationSentence, livingFormLabel, methodLabel, statusLabel, unitLabel, vulnerabilitySentences,
} from '@woonzorgzones/core/report';
import type { ReactNode } from 'react';
import { chooseNorm, openGapPage, openKernSheet, openZoneSheet, useView } from '../../../state/view.ts';
import { useKernen } from '../../../state/queries.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/fields.tsx';
import { BandTable } from '../../frame/band-table.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { areaOf } from '../../measures/measure.ts';
import { amountName, statusMark } from '../../measures/words.ts';
import { ChangeMark } from '../change-mark.tsx';
import { FigureFiles } from '../figure-files.tsx';
import { FunctionWorking } from '../function-working.tsx';
import { LocalWorking } from '../local-working.tsx';
import './sheets.css';

interface ZoneSheetProps {
  readonly analysis: PlanAnalysis;
  readonly base: PlanAnalysis | null;
  readonly norms: NormSet;
}

/** All of one zone: its people now and later, what they need, the three functions, dwellings, supply, and what is missing. */
export function ZoneSheet({ analysis, base, norms }: ZoneSheetProps) {
  const { t } = useText();
  const chosen = useView((view) => view.zone);
  const zone = analysis.zones.find((one) => one.zone === chosen);
  return (
    <>
      <div className="panel-row sheet-choice">
        <Select label={t('sheet.zone')} value={chosen} options={analysis.zones.map((one) => ({ id: one.zone, name: one.name }))} onChange={openZoneSheet} placeholder={t('sheet.chooseZone')} />
        <Button look="quiet" onPress={() => openGapPage('matrix')}>{t('sheet.toMatrix')}</Button>
      </div>
      {zone === undefined ? <p className="soft">{t('sheet.chooseZoneHint')}</p> : <Sheet key={zone.zone} analysis={analysis} base={base} norms={norms} zone={zone} />}
    </>
  );
}

function Sheet({ analysis, base, norms, zone }: ZoneSheetProps & { readonly zone: ZoneAnalysis }) {
  const text = useText();
  const { t, format, language } = text;
  const { planId } = useChosen();
  const before = base === null ? null : areaOf(base, zone.zone);
  const kernen = (useKernen(planId).data?.features ?? []).filter(({ properties }) => properties.zone === zone.zone);
  const gaps = analysis.gaps.filter((gap) => gap.zone === zone.zone);
  const { housing } = zone;
  const formName = (form: LivingForm): string => capital(livingFormLabel(form, language));
  return (
    <article className="sheet" aria-label={zone.name}>
      <h2>{zone.name}</h2>
      <dl className="facts">
        <Fact name={`${t('plan.inhabitants')} (${zone.inhabitants.year})`} now={zone.inhabitants.count} before={before?.inhabitants.count} />
        <Fact name={`${t('plan.from75')} (${zone.from75.year})`} now={zone.from75.count} before={before?.from75.count} />
      </dl>
      <Disclosure title={t('gaps.derivation')}><PeopleWorking analysis={analysis} zone={zone} /></Disclosure>
      <Later zone={zone} bands={analysis.bands} />
      <Disclosure title={t('plan.ages', { year: zone.inhabitants.year })}>
        <BandTable label={t('plan.ages', { year: zone.inhabitants.year })} bands={analysis.bands} counts={zone.byBand} spread={zone.spread?.byBand} />
      </Disclosure>

      <Part title={t('sheet.functions')}><Functions analysis={analysis} zone={zone} before={before} /></Part>

      <Part title={t('sheet.local')}>
        {zone.localNeeds.length === 0
          ? <p className="soft small">{t('sheet.noLocal')}</p>
          : (
            <ul className="estimates">
              {zone.localNeeds.map((need) => (
                <li key={need.rule}>
                  <Disclosure
                    title={(
                      <span className="estimate-line">
                        <span>{norms.local?.find(({ id }) => id === need.rule)?.label[language] ?? need.rule}{statusMark(need.status)}{need.status === 'own' && <span className="soft small"> · {statusLabel('own', language)}</span>}</span>
                        <span><Span estimate={need.estimate} unit={t(`sheet.units.${need.unit}`)} /><ChangeMark now={need.estimate.middle.count} base={before?.localNeeds.find(({ rule }) => rule === need.rule)?.estimate.middle.count ?? need.estimate.middle.count} /></span>
                      </span>
                    )}
                  >
                    <LocalWorking analysis={analysis} area={zone} need={need} norms={norms} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          )}
        {zone.vulnerability.factor.kind === 'known' && zone.vulnerability.factor.value > 1 && <p className="small soft">{t('sheet.vulnerable', { factor: format.number(zone.vulnerability.factor.value, 2) })}</p>}
      </Part>

      {zone.vulnerability.indicators.length > 0 && (
        <Part title={t('sheet.indicators')}>
          <ul className="bullets small">{vulnerabilitySentences(zone.vulnerability, language).map((line) => <li key={line}>{line}</li>)}</ul>
          <FigureFiles analysis={analysis} figures={zone.vulnerability.indicators.map(({ value }) => value)} />
        </Part>
      )}

      <Part title={t('sheet.housing')}>
        <Suitabilities housing={housing.bySuitability} dwellings={housing.dwellings.count} />
        <table className="sheet-table">
          <thead><tr><th scope="col">{t('sheet.form')}</th><th scope="col">{t('gaps.required')}</th><th scope="col">{t('gaps.present')}</th><th scope="col">{t('sheet.planned')}</th><th scope="col">{t('gaps.missingWord')}</th></tr></thead>
          <tbody>
            {housing.forms.map((form) => (
              <tr key={form.form}>
                <th scope="row">{form.rule === null ? formName(form.form) : <button type="button" className="link-button" onClick={() => { chooseNorm(form.rule, zone.zone); openGapPage('matrix'); }}>{formName(form.form)}</button>}{form.status !== null && statusMark(form.status)}</th>
                <td>{format.countAmount(form.needed.middle.count)}<Low estimate={form.needed} /></td>
                <td>{format.countAmount(form.present.count)}</td>
                <td>{format.countAmount(form.planned.count)}</td>
                <td>{format.countAmount(form.missing.count)}<ChangeMark now={form.missing.count} base={before?.housing.forms.find((one) => one.form === form.form)?.missing.count ?? form.missing.count} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        {housing.reservations.map((reservation) => <p key={reservation.code} className="small soft">{housingReservationSentence(reservation, language)}</p>)}
        <p className="small soft">{t('sheet.reserve', { dwellings: format.count(housing.reserve.dwellings.count) })}</p>
        {(norms.suitability ?? []).length > 0 && (
          <Disclosure title={t('sheet.suitabilityRules')}>
            <ol className="bullets small">
              {norms.suitability!.map(({ id, label, gives, status, source }) => (
                <li key={id}>{label[language]}: {t(`sheet.suitability.${gives}`)}{statusMark(status)} <span className="soft">{source.title}{source.place !== null && `, ${source.place}`} · {statusLabel(status, language)}</span></li>
              ))}
            </ol>
          </Disclosure>
        )}
        {housing.reserve.byYear.length > 0 && (
          <p className="small soft">{format.list(housing.reserve.byYear.map(({ year, dwellings }) => t('sheet.reserveYear', { year: year ?? t('sheet.noYear'), dwellings: format.count(dwellings) })))}</p>
        )}
        <FigureFiles analysis={analysis} figures={[housing.dwellings, housing.reserve.dwellings]} />
      </Part>

      <Part title={t('sheet.supply')}>
        <table className="sheet-table">
          <thead><tr><th scope="col">{t('gaps.norm')}</th><th scope="col">{t('gaps.required')}</th><th scope="col">{t('gaps.present')}</th><th scope="col">{t('gaps.figures.bereikbaar')}</th></tr></thead>
          <tbody>
            {zone.needs.filter(isAsked).map((need) => (
              <tr key={need.norm}>
                <th scope="row"><button type="button" className="link-button" onClick={() => { chooseNorm(need.norm, zone.zone); openGapPage('matrix'); }}>{amountName(text, norms, zone.needs, need)}</button>{statusMark(need.status)}<span className="soft small"> {unitLabel(need.unit, 0, language)}</span></th>
                <td>{format.countAmount(need.required.count)}</td>
                <td>{format.countAmount(need.present.count)}<ChangeMark now={need.present.count} base={before?.needs.find(({ norm }) => norm === need.norm)?.present.count ?? need.present.count} /></td>
                <td>{format.countAmount(need.reachable.amount)}{need.reachable.fromElsewhere.kind === 'known' && need.reachable.fromElsewhere.value > 0 && <span className="soft small sheet-beside">{t('sheet.fromElsewhere', { count: format.amount(need.reachable.fromElsewhere.value) })}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Dated zone={zone} />
      </Part>

      {kernen.length > 0 && (
        <Part title={t('sheet.kernen')}>
          <div className="panel-row">{kernen.map(({ properties: { id, name } }) => <Button key={id} onPress={() => openKernSheet(id)}>{name}</Button>)}</div>
        </Part>
      )}

      <Part title={t('sheet.gaps', { count: format.number(gaps.length) })}>
        <ul className="bullets small">
          {gaps.slice(0, gapsShown).map((gap) => (
            <li key={gap.id}>
              <button type="button" className="link-button" onClick={() => { chooseNorm(gap.norm, gap.zone); openGapPage('leemten'); }}>{gapSentence(gap, zone.name, norms.norms.find(({ id }) => id === gap.norm), language)}</button>
            </li>
          ))}
        </ul>
        <div className="panel-row">
          {gaps[0] !== undefined && gaps.length > gapsShown && <Button look="quiet" onPress={() => { chooseNorm(gaps[0]!.norm, zone.zone); openGapPage('leemten'); }}>{t('sheet.allGaps')}</Button>}
          <Button onPress={() => openGapPage('voorstellen')}>{t('sheet.toProposals')}</Button>
        </div>
      </Part>
      {zone.needs.some(({ status }) => status === 'unconfirmed') && <p className="small soft">{t('gaps.unconfirmedHelp')}</p>}
    </article>
  );
}

/** Norms for other kinds of municipalities are told under what cannot be told, and ask nothing here. */
const isAsked = ({ reservations }: Need): boolean => reservations.every(({ code }) => code !== 'urban-class-not-chosen' && code !== 'other-urban-class' && code !== 'other-density' && code !== 'not-in-force');

/** The worst few; the list has them all. */
const gapsShown = 5;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className="sheet-part" aria-label={title}><h3>{title}</h3>{children}</section>;
}

function Fact({ name, now, before }: { readonly name: string; readonly now: Count; readonly before: Count | undefined }) {
  const { format } = useText();
  return <div className="facts-row"><dt>{name}</dt><dd>{format.count(now)} {before !== undefined && <ChangeMark now={now} base={before} />}</dd></div>;
}

/** "120 (80 – 170)", with the span drawn. */
function Span({ estimate: { low, middle, high }, unit }: { readonly estimate: Estimate; readonly unit: string }) {
  const { t, format } = useText();
  if (middle.count.kind !== 'known' || low.count.kind !== 'known' || high.count.kind !== 'known') return <span>{format.count(middle.count)}</span>;
  return <span className="estimate"><strong>{format.number(middle.count.value)}</strong> {unit} <span className="soft small estimate-range">({t('plan.range', { low: format.number(low.count.value), high: format.number(high.count.value) })})</span></span>;
}

function Low({ estimate: { low, high } }: { readonly estimate: Estimate }) {
  const { t, format } = useText();
  return low.count.kind === 'known' && high.count.kind === 'known' ? <span className="soft small sheet-beside">{t('plan.range', { low: format.number(low.count.value), high: format.number(high.count.value) })}</span> : null;
}

/** People of 75 and older in each year there are ages of: a line and its table. */
function Later({ zone, bands }: { readonly zone: ZoneAnalysis; readonly bands: PlanAnalysis['bands'] }) {
  const { t, format } = useText();
  const old = bandsWithin(bands, { from: 75, to: null });
  if (old === null || zone.projections.length === 0 || zone.from75.count.kind !== 'known') return null;
  const years = [{ year: zone.from75.year, persons: zone.from75.count.value, all: zone.inhabitants.count.kind === 'known' ? zone.inhabitants.count.value : 0 },
    ...zone.projections.map(({ year, byBand, inhabitants }) => ({ year, persons: old.reduce((sum, band) => sum + byBand[band]!, 0), all: inhabitants }))].sort((a, b) => a.year - b.year);
  const [first, last] = [years[0]!, years.at(-1)!];
  const most = Math.max(...years.map(({ persons }) => persons));
  const at = ({ year, persons }: (typeof years)[number]): string => `${(((year - first.year) / Math.max(1, last.year - first.year)) * 300 + 4).toFixed(1)},${(60 - (persons / most) * 52).toFixed(1)}`;
  return (
    <figure className="later">
      <svg viewBox="0 0 308 64" role="img" aria-label={t('sheet.laterLabel', { first: first.year, last: last.year })}>
        <polyline points={years.map(at).join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2" />
        {years.map((one) => <circle key={one.year} cx={at(one).split(',')[0]} cy={at(one).split(',')[1]} r="3" fill="var(--accent)" />)}
      </svg>
      <figcaption className="small soft">{t('sheet.later', { from: format.number(first.persons), first: first.year, to: format.number(last.persons), last: last.year })}</figcaption>
      <Disclosure title={t('sheet.laterTable')}>
        <table className="sheet-table">
          <thead><tr><th scope="col">{t('scenario.year')}</th><th scope="col">{t('plan.inhabitants')}</th><th scope="col">{t('plan.from75')}</th></tr></thead>
          <tbody>{years.map((one) => <tr key={one.year}><th scope="row">{one.year}</th><td>{format.number(one.all)}</td><td>{format.number(one.persons)}</td></tr>)}</tbody>
        </table>
      </Disclosure>
    </figure>
  );
}

/** By what the people of a zone are known: counted or modelled, from which files, and how far other draws lie. */
function PeopleWorking({ analysis, zone: { inhabitants, from75, inhabitantsDeviation, spread, addresses, blocks } }: { readonly analysis: PlanAnalysis; readonly zone: ZoneAnalysis }) {
  const { t, format, language } = useText();
  const range = (of: { readonly low: number; readonly high: number }) => ({ low: format.number(of.low), high: format.number(of.high) });
  return (
    <>
      <ul className="bullets small">
        <li>{t('sheet.inhabitantsFrom', { blocks: format.number(blocks), addresses: format.number(addresses), how: methodLabel(inhabitants.method, language), year: inhabitants.year })}</li>
        {inhabitantsDeviation >= 1 && <li>{t('sheet.deviation', { persons: format.number(inhabitantsDeviation) })}</li>}
        <li>{t('sheet.agesFrom', { how: methodLabel(from75.method, language) })}</li>
        {spread !== null && spread.inhabitants.low < spread.inhabitants.high && <li>{t('plan.inhabitants')}: {t('gaps.band', range(spread.inhabitants))}</li>}
        {spread !== null && spread.from75 !== null && spread.from75.low < spread.from75.high && <li>{t('plan.from75')}: {t('gaps.band', range(spread.from75))}</li>}
      </ul>
      <FigureFiles analysis={analysis} figures={[inhabitants, from75]} />
    </>
  );
}

function Functions({ analysis, zone, before }: { readonly analysis: PlanAnalysis; readonly zone: ZoneAnalysis; readonly before: AreaAnalysis | null }) {
  const { functions } = zone;
  const { t, format, language } = useText();
  const facilities = useShownFacilities() ?? [];
  const nameOf = (id: string): string => facilities.find((facility) => facility.id === id)?.name ?? id;
  return (
    <>
      <ul className="functions">
        {functions.functions.map((one) => (
          <li key={one.function} data-state={one.state}>
            <strong>{capital(functionLabel(one.function, language))}</strong>
            <span>{one.at.length > 0 ? format.list(one.at.map(({ facility }) => nameOf(facility))) : t(`sheet.functionStates.${one.state}`)}{isNew(one, before) && <span className="change-mark" data-up={one.state === 'present'}> {t(one.state === 'present' ? 'sheet.functionGained' : 'sheet.functionLost')}</span>}</span>
            {one.at.length === 0 && one.nearest !== null && <span className="soft small">{t('sheet.nearest', { name: nameOf(one.nearest.facility), distance: format.distance(one.nearest.meanMetres) })}</span>}
          </li>
        ))}
      </ul>
      <Disclosure title={t('sheet.functionsHow')}>
        {functions.functions.map((one) => <div key={one.function}><h4>{capital(functionLabel(one.function, language))}</h4><FunctionWorking analysis={analysis} area={zone} role={one.function} /></div>)}
      </Disclosure>
      {functions.arrangement !== 'incomplete' && <p className="small soft">{t(`sheet.arrangements.${functions.arrangement}`)}</p>}
    </>
  );
}

/** Whether a zone has a function that it had not in what it is laid beside, or the other way round. */
function isNew({ function: role, state }: ZoneAnalysis['functions']['functions'][number], before: AreaAnalysis | null): boolean {
  const old = before?.functions.functions.find((one) => one.function === role)?.state ?? state;
  return (old === 'present') !== (state === 'present');
}

const suitabilityOrder: readonly Suitability[] = ['levenslang', 'aanpasbaar', 'ongeschikt', 'onbekend'];

function Suitabilities({ housing, dwellings }: { readonly housing: ZoneAnalysis['housing']['bySuitability']; readonly dwellings: Count }) {
  const { t, format } = useText();
  if (dwellings.kind !== 'known' || dwellings.value === 0) return <p className="soft small">{t('sheet.noDwellings')}</p>;
  const share = (kind: Suitability): number => {
    const { count } = housing[kind];
    return count.kind === 'known' ? count.value / dwellings.value : 0;
  };
  return (
    <div>
      <div className="stock-bar" aria-hidden="true">{suitabilityOrder.map((kind) => <span key={kind} data-kind={kind} style={{ width: `${share(kind) * 100}%` }} />)}</div>
      <ul className="stock-key small">{suitabilityOrder.map((kind) => <li key={kind}><span className="stock-swatch" data-kind={kind} />{t(`sheet.suitability.${kind}`)}: {format.count(housing[kind].count)}</li>)}</ul>
    </div>
  );
}

function Dated({ zone }: { readonly zone: ZoneAnalysis }) {
  const { t, format, language } = useText();
  const facilities = useShownFacilities() ?? [];
  const nameOf = (id: string): string => facilities.find((facility) => facility.id === id)?.name ?? id;
  const lines = zone.supplyByDate.flatMap(({ category, opening, closing }) => [
    ...opening.map(({ facility, year }) => ({ category, words: t('sheet.opens', { name: nameOf(facility), year, category: categories[category][language].toLowerCase() }) })),
    ...closing.map(({ facility, year }) => ({ category, words: t('sheet.closes', { name: nameOf(facility), year, category: categories[category][language].toLowerCase() }) })),
  ]);
  const recognised = zone.supplyByDate.filter(({ notRecognised, recognitionUnknown, recognised: sure }) => [sure, notRecognised, recognitionUnknown].some((count) => count.kind !== 'known' || count.value > 0));
  return (
    <>
      {recognised.length > 0 && (
        <table className="sheet-table">
          <caption className="visually-hidden">{t('sheet.recognition')}</caption>
          <thead><tr><th scope="col">{t('sheet.capacity')}</th><th scope="col">{t('sheet.recognised')}</th><th scope="col">{t('sheet.notRecognised')}</th><th scope="col">{t('sheet.recognitionUnknown')}</th></tr></thead>
          <tbody>
            {recognised.map(({ category, recognised: sure, notRecognised, recognitionUnknown }) => (
              <tr key={category}><th scope="row">{categories[category][language]}<span className="soft small"> {t(`data.units.${categories[category].unit}`)}</span></th><td>{format.countAmount(sure)}</td><td>{format.countAmount(notRecognised)}</td><td>{format.countAmount(recognitionUnknown)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > 0 && <ul className="small">{lines.map(({ category, words }) => <li key={words} className="panel-row"><FacilitySymbol category={category} size={16} />{words}</li>)}</ul>}
    </>
  );
}
