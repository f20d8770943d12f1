import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';

const longestName = 80;

/** Another name for a zone; its id, and all that hangs on it, stays. The cursor goes into the field and back to the button. */
export function RenameZone({ plan, zone, name }: { readonly plan: PlanReply; readonly zone: string; readonly name: string }) {
  const { t } = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  if (draft === null) return <Button icon="edit" autoFocus={wasOpen} onPress={() => { setWasOpen(true); setDraft(name); }}>{t('plan.rename')}</Button>;
  const wanted = draft.trim();
  const isTaken = plan.plan.zones.some((other) => other.id !== zone && other.name.toLowerCase() === wanted.toLowerCase());
  const problem = wanted === '' ? t('plan.nameEmpty') : isTaken ? t('plan.nameTaken') : null;
  const keep = (): void => {
    if (problem !== null) return;
    if (wanted !== name) writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'name-zone', zone, name: wanted }] });
    setDraft(null);
  };
  return (
    <Form
      className="zone-rename"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextField label={t('plan.name')} value={draft} onChange={setDraft} maxLength={longestName} problem={problem} autoFocus />
      <Button look="accent" onPress={keep} isDisabled={problem !== null}>{t('plan.renameDone')}</Button>
      <Button look="quiet" onPress={() => setDraft(null)}>{t('app.cancel')}</Button>
    </Form>
  );
}
