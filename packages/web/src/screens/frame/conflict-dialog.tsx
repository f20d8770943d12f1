import { useMutation, useQuery } from '@tanstack/react-query';
import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { carriedOver, stepsBackAndForth } from '../../state/edit-queue.ts';
import { keepAsCopy, keepMine, labelOf, letWaitingGo, theirsSince, useSaving } from '../../state/plan-edits.ts';
import { openPlan, useView } from '../../state/view.ts';
import { zoneDifferences } from '../../state/zone-differences.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { useChosen } from './chosen.ts';
import { Problem } from './problem.tsx';
import './conflict-dialog.css';

/** Two people on one plan: both versions side by side, and three ways out for what waits. */
export function ConflictDialog() {
  const { plan } = useChosen();
  const { state } = useSaving(plan.data?.id ?? null);
  if (state.kind !== 'conflict' || plan.data === undefined) return null;
  return <Conflict key={state.theirVersion} plan={plan.data} mine={state.myVersion} theirs={state.theirVersion} />;
}

function Conflict({ plan, mine, theirs }: { readonly plan: PlanReply; readonly mine: number; readonly theirs: number }) {
  const { t, format, language } = useText();
  const door = useView((view) => view.door);
  const { waiting } = useSaving(plan.id);
  const notCarried = stepsBackAndForth(waiting) - stepsBackAndForth(carriedOver(waiting));
  const other = useQuery({ queryKey: ['theirs', plan.id, mine, theirs], queryFn: () => theirsSince(plan.id, mine) });
  const choosing = useMutation({
    mutationFn: async (way: 'mine' | 'theirs' | 'copy'): Promise<void> => {
      if (way === 'mine') await keepMine(plan.id);
      else if (way === 'theirs') await letWaitingGo(plan.id);
      else {
        const time = format.time(new Date(waiting[0]?.at ?? plan.updatedAt));
        const copy = await keepAsCopy(plan.id, t('clash.copyName', { name: plan.plan.name, time }).slice(0, 120));
        openPlan(copy.id, copy.plan.dataset, door);
      }
    },
  });
  return (
    <Dialog title={t('save.conflictTitle')} isOpen onClose={() => undefined} closeLabel={t('app.close')} mustAnswer isWide>
      <p>{t('clash.lead', { mine, theirs })}</p>
      <div className="clash-sides">
        <section>
          <h3>{t('clash.mine', { version: mine })}</h3>
          <ol className="clash-steps">
            {waiting.map((write) => <li key={write.gesture}><span className="soft">{format.time(new Date(write.at))}</span> {labelOf(write, plan)?.[language] ?? t(`keep.${write.write.kind === 'undo' ? 'stepBack' : 'stepForth'}`)}</li>)}
          </ol>
        </section>
        <section>
          <h3>{t('clash.theirs', { version: theirs })}</h3>
          {other.isPending && <Waiting>{t('app.loading')}</Waiting>}
          {other.isError && <Problem error={other.error} onRetry={() => void other.refetch()} />}
          <ol className="clash-steps">
            {other.data?.lines.map(({ version, at, by, label, entry }) => (
              <li key={version}>
                <span className="soft">{format.moment(new Date(at))}</span> {by ?? t('clash.somebody')}: {entry.kind === 'undo' ? `${t('keep.stepBack')}, ` : ''}{label[language]}
              </li>
            ))}
          </ol>
        </section>
      </div>
      {other.data !== undefined && <Differences mine={plan} theirs={other.data.plan} blocks={other.data.blocks} />}
      {notCarried > 0 && <p>{t('clash.notCarried', { count: notCarried, mine })}</p>}
      {choosing.isError && <Problem error={choosing.error} />}
      <div className="dialog-actions">
        <Button isDisabled={choosing.isPending} onPress={() => choosing.mutate('theirs')}>{t('clash.keepTheirs')}</Button>
        <Button isDisabled={choosing.isPending} onPress={() => choosing.mutate('copy')}>{t('clash.keepCopy')}</Button>
        <Button look="accent" isDisabled={choosing.isPending} onPress={() => choosing.mutate('mine')}>{t('clash.keepMine', { theirs })}</Button>
      </div>
    </Dialog>
  );
}

/** Who lies in another zone by the one than by the other. */
function Differences({ mine, theirs, blocks }: { readonly mine: PlanReply; readonly theirs: PlanReply; readonly blocks: BlockLayer }) {
  const { t, format } = useText();
  const { told, untold } = zoneDifferences(blocks.features, mine.plan, theirs.plan);
  if (told.length === 0 && untold === 0) return <p>{t('clash.same')}</p>;
  return (
    <div className="clash-scroll">
      {untold > 0 && <p>{t('clash.untold', { count: untold })}</p>}
      {told.length > 0 && (
        <table className="front-table">
          <caption>{t('clash.difference')}</caption>
          <thead><tr><th scope="col">{t('clash.inMine')}</th><th scope="col">{t('clash.inTheirs')}</th><th scope="col">{t('clash.blocks')}</th><th scope="col">{t('clash.persons')}</th></tr></thead>
          <tbody>
            {told.map((one) => (
              <tr key={`${one.mine}/${one.theirs}`}>
                <th scope="row">{one.mine ?? t('plan.unassigned')}</th>
                <th scope="row">{one.theirs ?? t('plan.unassigned')}</th>
                <td>{format.number(one.blocks)}</td>
                <td>{format.number(one.inhabitants)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
