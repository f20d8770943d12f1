import { useState } from 'react';
import { addFacility } from '../../../state/facility-edits.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseFacility, startPlacing, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { emptyFacility, FacilityForm, type FacilityFacts } from './facility-form.tsx';
import { PlaceMover } from './place-mover.tsx';

/** A facility no file knows: what it is, and where. */
export function AddFacility({ plan, municipality }: { readonly plan: string; readonly municipality: string }) {
  const { t } = useText();
  const draft = useView((view) => view.draft);
  const [address, setAddress] = useState<string | null>(null);
  const add = (facts: FacilityFacts): void => {
    if (draft === null) return;
    const edit = addFacility(facts, draft);
    writeToPlan(plan, { kind: 'edits', edits: [edit] });
    startPlacing(null);
    if (edit.kind === 'add-facility') chooseFacility(edit.facility.id);
  };
  return (
    <FacilityForm
      label={t('register.addTitle')} facility={emptyFacility} foundAddress={address} keepLabel={t('register.addNow')} isReady={draft !== null}
      onKeep={add} onCancel={() => startPlacing(null)}
    >
      <PlaceMover municipality={municipality} onAddress={setAddress} />
    </FacilityForm>
  );
}
