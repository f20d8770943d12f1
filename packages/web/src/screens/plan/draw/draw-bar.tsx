import { Button as AriaButton, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { brushSizes, drawTools, forgetNote, layOnTable, setTarget, stepSize, takeTool, useDrawing, type PaintTarget } from '../../../state/drawing.ts';
import { chooseZone, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { paints, planCommands, type PlanCommand } from './commands.ts';
import { ProposalBar } from './proposal-bar.tsx';
import { contentOf, useTable } from './use-table.ts';
import './draw-bar.css';

const commandOf = (id: string): PlanCommand => planCommands.find((command) => command.id === id)!;
/** Ids of choices that are no zone. */
const targets = { zone: '-', new: '+', none: '0' } as const;

/** Over the map: the tools, what the tool in hand needs, what the table has to say, and a proposal that waits for an answer. */
export function DrawBar() {
  const { t } = useText();
  const { plan } = useChosen();
  useTable();
  const tool = useDrawing((drawing) => drawing.tool);
  const isProposing = useDrawing((drawing) => drawing.proposal !== null);
  if (plan.data === undefined) return null;
  return (
    <div className="draw">
      <div className="draw-tools" role="toolbar" aria-label={t('draw.tools')}>
        <ToolButton isOn={tool === null} onChange={() => takeTool(null)} icon="pointer" name={t('draw.tool.look')} keyName="Esc" />
        {drawTools.map((id) => {
          const { words, key, icon } = commandOf(id);
          return <ToolButton key={id} isOn={tool === id} onChange={(on) => takeTool(on ? id : null)} icon={icon} name={t(words)} keyName={key} />;
        })}
        <HealButton />
      </div>
      <div className="draw-side">
        {/* A proposal waits for an answer: what the tool needs can wait too, and the map stays in sight. */}
        {tool !== null && !isProposing && <ToolOptions />}
        <DrawNoteLine />
        <ProposalBar />
      </div>
    </div>
  );
}

interface ToolButtonProps {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly icon: PlanCommand['icon'];
  readonly name: string;
  readonly keyName: string;
}

function ToolButton({ isOn, onChange, icon, name, keyName }: ToolButtonProps) {
  const { t } = useText();
  return (
    <TooltipTrigger delay={400}>
      <ToggleButton className="draw-tool" isSelected={isOn} onChange={onChange} aria-label={name} aria-keyshortcuts={keyName}><Icon name={icon} size={22} /></ToggleButton>
      <Tooltip className="tooltip" placement="right" offset={6}>{t('draw.withKey', { act: name, key: keyName })}</Tooltip>
    </TooltipTrigger>
  );
}

function HealButton() {
  const { t } = useText();
  const isSearching = useDrawing((drawing) => drawing.isSearching);
  const hasStroke = useDrawing((drawing) => drawing.lastStroke.length > 0);
  const { key, run } = commandOf('heal');
  return (
    <TooltipTrigger delay={400}>
      <AriaButton className="draw-tool" onPress={run} isDisabled={!hasStroke || isSearching} aria-label={isSearching ? t('draw.searching') : t('draw.heal')} aria-keyshortcuts={key}><Icon name="heal" size={22} /></AriaButton>
      <Tooltip className="tooltip" placement="right" offset={6}>{t('draw.withKey', { act: t('draw.healHint'), key })}</Tooltip>
    </TooltipTrigger>
  );
}

/** What the tool in hand needs: where paint goes, how broad it is, and a way to be done. */
function ToolOptions() {
  const { t } = useText();
  const { plan } = useChosen();
  const tool = useDrawing((drawing) => drawing.tool);
  const target = useDrawing((drawing) => drawing.target);
  const size = useDrawing((drawing) => drawing.size);
  const isReady = useDrawing((drawing) => drawing.drawn !== null && drawing.isHeld);
  const zone = useView((view) => view.zone);
  const choose = (id: string): void => {
    const special = (Object.keys(targets) as PaintTarget[]).find((kind) => targets[kind] === id);
    setTarget(special ?? 'zone');
    if (special === 'zone') chooseZone(null);
    else if (special === undefined) chooseZone(id);
  };
  if (tool === null) return null;
  const zones = plan.data?.plan.zones ?? [];
  return (
    <div className="draw-options">
      {paints(tool) && (
        <Select
          label={t('draw.target')} value={target === 'zone' ? (zone ?? targets.zone) : targets[target]} onChange={choose}
          options={[{ id: targets.zone, name: t('draw.underPointer') }, ...zones.map(({ id, name, locked }) => ({ id, name: locked ? `${name} (${t('plan.locked')})` : name })), { id: targets.new, name: t('draw.newZone') }, { id: targets.none, name: t('draw.noZone') }]}
        />
      )}
      {(tool === 'brush' || tool === 'border') && (
        <div className="draw-size" role="group" aria-label={t('draw.size')}>
          <IconButton icon="minus" label={t('draw.withKey', { act: t('draw.smaller'), key: 'j' })} onPress={() => stepSize(-1)} isDisabled={size === 0} />
          <span className="draw-dot" role="img" aria-label={t('draw.sizeNow', { size: size + 1, of: brushSizes.length })}><span style={{ width: 6 + 5 * size, height: 6 + 5 * size }} /></span>
          <IconButton icon="plus" label={t('draw.withKey', { act: t('draw.larger'), key: 'k' })} onPress={() => stepSize(1)} isDisabled={size === brushSizes.length - 1} />
        </div>
      )}
      <Button look="accent" icon="check" onPress={() => takeTool(null)}>{t('draw.done')}</Button>
      <p className="draw-hint soft">{isReady ? [t(`draw.hint.${tool}`), ...(paints(tool) && target === 'zone' && zone === null ? [t('draw.growsHere')] : [])].join(' ') : t('draw.loading')}</p>
    </div>
  );
}

/** What the table has to say: what a lock kept, why nothing happened. Spoken too, for those who do not see it. */
function DrawNoteLine() {
  const { t } = useText();
  const { planId, plan } = useChosen();
  const note = useDrawing((drawing) => drawing.note);
  const names = (ids: readonly string[]): string => ids.map((id) => plan.data?.plan.zones.find((zone) => zone.id === id)?.name ?? id).join(', ');
  const wordsOf = (said: NonNullable<typeof note>): string => {
    switch (said.kind) {
      case 'spared': return t('draw.note.spared', { count: said.zones.length, zones: names(said.zones) });
      case 'already-there': return said.zone === null ? t('draw.note.free-already') : t('draw.note.already-there', { zone: names([said.zone]) });
      case 'no-zone-here': return t(plan.data?.plan.zones.length === 0 ? 'draw.note.no-zones' : 'draw.note.no-zone-here');
      default: return t(`draw.note.${said.kind}`);
    }
  };
  const words = note === null ? null : wordsOf(note);
  return (
    <div role="status">
      {words !== null && (
        <div className="draw-note">
          <Icon name={note?.kind === 'spared' ? 'lock' : 'info'} size={18} />
          <span>{words}</span>
          {note?.kind === 'lost' && <Button look="quiet" onPress={() => { if (plan.data !== undefined) layOnTable(planId, contentOf(plan.data)); forgetNote(); }}>{t('draw.again')}</Button>}
          {note?.kind === 'no-zone-here' && <Button icon="plus" onPress={() => setTarget('new')}>{t('draw.startZone')}</Button>}
          <IconButton icon="close" label={t('app.close')} onPress={forgetNote} />
        </div>
      )}
    </div>
  );
}
