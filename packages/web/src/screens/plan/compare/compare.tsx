import { comparisonSentences } from '@woonzorgzones/core/report';
import type { PartitionComparison } from '@woonzorgzones/core/zoning';
import { ToggleButton } from 'react-aria-components';
import { compareWays } from '../../../state/address.ts';
import { useComparison, useMunicipality, usePlans } from '../../../state/queries.ts';
import { compareBy, compareWith, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/fields.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { MoveTable } from './move-table.tsx';
import '../propose-dialog.css';
import './compare.css';

const none = '-';

/** Something laid beside the plan: a division, another plan or a proposal; on the map in three ways, and in figures. */
export function Compare({ plan, municipality }: { readonly plan: string; readonly municipality: string }) {
  const { t, language } = useText();
  const divisions = useMunicipality(municipality).data?.divisions ?? [];
  const plans = (usePlans().data ?? []).filter(({ id, dataset }) => id !== plan && dataset === municipality);
  const against = useView((view) => view.against);
  const way = useView((view) => view.compareWay);
  const comparison = useComparison(plan, against);
  const options = [
    { id: none, name: t('plan.compareNone') },
    ...divisions.map(({ id, name }) => ({ id: `division:${id}`, name })),
    ...plans.map(({ id, name, version }) => ({ id: `plan:${id}`, name: t('compare.plan', { name, version }) })),
    ...(against?.startsWith('proposal:') === true ? [{ id: against, name: t('compare.proposal') }] : []),
  ];
  const { data } = comparison;
  return (
    <section className="panel-section" aria-labelledby="vergelijken">
      <h2 id="vergelijken" className="visually-hidden">{t('compare.title')}</h2>
      <Select label={t('plan.compare')} value={against ?? none} options={options} onChange={(id) => compareWith(id === none ? null : id)} />
      {against !== null && (
        <>
          <div className="compare-ways" role="group" aria-label={t('compare.ways')}>
            {compareWays.map((one) => <ToggleButton key={one} className="button" data-look="quiet" isSelected={one === way} onChange={() => compareBy(one)}>{t(`compare.way.${one}`)}</ToggleButton>)}
          </div>
          {comparison.isPending && <Waiting>{t('app.loading')}</Waiting>}
          {comparison.isError && <Problem error={comparison.error} onRetry={() => void comparison.refetch()} />}
        </>
      )}
      {against !== null && data !== undefined && (
        <>
          <ul className="sentence-list">{comparisonSentences(data.comparison, language).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          <MoveTable moves={data.comparison.moves} />
          <Disclosure title={t('plan.overlap')}><OverlapTable comparison={data.comparison} /></Disclosure>
        </>
      )}
    </section>
  );
}

/** Inhabitants in each zone (rows) and each area (columns); the match of a zone stands out. */
function OverlapTable({ comparison: { zones, zoneNames, areas, areaNames, overlap } }: { readonly comparison: PartitionComparison }) {
  const { t, format } = useText();
  return (
    <div className="overlap-scroll" tabIndex={0} role="region" aria-label={t('plan.overlap')}>
      <table className="overlap-table">
        <thead><tr><td />{areas.map((area, column) => <th key={area} scope="col">{areaNames[column]}</th>)}</tr></thead>
        <tbody>
          {zones.map((zone, row) => (
            <tr key={zone}>
              <th scope="row">{zoneNames[row]}</th>
              {areas.map((area, column) => {
                const count = overlap.inhabitants[row]?.[column] ?? 0;
                return <td key={area} data-match={overlap.match[row] === column}>{count === 0 ? '' : format.number(count)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
