import { forgetRefusal, useSaving } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../frame/problem.tsx';

/** The last gesture the server did not carry out, until it is read away. */
export function Refusal() {
  const { t } = useText();
  const refusal = useSaving((saving) => saving.refusal);
  if (refusal === null) return null;
  return (
    <div>
      <Problem error={refusal} title={t('save.refused')} />
      <div className="dialog-actions"><Button look="quiet" onPress={forgetRefusal}>{t('app.close')}</Button></div>
    </div>
  );
}
