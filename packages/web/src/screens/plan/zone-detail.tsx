import type { PlanReply } from '@woonzorgzones/api/schemas';
import { categories } from '@woonzorgzones/core/model';
import type { PlanAnalysis, ZoneAnalysis } from '@woonzorgzones/core/needs';
import { useMemo } from 'react';
import { writeToPlan } from '../../state/plan-edits.ts';
import { usePlanBlocks } from '../../state/plan-blocks.ts';
import { chooseBlock, chooseZone, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { BandTable } from '../frame/band-table.tsx';
import { FacilitySymbol } from '../frame/facility-symbol.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { KernList } from './kern-list.tsx';
import { MoveList } from './move-list.tsx';
import { zoneRenameId } from './draw/commands.ts';
import { ZoneActs } from './draw/zone-acts.tsx';
import { RenameZone } from './rename-zone.tsx';

interface ZoneDetailProps {
  readonly analysis: PlanAnalysis;
  readonly zone: ZoneAnalysis;
  readonly plan: PlanReply;
  readonly municipality: string;
}

/** The chosen zone in full: who lives there, whether it meets its criteria and why, what it holds, and its blocks. */
export function ZoneDetail({ analysis, zone, plan, municipality }: ZoneDetailProps) {
  const { t, format, language } = useText();
  const { year } = zone.inhabitants;
  const present = zone.facilities.filter(({ facilities: { count } }) => count.kind === 'known' && count.value > 0);
  const isLocked = plan.plan.zones.some(({ id, locked }) => id === zone.zone && locked);
  const deviation = Math.round(zone.inhabitantsDeviation);
  const old = zone.spread?.from75 ?? null;
  return (
    <section className="zone-detail" aria-label={zone.name}>
      <div className="panel-row panel-spread">
        <h2>{zone.name}</h2>
        <IconButton icon="close" label={t('plan.back')} onPress={() => chooseZone(null)} />
      </div>
      <div id={zoneRenameId}><RenameZone plan={plan} zone={zone.zone} name={zone.name} /></div>
      <ZoneActs plan={plan} zone={zone.zone} isLocked={isLocked} />
      <Checkbox isSelected={isLocked} onChange={(locked) => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: locked ? 'lock-zone' : 'unlock-zone', zone: zone.zone }] })}>{t('plan.lockZone')}</Checkbox>
      <dl className="facts">
        <div className="facts-row">
          <dt>{t('plan.inhabitants')} ({year})</dt>
          <dd>{format.count(zone.inhabitants.count)}{deviation > 0 && <span className="soft"> {t('plan.deviation', { count: format.number(deviation) })}</span>}</dd>
        </div>
        <div className="facts-row"><dt>{t('plan.from75')} ({zone.from75.year})</dt><dd>{format.count(zone.from75.count)}{old !== null && old.low < old.high && <span className="soft"> {t('plan.range', { low: format.number(old.low), high: format.number(old.high) })}</span>}</dd></div>
        <div className="facts-row"><dt>{t('plan.addresses')}</dt><dd>{format.number(zone.addresses)}</dd></div>
        <div className="facts-row"><dt>{t('plan.blocks')}</dt><dd>{format.number(zone.blocks)}</dd></div>
      </dl>
      <CriteriaList plan={plan.id} zone={zone.zone} name={zone.name} />
      <MoveList plan={plan} zone={zone.zone} name={zone.name} />
      <KernList plan={plan} zone={zone.zone} />
      <h3>{t('plan.ages', { year })}</h3>
      <BandTable label={t('plan.ages', { year })} bands={analysis.bands} counts={zone.byBand} spread={zone.spread?.byBand} />
      {zone.spread !== null && <p className="soft">{t('plan.rangeHint')}</p>}
      <h3>{t('plan.facilities')}</h3>
      {present.length === 0
        ? <p className="soft">{t('plan.facilitiesNone')}</p>
        : (
          <ul className="facility-list">
            {present.map(({ category, facilities }) => (
              <li key={category}><FacilitySymbol category={category} size={18} /><span>{format.count(facilities.count)} {categories[category][language].toLowerCase()}</span></li>
            ))}
          </ul>
        )}
      <Disclosure title={t('plan.blockList')}><BlockTable plan={plan} zone={zone.zone} municipality={municipality} /></Disclosure>
    </section>
  );
}

/** The blocks of a zone in a list: to choose one for moving without the map. */
function BlockTable({ plan, zone, municipality }: { readonly plan: PlanReply; readonly zone: string; readonly municipality: string }) {
  const { t, format } = useText();
  const blocks = usePlanBlocks(plan.id, municipality);
  const chosen = useView((view) => view.block);
  const { zoneOfBlock } = plan.plan;
  const rows = useMemo(
    () => (blocks.data?.features ?? []).map(({ properties }) => properties).filter(({ id }) => zoneOfBlock[id] === zone),
    [blocks.data, zoneOfBlock, zone],
  );
  type Row = (typeof rows)[number];
  const columns = useMemo<readonly TableColumn<Row>[]>(() => [
    { id: 'name', label: t('plan.blockName'), sortBy: ({ name }) => name, cell: ({ name }) => name },
    { id: 'inhabitants', label: t('plan.inhabitants'), isNumber: true, sortBy: ({ inhabitants }) => inhabitants, cell: ({ inhabitants }) => format.number(inhabitants) },
  ], [t, format]);
  return (
    <DataTable label={t('plan.blockList')} columns={columns} rows={rows} idOf={({ id }) => id} nameOf={({ name }) => name} chosen={chosen} onChoose={chooseBlock} whenEmpty={t('plan.noBlocks')} more={(count) => t('app.more', { count })} />
  );
}
