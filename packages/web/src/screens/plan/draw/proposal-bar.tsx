import { shiftPhrase } from '@woonzorgzones/core/report';
import { acceptProposal, refuseProposal, useDrawing } from '../../../state/drawing.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { restInPanel } from '../../frame/resting-place.ts';

const shiftsTold = 3;

/** A proposal on the map, with who would change zone; it is done when it is accepted, as one step, and leaves no trace when refused. */
export function ProposalBar() {
  const { t, format, language } = useText();
  const proposal = useDrawing((drawing) => drawing.proposal);
  if (proposal === null) return null;
  const { shifts } = proposal;
  const blocks = shifts.reduce((sum, shift) => sum + shift.blocks.length, 0);
  const people = shifts.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  return (
    <section className="draw-proposal" aria-label={t('draw.proposal')}>
      <p><strong>{t('draw.proposalSum', { count: blocks, people: format.number(people) })}</strong></p>
      <ul>
        {shifts.slice(0, shiftsTold).map((shift) => <li key={`${shift.from?.id ?? ''}/${shift.to?.id ?? ''}`}>{shiftPhrase(shift, null, language)}</li>)}
        {shifts.length > shiftsTold && <li>… (+{shifts.length - shiftsTold})</li>}
      </ul>
      <div className="panel-row">
        <Button look="accent" icon="check" onPress={() => { acceptProposal(); restInPanel(); }}>{t('draw.accept')}</Button>
        <Button icon="close" onPress={() => { refuseProposal(); restInPanel(); }}>{t('draw.refuse')}</Button>
      </div>
    </section>
  );
}
