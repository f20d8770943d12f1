import type { Edit } from '@woonzorgzones/core/edit';
import type { PlanReply } from '@woonzorgzones/api/schemas';
import { flushSync } from 'react-dom';
import { brushSizes, drawTools, rebalanceLast, setTarget, stepSize, takeBackStroke, takeTool, useDrawing, type DrawTool } from '../../../state/drawing.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { planKey, queryClient } from '../../../state/queries.ts';
import { setPanel, useView } from '../../../state/view.ts';
import type { IconName } from '../../../ui/icon.tsx';

/** Something a planner does at the drawing table: one list for the bar of tools, the keys and the list of keys. */
export interface PlanCommand {
  readonly id: string;
  /** A single letter that no browser and no other act takes. */
  readonly key: string;
  readonly icon: IconName;
  /** Key of its words in the texts. */
  readonly words: `draw.tool.${DrawTool}` | 'draw.erase' | 'draw.newZone' | 'draw.lock' | 'draw.merge' | 'draw.rename' | 'draw.heal' | 'draw.smaller' | 'draw.larger' | 'draw.done';
  readonly run: () => void;
}

const toolKeys: Readonly<Record<DrawTool, { readonly key: string; readonly icon: IconName }>> = {
  brush: { key: 'v', icon: 'brush' },
  block: { key: 'c', icon: 'block' },
  rectangle: { key: 'r', icon: 'rectangle' },
  lasso: { key: 'l', icon: 'lasso' },
  border: { key: 'g', icon: 'border' },
  split: { key: 's', icon: 'split' },
};

/** The tools that give blocks to a zone: a target goes with them. */
const painters: readonly DrawTool[] = ['brush', 'block', 'rectangle', 'lasso'];
export const paints = (tool: DrawTool | null): boolean => tool !== null && painters.includes(tool);

const planNow = (): PlanReply | undefined => {
  const { plan } = useView.getState();
  return plan === null ? undefined : queryClient.getQueryData<PlanReply>(planKey(plan));
};
const chosenZone = (plan: PlanReply | undefined) => plan?.plan.zones.find(({ id }) => id === useView.getState().zone);
const edit = (plan: PlanReply, edits: readonly Edit[]): void => writeToPlan(plan.id, { kind: 'edits', edits });

/** What a letter leads to in the panel of the chosen zone: its first button is pressed. */
export const zoneMergeId = 'zone-samenvoegen';
export const zoneRenameId = 'zone-hernoemen';

/** Presses the first button of a part of the panel, which is folded out for it; says why where there is none. */
function pressIn(id: string): void {
  if (useView.getState().panel === 'folded') flushSync(() => setPanel('normal'));
  const button = document.querySelector<HTMLElement>(`#${id} button`);
  if (button !== null) {
    button.focus();
    // A menu is opened as an arrow key opens it: only so its first item has the focus.
    if (button.getAttribute('aria-haspopup') === null) button.click();
    else button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    return;
  }
  const zone = chosenZone(planNow());
  useDrawing.setState({ note: zone === undefined ? { kind: 'choose-zone' } : zone.locked ? { kind: 'spared', zones: [zone.id] } : { kind: 'no-neighbour' } });
}

/** Turns the lock of the chosen zone. */
function turnLock(): void {
  const plan = planNow();
  const zone = chosenZone(plan);
  if (plan === undefined) return;
  if (zone === undefined) useDrawing.setState({ note: { kind: 'choose-zone' } });
  else edit(plan, [{ kind: zone.locked ? 'unlock-zone' : 'lock-zone', zone: zone.id }]);
}

function erase(): void {
  const { tool, target } = useDrawing.getState();
  if (!paints(tool)) takeTool('brush');
  setTarget(target === 'none' ? 'zone' : 'none');
}

function startZone(): void {
  if (!paints(useDrawing.getState().tool)) takeTool('brush');
  setTarget('new');
}

export const planCommands: readonly PlanCommand[] = [
  ...drawTools.map((tool): PlanCommand => ({
    id: tool, ...toolKeys[tool], words: `draw.tool.${tool}`,
    run: () => takeTool(useDrawing.getState().tool === tool ? null : tool),
  })),
  { id: 'erase', key: 'w', icon: 'eraser', words: 'draw.erase', run: erase },
  { id: 'new-zone', key: 't', icon: 'plus', words: 'draw.newZone', run: startZone },
  { id: 'smaller', key: 'j', icon: 'minus', words: 'draw.smaller', run: () => stepSize(-1) },
  { id: 'larger', key: 'k', icon: 'plus', words: 'draw.larger', run: () => stepSize(1) },
  { id: 'lock', key: 'o', icon: 'lock', words: 'draw.lock', run: turnLock },
  { id: 'merge', key: 'u', icon: 'merge', words: 'draw.merge', run: () => pressIn(zoneMergeId) },
  { id: 'rename', key: 'e', icon: 'edit', words: 'draw.rename', run: () => pressIn(zoneRenameId) },
  { id: 'heal', key: 'h', icon: 'heal', words: 'draw.heal', run: rebalanceLast },
  { id: 'done', key: 'f', icon: 'check', words: 'draw.done', run: () => takeTool(null) },
];

/** Carries out the act of a letter; whether there was one. */
export function pressPlanKey(key: string): boolean {
  const command = planCommands.find((one) => one.key === key);
  command?.run();
  return command !== undefined;
}

/** Escape first takes back what is under way, then puts the tool down; whether there was anything to leave. */
export function leaveDrawing(): boolean {
  if (useDrawing.getState().tool === null) return false;
  if (!takeBackStroke()) takeTool(null);
  return true;
}

export const brushRadius = (size: number): number => brushSizes[size]!;
