import { forgetRefusals, useSaving } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { useChosen } from '../frame/chosen.ts';
import { Problem } from '../frame/problem.tsx';

/** What the server did not carry out, each with what it would have done, until it is read away. */
export function Refusal() {
  const { t, language } = useText();
  const { planId } = useChosen();
  const { refused } = useSaving(planId);
  if (planId === null || refused.length === 0) return null;
  return (
    <div>
      {refused.map(({ reason, label }, place) => (
        <Problem key={place} error={reason} title={label === null ? t('save.refused') : t('keep.refusedStep', { step: label[language] })} />
      ))}
      <div className="dialog-actions"><Button look="quiet" onPress={() => forgetRefusals(planId)}>{t('app.close')}</Button></div>
    </div>
  );
}
