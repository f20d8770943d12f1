import type { NormSet } from '@woonzorgzones/core/model';
import type { AreaAnalysis, LocalNeed, PlanAnalysis } from '@woonzorgzones/core/needs';
import { localNeedSentences, methodLabel, reservationSentence, vulnerabilitySentences } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { FigureFiles } from './figure-files.tsx';

interface LocalWorkingProps {
  readonly analysis: PlanAnalysis;
  readonly area: AreaAnalysis;
  readonly need: LocalNeed;
  readonly norms: NormSet;
}

/** How a local need came to be: persons × rates, what vulnerability adds, the source and its status, the year and the files. */
export function LocalWorking({ analysis, area, need, norms }: LocalWorkingProps) {
  const { language } = useText();
  const rule = norms.local?.find(({ id }) => id === need.rule);
  if (rule === undefined) return null;
  const { count, year, method } = need.estimate.middle;
  const weighs = rule.weighted && analysis.provenance.need.vulnerability.on;
  return (
    <>
      <ul className="working-lines small">
        {localNeedSentences(need, rule, language).map((line) => <li key={line}>{line}</li>)}
        {need.reservations.map((reservation) => <li key={reservation.code}>{reservationSentence(reservation, language)}</li>)}
        {weighs && vulnerabilitySentences(area.vulnerability, language).map((line) => <li key={line}>{line}</li>)}
      </ul>
      {rule.note !== null && <p className="small soft">{rule.note}</p>}
      {count.kind === 'known' && <p className="small soft">{year}, {methodLabel(method, language)}</p>}
      <FigureFiles analysis={analysis} figures={[need.estimate.middle]} />
    </>
  );
}
