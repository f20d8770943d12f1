import { bandsWithin } from '@woonzorgzones/core/model';
import { reasonCodes, type ReasonCode } from '@woonzorgzones/core/network';
import type { StreetNotReached } from '@woonzorgzones/core/needs';
import { explainAddress, useReach } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { ReachDrawing, WhyDrawn } from '../../../workers/reach-messages.ts';

interface ReachResultProps {
  readonly drawing: ReachDrawing;
  readonly reasonOf: (reason: ReasonCode) => string;
}

/** What came out: for whom, for whom not and why, the way of one address, and the streets that are left. */
export function ReachResult({ drawing, reasonOf }: ReachResultProps) {
  const { t, format } = useText();
  const { basis, why } = drawing;
  return (
    <>
      {basis.method === 'straight-line' && <Notice tone="warn"><p>{t('reach.straight', { factor: format.number(basis.detourFactor, 2) })}</p></Notice>}
      <CoverageTable drawing={drawing} reasonOf={reasonOf} />
      {why !== null && <Why why={why} unit={drawing.unit} reasonOf={reasonOf} />}
      <Streets drawing={drawing} reasonOf={reasonOf} />
    </>
  );
}

function CoverageTable({ drawing: { coverage, bands, change }, reasonOf }: ReachResultProps) {
  const { t, format } = useText();
  const ages = useReach((view) => view.ages);
  const asked = ages === null ? [...bands.keys()] : (bandsWithin(bands, ages) ?? []);
  const sum = (of: (band: ReachDrawing['coverage']['all']) => number): number => asked.reduce((all, row) => all + of(coverage.bands[row]!), 0);
  const persons = sum((band) => band.persons), within = sum((band) => band.within);
  return (
    <section className="panel-section">
      <p className="reach-headline"><strong>{persons === 0 ? '–' : format.percent(within / persons)}</strong> {t('reach.within', { within: format.number(within), persons: format.number(persons) })}</p>
      {change !== null && (
        <dl className="reach-change">
          {(['gained', 'lost', 'both', 'neither'] as const).map((kind) => (
            <div key={kind}><dt>{t(`reach.change.${kind}`)}</dt><dd>{format.number(change[{ neither: 0, lost: 1, gained: 2, both: 3 }[kind]] ?? 0)}</dd></div>
          ))}
        </dl>
      )}
      <ul className="reach-reasons small">
        {reasonCodes.map((reason, row) => {
          const count = sum((band) => band.byReason[row] ?? 0);
          return row === 0 || count === 0 ? null : <li key={reason}>{t('reach.because', { persons: format.number(count), reason: reasonOf(reason) })}</li>;
        })}
      </ul>
      <table className="reach-bands small">
        <thead><tr><th scope="col">{t('reach.ages')}</th><th scope="col">{t('gaps.persons')}</th><th scope="col">{t('reach.share')}</th></tr></thead>
        <tbody>
          {bands.map((band, row) => {
            const { persons: all, share } = coverage.bands[row]!;
            return <tr key={band.from}><th scope="row">{format.ages(band)}</th><td>{format.number(all)}</td><td>{format.countPercent(share)}</td></tr>;
          })}
        </tbody>
      </table>
    </section>
  );
}

function Why({ why, unit, reasonOf }: { readonly why: WhyDrawn; readonly unit: ReachDrawing['unit']; readonly reasonOf: ReachResultProps['reasonOf'] }) {
  const { t, format } = useText();
  const { cost, minutes, connectors, streets, facility } = why;
  return (
    <section className="panel-section reach-why" aria-live="polite">
      <h2>{t('reach.why')}</h2>
      {cost === null || facility === null
        ? <p>{t('reach.noWay', { reason: reasonOf(why.reason) })}</p>
        : (
          <>
            <p>{t('reach.way', { facility, distance: unit === 'metres' ? format.distance(cost) : t('reach.minutes', { minutes: format.number(cost / 60, 1) }), minutes: format.number(minutes ?? 0, 1) })}</p>
            <ol>
              {connectors !== null && <li>{t('reach.fromDoor', { metres: format.number(connectors.address) })}</li>}
              {streets.map(({ name, metres }, place) => <li key={place}>{name ?? t('reach.namelessStreet')}: {format.distance(metres)}</li>)}
              {connectors !== null && <li>{t('reach.toDoor', { metres: format.number(connectors.facility) })}</li>}
            </ol>
          </>
        )}
      <Button look="quiet" onPress={() => explainAddress(null)}>{t('app.close')}</Button>
    </section>
  );
}

function Streets({ drawing: { streets, unit }, reasonOf }: ReachResultProps) {
  const { t, format } = useText();
  const columns: readonly TableColumn<StreetNotReached>[] = [
    {
      id: 'street', label: t('reach.street'), sortBy: ({ street }) => street,
      cell: ({ street, byReason }) => (
        <>
          {street === '' ? t('reach.namelessStreet') : street}
          <span className="reach-street-why small soft">{byReason.map(({ reason }) => reasonOf(reason)).join('; ')}</span>
        </>
      ),
    },
    { id: 'persons', label: t('gaps.persons'), isNumber: true, sortBy: ({ persons }) => persons, cell: ({ persons }) => format.number(persons) },
    {
      id: 'farthest', label: t('reach.farthest'), isNumber: true, sortBy: ({ farthest }) => farthest,
      cell: ({ farthest }) => (farthest === null ? '–' : unit === 'metres' ? format.distance(farthest) : t('reach.minutes', { minutes: format.number(farthest / 60, 1) })),
    },
  ];
  return (
    <section className="panel-section">
      <h2>{t('reach.streets')}</h2>
      <DataTable
        label={t('reach.streets')} columns={columns} rows={streets} idOf={({ street }) => street} nameOf={({ street }) => street} whenEmpty={t('reach.streetsEmpty')}
        more={(left) => t('reach.moreStreets', { count: left })} onChoose={(id) => explainAddress(streets.find(({ street }) => street === id)?.firstAddress ?? null)}
      />
    </section>
  );
}
