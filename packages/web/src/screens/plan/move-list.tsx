import type { PlanReply } from '@woonzorgzones/api/schemas';
import { moveSentence, noMoveSentence } from '@woonzorgzones/core/report';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useMoves } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';

/** The best three blocks to move at a zone, with what each would change; one press does it, as one edit. */
export function MoveList({ plan, zone, name }: { readonly plan: PlanReply; readonly zone: string; readonly name: string }) {
  const { t, language } = useText();
  const moves = useMoves(plan.id).data?.find((one) => one.zone === zone)?.moves;
  if (moves === undefined) return null;
  return (
    <>
      <h3>{t('plan.moves')}</h3>
      {moves.length === 0 && <p className="soft">{noMoveSentence(name, language)}</p>}
      <ul className="move-list">
        {moves.map((move) => (
          <li key={`${move.blocks[0]?.id ?? ''}/${move.to.id}`}>
            <span>{moveSentence(move, language)}</span>
            <Button look="quiet" onPress={() => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'assign-blocks', blocks: move.blocks.map(({ id }) => id), zone: move.to.id }] })}>{t('plan.doMove')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}
