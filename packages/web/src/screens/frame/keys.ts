import { useEffect } from 'react';
import { doors } from '../../state/address.ts';
import { takeBackStroke, useDrawing } from '../../state/drawing.ts';
import { stepPlan } from '../../state/plan-edits.ts';
import { leaveDrawing, pressPlanKey } from '../plan/draw/commands.ts';
import { chooseBlock, chooseZone, openDoor, setBlockListOpen, setHelpOpen, setPanel, useView } from '../../state/view.ts';

/** The address box listens to this: '/' puts the cursor in it. */
export const searchBoxId = 'zoek-adres';
/** 'm' leads to where the chosen block can be moved. */
export const blockMoveId = 'verplaats-bouwblok';

/** Opens the list of blocks in the widened panel, or closes it. */
function openBlockList(): void {
  const { blockListOpen } = useView.getState();
  setBlockListOpen(!blockListOpen);
  setPanel(blockListOpen ? 'normal' : 'wide');
}

/** Fields in which a letter means nothing: after a tick in the legend, 'z' still undoes. */
const takesNoText = (target: HTMLElement): boolean => target instanceof HTMLInputElement && ['checkbox', 'radio', 'range'].includes(target.type);

/** Where a letter is text and not a command. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || (['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !takesNoText(target)) || target.closest('[role="listbox"], [role="dialog"], [role="alertdialog"]') !== null);

/** What 'n' and 'p' step through on this screen, set by the screen that has a list. */
let stepper: ((by: 1 | -1) => void) | null = null;

export function useStepper(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    stepper = step;
    return () => {
      stepper = null;
    };
  }, [step]);
}

/** What 'a' and 'q' step through: what is wrong with the plan on screen. */
let deviationStepper: ((by: 1 | -1) => void) | null = null;

export function useDeviationStepper(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    deviationStepper = step;
    return () => {
      deviationStepper = null;
    };
  }, [step]);
}

function step(plan: string, kind: 'undo' | 'redo'): void {
  // In the middle of a stroke, what is to be taken back is that stroke.
  if (kind === 'undo' && takeBackStroke()) return;
  if (!stepPlan(plan, kind)) useDrawing.setState({ note: { kind: `nothing-to-${kind}` } });
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target)) return;
  const { door, part, plan, panel, letterKeys } = useView.getState();
  const editsPlan = door === 'afbakenen' || (door === 'gegevens' && part === 'voorzieningen') || door === 'presenteren';
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey || event.altKey) {
    const undoing = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y') && editsPlan && plan !== null;
    if (!undoing) return;
    event.preventDefault();
    step(plan, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    return;
  }
  if (!letterKeys && key !== 'escape') return;
  // In a table letters look a row up; only the way out to the chosen block stays.
  if (key !== 'm' && key !== 'escape' && event.target instanceof Element && event.target.closest('.data-table') !== null) return;
  const numbered = doors[Number(key) - 1];
  if (numbered !== undefined) openDoor(numbered);
  else if (key === '?') setHelpOpen(true);
  else if (key === '/') document.getElementById(searchBoxId)?.focus();
  else if (key === 'b' && door !== 'start') setPanel(panel === 'wide' ? 'normal' : 'wide');
  else if (key === 'i' && door !== 'start') setPanel(panel === 'folded' ? 'normal' : 'folded');
  else if (key === 'm') document.getElementById(blockMoveId)?.focus();
  else if (key === 'd' && door === 'afbakenen' && plan !== null) openBlockList();
  else if (key === 'n') stepper?.(1);
  else if (key === 'p') stepper?.(-1);
  else if (key === 'a') deviationStepper?.(1);
  else if (key === 'q') deviationStepper?.(-1);
  else if ((key === 'z' || key === 'y') && editsPlan && plan !== null) step(plan, key === 'y' ? 'redo' : 'undo');
  else if (key === 'escape') {
    if (door === 'afbakenen' && leaveDrawing()) return;
    if (useView.getState().block !== null) chooseBlock(null);
    else if (useView.getState().zone !== null) chooseZone(null);
  } else if (door !== 'afbakenen' || plan === null || !pressPlanKey(key)) return;
  if (key !== 'escape') event.preventDefault();
}

/** Single letters, shown by '?'; no key the browser needs is taken. */
export function useKeys(): void {
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
