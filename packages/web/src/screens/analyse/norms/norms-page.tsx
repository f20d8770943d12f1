import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { NormSet } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { statusLabel } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useNormSets } from '../../../state/queries.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/fields.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import { statusMark } from '../../measures/words.ts';
import { NeedForm } from './need-form.tsx';
import type { Rule } from './norm-draft.ts';
import { NormEditor } from './norm-editor.tsx';
import { ruleText } from './norm-rule.ts';
import './norms.css';

interface NormsPageProps {
  readonly plan: PlanReply;
  readonly set: NormSet;
  readonly analysis: PlanAnalysis;
}

/** Stands for the plan's own norms in the list of sets. */
const ownSet = 'eigen-normen-van-dit-plan';

/** What the plan is held to: which set, every norm with its source and standing, and an own copy to change. */
export function NormsPage({ plan: { id, plan }, set, analysis }: NormsPageProps) {
  const { t } = useText();
  const shipped = useNormSets().data ?? [];
  const isOwn = plan.norms !== undefined;
  const edit = (edits: Parameters<typeof writeToPlan>[1] & { readonly kind: 'edits' }): void => writeToPlan(id, edits);
  const parts: readonly (readonly [name: string, rules: readonly Rule[]])[] = [
    [t('norms.amounts'), set.norms.filter(({ kind }) => kind === 'amount')],
    [t('norms.distances'), set.norms.filter(({ kind }) => kind === 'distance')],
    [t('norms.local'), set.local ?? []],
  ];
  return (
    <>
      <section className="panel-section">
        <div className="norm-fields">
          <Select
            label={t('norms.set')} value={isOwn ? ownSet : plan.normSet}
            options={[...(isOwn ? [{ id: ownSet, name: set.name }] : []), ...shipped.map((one) => ({ id: one.id, name: one.name }))]}
            onChange={(normSet) => { if (normSet !== ownSet) edit({ kind: 'edits', edits: [{ kind: 'choose-norm-set', normSet }] }); }}
          />
        </div>
        {isOwn
          ? <p className="soft small">{t('norms.ownHelp', { version: set.version })}</p>
          : (
            <div className="panel-row">
              <Button onPress={() => edit({ kind: 'edits', edits: [{ kind: 'copy-norm-set', set: { ...set, id: `${set.id}-eigen`, name: t('norms.ownName', { name: set.name }), version: 1 } }] })}>{t('norms.copy')}</Button>
              <span className="soft small">{t('norms.copyHelp')}</span>
            </div>
          )}
      </section>
      <NeedForm plan={id} settings={plan.need} analysis={analysis} />
      {parts.map(([name, rules]) => rules.length > 0 && (
        <section key={name} className="panel-section" aria-label={name}>
          <h2>{name}</h2>
          <ul className="norm-list">{rules.map((rule) => <NormLine key={rule.id} plan={id} set={set} rule={rule} isOwn={isOwn} />)}</ul>
        </section>
      ))}
    </>
  );
}

function NormLine({ plan, set, rule, isOwn }: { readonly plan: string; readonly set: NormSet; readonly rule: Rule; readonly isOwn: boolean }) {
  const text = useText();
  const { t, language } = text;
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const { source } = rule;
  const years = rule.kind === 'local' || (rule.validFrom === null && rule.validTo === null) ? null : t('norms.years', { from: rule.validFrom ?? '…', to: rule.validTo ?? '…' });
  return (
    <li data-open={isOpen}>
      <button type="button" className="norm-line" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); setEditing(false); }}>
        {rule.kind === 'local' ? <span className="facility-symbol" /> : <FacilitySymbol category={rule.category} size={18} />}
        <span className="norm-what"><strong>{rule.label[language]}{statusMark(rule.status)}</strong><span className="soft">{ruleText(text, rule, set)}</span></span>
        <span className="norm-status" data-status={rule.status}>{statusLabel(rule.status, language)}</span>
      </button>
      {isOpen && !isEditing && (
        <div className="norm-opened small">
          <p><strong>{t('norms.source')}</strong>: {source.url === null ? source.title : <a href={source.url} rel="noreferrer" target="_blank">{source.title}</a>}{source.place !== null && `, ${source.place}`}{source.year !== null && ` (${source.year})`}</p>
          {years !== null && <p>{years}</p>}
          {rule.note !== null && <p className="soft">{rule.note}</p>}
          {isOwn && <Button onPress={() => setEditing(true)} icon="edit">{t('norms.edit')}</Button>}
        </div>
      )}
      {isOpen && isEditing && <NormEditor plan={plan} set={set} rule={rule} onClose={() => setEditing(false)} />}
    </li>
  );
}
