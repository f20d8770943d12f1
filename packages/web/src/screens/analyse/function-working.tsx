import type { FacilityFunction } from '@woonzorgzones/core/model';
import type { AreaAnalysis, PlanAnalysis } from '@woonzorgzones/core/needs';
import { functionLabel } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { useShownFacilities } from '../frame/shown-facilities.ts';
import { FigureFiles } from './figure-files.tsx';

interface FunctionWorkingProps {
  readonly analysis: PlanAnalysis;
  readonly area: AreaAnalysis;
  readonly role: FacilityFunction;
}

/** How it is known which buildings of an area have a function: said by a file or by hand, or following from their kind; the nearest elsewhere; the rule, the year and the files. */
export function FunctionWorking({ analysis, area, role }: FunctionWorkingProps) {
  const { t, format, language } = useText();
  const facilities = useShownFacilities() ?? [];
  const nameOf = (id: string): string => facilities.find((facility) => facility.id === id)?.name ?? id;
  const presence = area.functions.functions.find((one) => one.function === role);
  if (presence === undefined) return null;
  const { at, nearest, state } = presence;
  return (
    <div className="small">
      <ul className="bullets">
        {at.map(({ facility, by }) => <li key={facility}>{t(`sheet.functionBy.${by}`, { name: nameOf(facility) })}</li>)}
        {at.length === 0 && <li>{t(`sheet.functionWhy.${state}`, { role: functionLabel(role, language) })}</li>}
        {at.length === 0 && nearest !== null && <li>{t('sheet.nearest', { name: nameOf(nearest.facility), distance: format.distance(nearest.meanMetres) })}</li>}
      </ul>
      <p className="soft">{t('sheet.functionRule', { year: analysis.provenance.referenceYear })}</p>
      <FigureFiles analysis={analysis} figures={area.facilities.map(({ facilities: figure }) => figure)} />
    </div>
  );
}
