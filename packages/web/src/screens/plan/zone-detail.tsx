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
import { useShownZones } from './draw/use-table.ts';
import { ZoneActs } from './draw/zone-acts.tsx';
import { RenameZone } from './rename-zone.tsx';

interface ZoneDetailProps {
  readonly analysis: PlanAnalysis;
  /** As the plan has it on this screen, also while the server has not. */
  readonly zone: PlanReply['plan']['zones'][number];
  readonly plan: PlanReply;
  readonly municipality: string;
}

/** The chosen zone in full: who lives there, whether it meets its criteria and why, what it holds, and its blocks. */
export function ZoneDetail({ analysis, zone: { id, name, locked }, plan, municipality }: ZoneDetailProps) {
  const { t } = useText();
  const counted = analysis.zones.find(({ zone }) => zone === id);
  return (
    <section className="zone-detail" aria-label={name}>
      <div className="panel-row panel-spread">
        <h2>{name}</h2>
        <IconButton icon="close" label={t('plan.back')} onPress={() => chooseZone(null)} />
      </div>
      <div id={zoneRenameId}><RenameZone plan={plan} zone={id} name={name} /></div>
      <ZoneActs plan={plan} zone={id} isLocked={locked} />
      <Checkbox isSelected={locked} onChange={(lock) => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: lock ? 'lock-zone' : 'unlock-zone', zone: id }] })}>{t('plan.lockZone')}</Checkbox>
      {counted !== undefined && <ZoneFacts plan={plan.id} zone={counted} />}
      <CriteriaList plan={plan.id} zone={id} name={name} />
      <MoveList plan={plan} zone={id} name={name} />
      <KernList plan={plan} zone={id} />
      {counted !== undefined && <ZoneFigures analysis={analysis} zone={counted} />}
      <Disclosure title={t('plan.blockList')}><BlockTable plan={plan} zone={id} municipality={municipality} /></Disclosure>
    </section>
  );
}

/** How many live in the zone, live while it is drawn, and what was counted when it was kept last. */
function ZoneFacts({ plan, zone }: { readonly plan: string; readonly zone: ZoneAnalysis }) {
  const { t, format } = useText();
  const now = useShownZones(plan).now?.features.find(({ properties }) => properties.id === zone.zone)?.properties.inhabitants;
  const { year } = zone.inhabitants;
  const deviation = Math.round(zone.inhabitantsDeviation);
  const old = zone.spread?.from75 ?? null;
  return (
    <dl className="facts">
      <div className="facts-row">
        <dt>{t('plan.inhabitants')} ({year})</dt>
        <dd>{now === undefined ? format.count(zone.inhabitants.count) : format.number(now)}{deviation > 0 && <span className="soft"> {t('plan.deviation', { count: format.number(deviation) })}</span>}</dd>
      </div>
      <div className="facts-row"><dt>{t('plan.from75')} ({zone.from75.year})</dt><dd>{format.count(zone.from75.count)}{old !== null && old.low < old.high && <span className="soft"> {t('plan.range', { low: format.number(old.low), high: format.number(old.high) })}</span>}</dd></div>
      <div className="facts-row"><dt>{t('plan.addresses')}</dt><dd>{format.number(zone.addresses)}</dd></div>
      <div className="facts-row"><dt>{t('plan.blocks')}</dt><dd>{format.number(zone.blocks)}</dd></div>
    </dl>
  );
}

/** Ages with how far they may be off, and what there is in the zone. */
function ZoneFigures({ analysis, zone }: { readonly analysis: PlanAnalysis; readonly zone: ZoneAnalysis }) {
  const { t, format, language } = useText();
  const { year } = zone.inhabitants;
  const present = zone.facilities.filter(({ facilities: { count } }) => count.kind === 'known' && count.value > 0);
  return (
    <>
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
    </>
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
