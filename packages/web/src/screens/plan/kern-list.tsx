import type { NucleusLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { nucleusSentence } from '@woonzorgzones/core/report';
import type { Nucleus } from '@woonzorgzones/core/zoning';
import { useState } from 'react';
import { writeToPlan } from '../../state/plan-edits.ts';
import { useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/fields.tsx';

type Kern = NucleusLayer['features'][number]['properties'];

/** The kernen of the plan, most inhabitants first, each with why it counts; of one zone, or of the whole municipality. They can be named and dropped, and dropped ones restored. */
export function KernList({ plan, zone }: { readonly plan: PlanReply; readonly zone: string | null }) {
  const { t } = useText();
  const kernen = useKernen(plan.id).data;
  const listed = (kernen?.features ?? []).map(({ properties }) => properties)
    .filter((kern) => zone === null || kern.zone === zone)
    .sort((a, b) => b.inhabitants - a.inhabitants || a.name.localeCompare(b.name, 'nl-BE'));
  const dropped = zone === null ? (plan.plan.nuclei ?? []).filter(({ state }) => state === 'dropped') : [];
  if (listed.length + dropped.length === 0) return null;
  return (
    <Disclosure title={t('plan.kernen', { count: listed.length })}>
      <ul className="kern-cards">
        {listed.map((kern) => <KernCard key={kern.id} plan={plan.id} kern={kern} />)}
        {dropped.map(({ id, name }) => (
          <li key={id} className="panel-row panel-spread">
            <span className="soft">{t('plan.kernDropped', { name: name ?? id })}</span>
            <Button look="quiet" onPress={() => writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'restore-nucleus', nucleus: id }] })}>{t('plan.kernRestore')}</Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function KernCard({ plan, kern }: { readonly plan: string; readonly kern: Kern }) {
  const { t, language } = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const wanted = draft?.trim() ?? '';
  return (
    <li>
      <p className="small">{nucleusSentence(kern as unknown as Nucleus, language)}</p>
      {draft === null ? (
        <div className="panel-row">
          <Button look="quiet" icon="edit" onPress={() => setDraft(kern.name)}>{t('plan.kernRename', { name: kern.name })}</Button>
          <Button look="quiet" icon="close" onPress={() => writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'drop-nucleus', nucleus: kern.id }] })}>{t('plan.kernDrop', { name: kern.name })}</Button>
        </div>
      ) : (
        <div className="panel-row">
          <TextField label={t('plan.kernName')} value={draft} onChange={setDraft} maxLength={80} problem={wanted === '' ? t('plan.nameEmpty') : null} autoFocus />
          <Button
            isDisabled={wanted === ''}
            onPress={() => {
              if (wanted !== kern.name) writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'name-nucleus', nucleus: kern.id, name: wanted }] });
              setDraft(null);
            }}
          >
            {t('plan.renameDone')}
          </Button>
          <Button look="quiet" onPress={() => setDraft(null)}>{t('app.cancel')}</Button>
        </div>
      )}
    </li>
  );
}
