import type { NormSet } from '@woonzorgzones/core/model';
import type { AreaAnalysis, Coverage, Figure, FormBalance, Need, PlanAnalysis } from '@woonzorgzones/core/needs';
import { derivationSentences, methodLabel, reservationSentence, statusLabel, unitLabel } from '@woonzorgzones/core/report';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { areaOf, gapAnswerIn } from '../measures/measure.ts';
import { agesText, areaName, normLabel, statusMark } from '../measures/words.ts';
import { FigureFiles } from './figure-files.tsx';
import { LocalWorking } from './local-working.tsx';

interface DerivationCardProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
}

/** How the figure that is chosen came about: what went in, by which norm, how it was worked out, of which year, from which files. */
export function DerivationCard({ analysis, norms }: DerivationCardProps) {
  const text = useText();
  const { t, language } = text;
  const normId = useView((view) => view.norm);
  const zone = useView((view) => view.zone);
  const area = normId === null ? null : areaOf(analysis, zone);
  const answer = area === null || normId === null ? null : gapAnswerIn(area, normId);
  if (area === null || answer === null || normId === null) return null;
  const name = areaName(text, analysis, zone);
  const norm = norms.norms.find(({ id }) => id === normId);
  const { reservations, status } = answer.kind === 'amount' ? answer.need : answer.kind === 'distance' ? answer.coverage : { reservations: [], status: answer.form.status ?? 'own' };
  return (
    <section className="panel-section derivation" aria-live="polite">
      <h3>{t('gaps.derivation')}: {name}, {normLabel(text, norms, normId)}</h3>
      {answer.kind === 'amount' && <NeedWorking need={answer.need} norms={norms} />}
      {answer.kind === 'distance' && <CoverageWorking coverage={answer.coverage} />}
      {answer.kind === 'housing' && <HousingWorking analysis={analysis} area={area} form={answer.form} norms={norms} />}
      {reservations.length > 0 && (
        <ul className="bullets">{reservations.map((one) => <li key={one.code}>{reservationSentence(one, language)}</li>)}</ul>
      )}
      {norm !== undefined && (
        <p className="small">
          <strong>{t('gaps.norm')}</strong>: {norm.source.url === null ? norm.source.title : <a href={norm.source.url} rel="noreferrer" target="_blank">{norm.source.title}</a>}
          {norm.source.place !== null && `, ${norm.source.place}`}{norm.source.year !== null && ` (${norm.source.year})`}
          {status !== 'confirmed' && <> · {status === 'unconfirmed' && '◊ '}{statusLabel(status, language)}</>}
          {norm.note !== null && <span className="derivation-note soft">{norm.note}</span>}
        </p>
      )}
      {answer.kind !== 'housing' && <FigureFiles analysis={analysis} figures={answer.kind === 'amount' ? [answer.need.required, answer.need.present] : [answer.coverage.persons, answer.coverage.within]} />}
    </section>
  );
}

function FigureRow({ name, figure, unit }: { readonly name: string; readonly figure: Figure; readonly unit: string }) {
  const { format, language } = useText();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{format.countAmount(figure.count)} {figure.count.kind === 'known' && unit}</td>
      <td className="soft">{figure.year}, {methodLabel(figure.method, language)}</td>
    </tr>
  );
}

/** What people can use by reach, whichever side of the border it stands on. */
function ReachableRow({ need: { reachable }, unit }: { readonly need: Need; readonly unit: string }) {
  const { t, format } = useText();
  return (
    <tr>
      <th scope="row">{t('gaps.figures.bereikbaar')}{statusMark(reachable.status)}</th>
      <td className="number">{format.countAmount(reachable.amount)} {reachable.amount.kind === 'known' && unit}</td>
      <td className="soft">{reachable.withinMetres === null ? t('gaps.everywhere') : t('gaps.within', { distance: format.distance(reachable.withinMetres) })}</td>
    </tr>
  );
}

function NeedWorking({ need, norms }: { readonly need: Need; readonly norms: NormSet }) {
  const { t, format, language } = useText();
  const { derivation } = need;
  const norm = norms.norms.find(({ id }) => id === need.norm);
  const unit = unitLabel(need.unit, 0, language);
  return (
    <>
      <table className="working">
        <tbody>
          <FigureRow name={t('gaps.required')} figure={need.required} unit={unit} />
          <FigureRow name={t('gaps.present')} figure={need.present} unit={unit} />
          <ReachableRow need={need} unit={unit} />
          <FigureRow name={t('gaps.missingWord')} figure={need.missing} unit={unit} />
        </tbody>
      </table>
      {need.band !== null && need.band.missing.low < need.band.missing.high && (
        <p className="soft small">{t('gaps.band', { low: format.amount(need.band.missing.low), high: format.amount(need.band.missing.high) })}</p>
      )}
      {derivation !== null && norm?.kind === 'amount' && (
        <>
          <ul className="working-lines">{derivationSentences(derivation, norm, language).map((line) => <li key={line}>{line}</li>)}</ul>
          <p className="soft small">
            {[
              derivation.split === 'whole' ? t(`gaps.rounding.${derivation.rounding}`) : t(derivation.split === 'ages' ? 'gaps.splitAges' : 'gaps.splitInhabitants'),
              derivation.yearUsed === derivation.yearAsked
                ? t('gaps.projection', { year: derivation.yearUsed })
                : t('gaps.projectionOther', { used: derivation.yearUsed, asked: derivation.yearAsked }),
            ].join(' ')}
          </p>
        </>
      )}
    </>
  );
}

/** Dwellings of one form: what is needed by its rule of local need, what is there, what plots and projects will add. */
function HousingWorking({ analysis, area, form: { needed, level, present, planned, missing, rule }, norms }: {
  readonly analysis: PlanAnalysis; readonly area: AreaAnalysis; readonly form: FormBalance; readonly norms: NormSet;
}) {
  const { t, format, language } = useText();
  const unit = unitLabel('woningen', 0, language);
  const need = area.localNeeds.find((one) => one.rule === rule);
  const { low, high } = needed;
  return (
    <>
      <table className="working">
        <tbody>
          <FigureRow name={`${t('gaps.required')} (${t(`norms.levels.${level}`)})`} figure={needed[level]} unit={unit} />
          <FigureRow name={t('gaps.present')} figure={present} unit={unit} />
          <FigureRow name={t('sheet.planned')} figure={planned} unit={unit} />
          <FigureRow name={t('gaps.missingWord')} figure={missing} unit={unit} />
        </tbody>
      </table>
      {low.count.kind === 'known' && high.count.kind === 'known' && <p className="soft small">{t('gaps.bandOfNeed', { low: format.amount(low.count.value), high: format.amount(high.count.value) })}</p>}
      {need !== undefined && <LocalWorking analysis={analysis} area={area} need={need} norms={norms} />}
      <FigureFiles analysis={analysis} figures={[present, planned]} />
    </>
  );
}

function CoverageWorking({ coverage }: { readonly coverage: Coverage }) {
  const text = useText();
  const { t, format } = text;
  const distance = format.distance(coverage.withinMetres);
  return (
    <>
      <table className="working">
        <tbody>
          <FigureRow name={`${t('gaps.persons')}, ${agesText(text, coverage.ages)}`} figure={coverage.persons} unit="" />
          <FigureRow name={t('gaps.within', { distance })} figure={coverage.within} unit="" />
          <FigureRow name={t('gaps.beyondWord', { distance })} figure={coverage.beyond} unit="" />
        </tbody>
      </table>
      <p><strong>{t('gaps.share')}: {format.countPercent(coverage.share)}</strong></p>
    </>
  );
}
