import type { PlanComparison } from '@woonzorgzones/core/zoning';
import { comparisonSentences } from '@woonzorgzones/core/report';
import { useComparison, useMunicipality } from '../../state/queries.ts';
import { compareWith, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/fields.tsx';
import { Problem } from '../frame/problem.tsx';
import './propose-dialog.css';

const none = '-';

/** An existing division over the plan: its outlines on the map, how alike the two are, and who lives in which of both. */
export function Compare({ plan, municipality }: { readonly plan: string; readonly municipality: string }) {
  const { t, language } = useText();
  const divisions = useMunicipality(municipality).data?.divisions ?? [];
  const compared = useView((view) => view.division);
  const comparison = useComparison(plan, compared);
  if (divisions.length === 0) return null;
  return (
    <section className="panel-section">
      <Select
        label={t('plan.compare')} value={compared ?? none}
        options={[{ id: none, name: t('plan.compareNone') }, ...divisions.map(({ id, name }) => ({ id, name }))]}
        onChange={(id) => compareWith(id === none ? null : id)}
      />
      {compared !== null && comparison.isError && <Problem error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {compared !== null && comparison.data !== undefined && (
        <>
          <ul className="sentence-list">{comparisonSentences(comparison.data, language).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          <Disclosure title={t('plan.overlap')}><OverlapTable comparison={comparison.data} /></Disclosure>
        </>
      )}
    </section>
  );
}

/** Inhabitants in each zone (rows) and each area (columns); the match of a zone stands out. */
function OverlapTable({ comparison: { zones, zoneNames, areas, areaNames, overlap } }: { readonly comparison: PlanComparison }) {
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
