import type { NormSetReply } from '@woonzorgzones/api/schemas';
import type { Coverage, Figure, Need, PlanAnalysis, Reservation } from '@woonzorgzones/core/needs';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { answerIn, areaOf } from '../measures/measure.ts';
import { agesText, normLabel } from '../measures/words.ts';

interface DerivationCardProps {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSetReply | undefined;
}

/** How one figure came about: what went in, by which norm, how it was worked out, of which year, from which files. */
export function DerivationCard({ analysis, norms }: DerivationCardProps) {
  const text = useText();
  const { t } = text;
  const normId = useView((view) => view.norm);
  const zone = useView((view) => view.zone);
  const area = normId === null ? null : areaOf(analysis, zone);
  const answer = area === null || normId === null ? null : answerIn(area, normId);
  if (answer === null || normId === null) return <section className="panel-section"><h2>{t('gaps.derivation')}</h2><p className="soft">{t('gaps.derivationAsk')}</p></section>;
  const name = analysis.zones.find((one) => one.zone === zone)?.name ?? t('plan.unassigned');
  const norm = norms?.norms.find(({ id }) => id === normId);
  const reservations = answer.kind === 'amount' ? answer.need.reservations : answer.coverage.reservations;
  const status = answer.kind === 'amount' ? answer.need.status : answer.coverage.status;
  return (
    <section className="panel-section derivation" aria-live="polite">
      <h2>{t('gaps.derivation')}</h2>
      <h3>{name}: {normLabel(text, norms, normId)}</h3>
      {answer.kind === 'amount' ? <NeedWorking need={answer.need} /> : <CoverageWorking coverage={answer.coverage} />}
      {reservations.length > 0 && <ul className="bullets">{reservations.map((one) => { const words = reservationWords(text, one); return <li key={words}>{words}</li>; })}</ul>}
      {norm !== undefined && (
        <p className="small">
          <strong>{t('gaps.norm')}</strong>: {norm.source.url === null ? norm.source.title : <a href={norm.source.url} rel="noreferrer" target="_blank">{norm.source.title}</a>}
          {norm.source.place !== null && `, ${norm.source.place}`}{norm.source.year !== null && ` (${norm.source.year})`}
          {status === 'unconfirmed' && <> · ◊ {t('gaps.unconfirmed')}</>}
          {status === 'own' && <> · {t('gaps.own')}</>}
          {norm.note !== null && <span className="derivation-note soft">{norm.note}</span>}
        </p>
      )}
      <Files analysis={analysis} figures={answer.kind === 'amount' ? [answer.need.required, answer.need.present] : [answer.coverage.persons, answer.coverage.within]} />
    </section>
  );
}

function FigureRow({ name, figure, unit, decimals = 0 }: { readonly name: string; readonly figure: Figure; readonly unit: string; readonly decimals?: number }) {
  const { t, format } = useText();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{format.count(figure.count, decimals)} {figure.count.kind === 'known' && unit}</td>
      <td className="soft">{figure.year}, {t(`gaps.method.${figure.method}`)}</td>
    </tr>
  );
}

function NeedWorking({ need }: { readonly need: Need }) {
  const text = useText();
  const { t, format } = text;
  const unit = t(`gaps.units.${need.unit}`);
  const { derivation } = need;
  return (
    <>
      <table className="working">
        <tbody>
          <FigureRow name={t('gaps.required')} figure={need.required} unit={unit} decimals={1} />
          <FigureRow name={t('gaps.present')} figure={need.present} unit={unit} />
          <FigureRow name={t('gaps.missingWord')} figure={need.missing} unit={unit} decimals={1} />
        </tbody>
      </table>
      {derivation !== null && (
        <>
          <ul className="working-lines">
            {derivation.lines.map((line) => (
              <li key={line.from}>
                {t('gaps.line', { persons: format.number(line.persons, 1), ages: agesText(text, line), count: format.number(line.count, 2), per: format.number(line.per), amount: format.number(line.amount, 2) })}
              </li>
            ))}
            <li><strong>{t('gaps.sum')}: {format.number(derivation.exact, 2)}</strong> ({t(`gaps.rounding.${derivation.rounding}`)})</li>
          </ul>
          {derivation.raisedTo !== null && <p>{t('gaps.raised', { count: format.number(derivation.raisedTo) })}</p>}
          {derivation.split !== 'whole' && <p className="soft">{t(derivation.split === 'ages' ? 'gaps.splitAges' : 'gaps.splitInhabitants')}</p>}
          <p className="soft">
            {derivation.yearUsed === derivation.yearAsked
              ? t('gaps.projection', { year: derivation.yearUsed })
              : t('gaps.projectionOther', { used: derivation.yearUsed, asked: derivation.yearAsked })}
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

function reservationWords({ t, format }: ReturnType<typeof useText>, reservation: Reservation): string {
  switch (reservation.code) {
    case 'year-not-given': return t('gaps.reservations.year-not-given', { year: reservation.year });
    case 'nearest-year-used': return t('gaps.reservations.nearest-year-used', { year: reservation.year, used: reservation.used });
    case 'not-in-force': return t('gaps.reservations.not-in-force', { year: reservation.year });
    case 'capacity-unknown': return t('gaps.reservations.capacity-unknown', { count: reservation.facilities });
    case 'not-recognised': return t('gaps.reservations.not-recognised', { count: reservation.facilities });
    case 'without-address': return t('gaps.reservations.without-address', { persons: format.number(reservation.persons) });
    case 'no-age-table':
    case 'age-class-cut':
    case 'age-band-cut':
    case 'category-not-given':
    case 'nobody-concerned': return t(`gaps.reservations.${reservation.code}`);
  }
}
