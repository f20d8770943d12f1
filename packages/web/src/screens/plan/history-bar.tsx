import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { CopyDialog } from './keep/copy-dialog.tsx';
import { HistoryDialog } from './keep/history-dialog.tsx';
import { RenamePlanDialog } from './keep/rename-plan-dialog.tsx';

type Act = 'undo' | 'redo' | 'history' | 'copy' | 'rename';

/** Undo and redo, each naming what it would do, with all steps, a copy and another name behind a menu; where zones are drawn, also a new plan. */
export function HistoryBar({ plan, onNewPlan }: { readonly plan: PlanReply; readonly onNewPlan?: () => void }) {
  const { t, language } = useText();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [copied, setCopied] = useState<number | null>(null);
  const [isRenaming, setRenaming] = useState(false);
  const undoName = plan.undoLabel?.[language] ?? t('plan.undo');
  const redoName = plan.redoLabel?.[language] ?? t('plan.redo');
  const acts: readonly { readonly id: Act; readonly name: string; readonly icon: IconName; readonly act: () => void }[] = [
    { id: 'undo', name: undoName, icon: 'undo', act: () => writeToPlan(plan.id, { kind: 'undo' }) },
    { id: 'redo', name: redoName, icon: 'redo', act: () => writeToPlan(plan.id, { kind: 'redo' }) },
    { id: 'history', name: t('keep.historyOpen'), icon: 'history', act: () => setHistoryOpen(true) },
    { id: 'copy', name: t('keep.copyOpen'), icon: 'copy', act: () => setCopied(plan.version) },
    { id: 'rename', name: t('keep.renameOpen'), icon: 'edit', act: () => setRenaming(true) },
  ];
  const closed = [...(plan.canUndo ? [] : ['undo']), ...(plan.canRedo ? [] : ['redo'])];
  return (
    <div className="history-bar" data-has-button={onNewPlan !== undefined}>
      <IconButton icon="undo" label={undoName} isDisabled={!plan.canUndo} onPress={acts[0]!.act} />
      <IconButton icon="redo" label={redoName} isDisabled={!plan.canRedo} onPress={acts[1]!.act} />
      <MenuTrigger>
        <AriaButton className="button" data-look="quiet" aria-label={t('keep.menu')}><Icon name="history" /><Icon name="down" size={16} /></AriaButton>
        <Popover className="popover" placement="bottom start">
          <Menu className="list-box" aria-label={t('keep.menu')} items={acts} disabledKeys={closed} onAction={(key) => acts.find(({ id }) => id === key)?.act()}>
            {({ id, name, icon }) => <MenuItem id={id} textValue={name} className="list-box-item"><Icon name={icon} size={16} />{name}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
      <p className="history-last soft small">{plan.undoLabel?.[language] ?? ''}</p>
      {onNewPlan !== undefined && <Button icon="plus" onPress={onNewPlan}>{t('plan.newPlan')}</Button>}
      {isHistoryOpen && <HistoryDialog plan={plan} onCopy={setCopied} onClose={() => setHistoryOpen(false)} />}
      {copied !== null && <CopyDialog plan={plan} version={copied} onClose={() => setCopied(null)} />}
      {isRenaming && <RenamePlanDialog plan={plan} onClose={() => setRenaming(false)} />}
    </div>
  );
}
