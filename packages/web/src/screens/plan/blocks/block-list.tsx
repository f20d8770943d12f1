import type { Edit } from '@woonzorgzones/core/edit';
import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useDeferredValue, useMemo, useState } from 'react';
import { bordering } from '../../../map/four-colours.ts';
import { usePlanBlocks } from '../../../state/plan-blocks.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseZone } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { Checkbox, Select, TextField } from '../../../ui/fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import './block-list.css';

/** Ids of choices that are no zone. */
const everyZone = '*';
const noZone = '-';
const longestName = 120;

interface BlockRow {
  readonly id: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly zone: string | null;
  /** Other zones it borders on, by name. */
  readonly beside: readonly string[];
}

/** Per block the blocks it shares a border with; reckoned once per set of blocks. */
function useNeighbours(blocks: ReturnType<typeof usePlanBlocks>['data']): readonly (readonly number[])[] {
  return useMemo(() => (blocks === undefined ? [] : bordering(blocks.features.map(({ geometry }) => geometry))), [blocks]);
}

/** The twin of the brush: every block in a list, many chosen at once, and given to a zone in one step. */
export function BlockList({ plan, municipality }: { readonly plan: PlanReply; readonly municipality: string }) {
  const { t, format } = useText();
  const blocks = usePlanBlocks(plan.id, municipality).data;
  const neighbours = useNeighbours(blocks);
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query.trim().toLowerCase());
  const [within, setWithin] = useState<string>(everyZone);
  const [onlyBorder, setOnlyBorder] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<string | null>(null);
  const [fresh, setFresh] = useState('');
  const { zones, zoneOfBlock } = plan.plan;
  const names = useMemo(() => new Map(zones.map(({ id, name }) => [id, name])), [zones]);

  const rows = useMemo(() => (blocks?.features ?? []).map(({ properties: { id, name, inhabitants } }, place): BlockRow => {
    const zone = zoneOfBlock[id] ?? null;
    const others = new Set((neighbours[place] ?? []).map((beside) => zoneOfBlock[blocks!.features[beside]!.properties.id] ?? null));
    others.delete(zone);
    return { id, name, inhabitants, zone, beside: [...others].map((other) => (other === null ? t('plan.unassigned') : names.get(other)!)).sort() };
  }), [blocks, neighbours, zoneOfBlock, names, t]);
  const shown = useMemo(() => rows.filter(({ id, name, zone, beside }) =>
    (within === everyZone || zone === (within === noZone ? null : within)) && (!onlyBorder || beside.length > 0)
    && (sought === '' || name.toLowerCase().includes(sought) || id.toLowerCase().includes(sought))), [rows, within, onlyBorder, sought]);
  const picked = rows.filter(({ id }) => chosen.has(id));
  // As under the brush: what lies in a locked zone stays there.
  const locked = new Set(zones.flatMap((zone) => (zone.locked ? [zone.id] : [])));
  const given = picked.filter(({ zone }) => zone === null || !locked.has(zone)).map(({ id }) => id);
  const wanted = fresh.trim();
  const isTaken = zones.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());

  const columns = useMemo<readonly TableColumn<BlockRow>[]>(() => [
    { id: 'name', label: t('plan.blockName'), sortBy: ({ name }) => name, cell: ({ name }) => name },
    { id: 'zone', label: t('plan.zone'), sortBy: ({ zone }) => (zone === null ? null : names.get(zone)!), cell: ({ zone }) => (zone === null ? t('plan.unassigned') : names.get(zone)) },
    { id: 'inhabitants', label: t('plan.inhabitants'), isNumber: true, sortBy: ({ inhabitants }) => inhabitants, cell: ({ inhabitants }) => format.number(inhabitants) },
    { id: 'beside', label: t('blocks.beside'), sortBy: ({ beside }) => beside.join() || null, cell: ({ beside }) => beside.join(', ') },
  ], [t, format, names]);

  const give = (edits: readonly Edit[]): void => {
    writeToPlan(plan.id, { kind: 'edits', edits });
    setChosen(new Set());
  };
  const assign = (): void => {
    if (target !== null) give([{ kind: 'assign-blocks', blocks: given, zone: target === noZone ? null : target }]);
  };
  const make = (): void => {
    const zone = { id: crypto.randomUUID(), name: wanted };
    give([{ kind: 'add-zone', zone, at: null }, { kind: 'assign-blocks', blocks: given, zone: zone.id }]);
    setFresh('');
    chooseZone(zone.id);
  };
  if (blocks === undefined) return <Waiting>{t('app.loading')}</Waiting>;
  const zoneOptions = zones.map(({ id, name, locked }) => ({ id, name: locked ? `${name} (${t('plan.locked')})` : name }));
  return (
    <div className="block-list">
      <p className="soft small">{t('blocks.hint')}</p>
      <div className="block-list-filters">
        <TextField label={t('blocks.find')} value={query} onChange={setQuery} />
        <Select label={t('blocks.inZone')} value={within} options={[{ id: everyZone, name: t('blocks.all') }, { id: noZone, name: t('plan.unassigned') }, ...zoneOptions]} onChange={setWithin} />
        <Checkbox isSelected={onlyBorder} onChange={setOnlyBorder}>{t('blocks.border')}</Checkbox>
      </div>
      <div className="block-list-acts">
        <p role="status">{picked.length === 0 ? t('blocks.none') : t('blocks.chosen', { count: picked.length, inhabitants: format.number(picked.reduce((sum, { inhabitants }) => sum + inhabitants, 0)) })}</p>
        <Button look="quiet" onPress={() => setChosen(new Set(shown.map(({ id }) => id)))}>{t('blocks.chooseAll', { count: format.number(shown.length) })}</Button>
        <Button look="quiet" isDisabled={picked.length === 0} onPress={() => setChosen(new Set())}>{t('blocks.clear')}</Button>
      </div>
      {given.length < picked.length && <p className="small" role="status"><Icon name="lock" size={16} /> {t('blocks.spared', { count: picked.length - given.length })}</p>}
      <div className="block-list-give">
        <Select label={t('blocks.to')} value={target} options={[...zoneOptions.filter(({ id }) => !locked.has(id)), { id: noZone, name: t('plan.unassigned') }]} onChange={setTarget} />
        <Button look="accent" isDisabled={given.length === 0 || target === null || locked.has(target)} onPress={assign}>{t('blocks.assign')}</Button>
        <TextField label={t('blocks.newZone')} value={fresh} onChange={setFresh} maxLength={longestName} problem={isTaken ? t('plan.nameTaken') : null} />
        <Button isDisabled={given.length === 0 || wanted === '' || isTaken} onPress={make}>{t('blocks.make')}</Button>
      </div>
      <DataTable
        label={t('blocks.table')} columns={columns} rows={shown} idOf={({ id }) => id} nameOf={({ name }) => name}
        chosenMany={chosen} onChooseMany={setChosen} whenEmpty={t('plan.noBlocks')} more={(count) => t('app.more', { count })}
      />
    </div>
  );
}
