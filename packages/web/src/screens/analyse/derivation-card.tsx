import type { NormSet } from '@woonzorgzones/core/model';
import type { Coverage, Figure, Need, PlanAnalysis } from '@woonzorgzones/core/needs';
import { derivationSentences, methodLabel, reservationSentence, statusLabel, unitLabel } from '@woonzorgzones/core/report';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { answerIn, areaOf } from '../measures/measure.ts';
import { agesText, normLabel, statusMark } from '../measures/words.ts';

interface DerivationCardProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet | undefined;
}

/** How the figure that is chosen came about: what went in, by which norm, how it was worked out, of which year, from which files. */
export function DerivationCard({ analysis, norms }: DerivationCardProps) {
  const text = useText();
  const { t, language } = text;
  const normId = useView((view) => view.norm);
  const zone = useView((view) => view.zone);
  const area = normId === null ? null : areaOf(analysis, zone);
  const answer = area === null || normId === null ? null : answerIn(area, normId);
  if (answer === null || normId === null) return null;
  const name = analysis.zones.find((one) => one.zone === zone)?.name ?? t('plan.unassigned');
  const norm = norms?.norms.find(({ id }) => id === normId);
  const { reservations, status } = answer.kind === 'amount' ? answer.need : answer.coverage;
  return (
    <section className="panel-section derivation" aria-live="polite">
      <h3>{t('gaps.derivation')}: {name}, {normLabel(text, norms, normId)}</h3>
      {answer.kind === 'amount' ? <NeedWorking need={answer.need} norms={norms} /> : <CoverageWorking coverage={answer.coverage} />}
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
      <Files analysis={analysis} figures={answer.kind === 'amount' ? [answer.need.required, answer.need.present] : [answer.coverage.persons, answer.coverage.within]} />
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

function NeedWorking({ need, norms }: { readonly need: Need; readonly norms: NormSet | undefined }) {
  const { t, format, language } = useText();
  const { derivation } = need;
  const norm = norms?.norms.find(({ id }) => id === need.norm);
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

function Files({ analysis, figures }: { readonly analysis: PlanAnalysis; readonly figures: readonly Figure[] }) {
  const { t } = useText();
  const used = [...new Set(figures.flatMap(({ sources }) => sources))].sort((a, b) => a - b);
  const names = used.flatMap((place) => analysis.provenance.sources[place] ?? []);
  if (names.length === 0) return null;
  return <p className="small soft">{t('gaps.files')}: {names.map(({ title, referenceDate }) => (referenceDate === null ? title : `${title} (${referenceDate})`)).join(', ')}</p>;
}
