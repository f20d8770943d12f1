import type { NormProblem, NormSet, NormStatus } from '@woonzorgzones/core/model';
import { capital, normProblemSentence, statusLabel } from '@woonzorgzones/core/report';
import { useMemo, useState } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { draftOf, normFrom, rateKeysOf, type NormDraft, type NormFigure, type RateKey, type Rule } from './norm-draft.ts';

interface NormEditorProps {
  readonly plan: string;
  /** The plan's own norms. */
  readonly set: NormSet;
  readonly rule: Rule;
  readonly onClose: () => void;
}

const statuses: readonly NormStatus[] = ['own', 'unconfirmed', 'confirmed'];
const roundings = ['none', 'up', 'nearest', 'begun-slice'] as const;

/** Changes one norm of the plan's own copy: what is wrong stands at its field, and nothing is kept until it is right. */
export function NormEditor({ plan, set, rule, onClose }: NormEditorProps) {
  const { t, language } = useText();
  const [draft, setDraft] = useState<NormDraft>(() => ({ ...draftOf(rule), status: 'own' }));
  const read = useMemo(() => normFrom(set, rule, draft), [set, rule, draft]);
  const problems = read.ok ? [] : read.error;
  const change = (part: Partial<NormDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const told = (problem: NormProblem): string => capital(normProblemSentence({ ...problem, at: '' }, language));
  const at = (...fields: readonly string[]): string | null => {
    const found = problems.find((problem) => fields.includes(problem.at));
    return found === undefined ? null : told(found);
  };
  const keys = rateKeysOf(rule);
  const shownAt = new Set(['label', 'label.nl', 'source', 'source.title', 'source.year', 'source.url', 'note', 'rounding', ...Object.keys(draft.figures).flatMap((key) => [key, `rule.${key}`])]);
  const elsewhere = problems.filter(({ at: place }) => !shownAt.has(place) && !place.includes('rates['));
  const figures = Object.keys(draft.figures) as NormFigure[];

  const save = (): void => {
    if (!read.ok) return;
    writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'set-norm', norm: read.value }] });
    onClose();
  };
  return (
    <div className="norm-editor">
      <TextField label={t('norms.name')} value={draft.label} onChange={(label) => change({ label })} problem={at('label', 'label.nl')} maxLength={200} autoFocus />
      {keys.length > 0 && <RateTable keys={keys} draft={draft} problems={problems} told={told} onChange={change} part={rule.kind === 'local' ? 'rates' : 'rule.rates'} />}
      <div className="norm-fields">
        {figures.map((key) => (
          <TextField key={key} label={t(`norms.figures.${key}`)} value={draft.figures[key] ?? ''} onChange={(value) => change({ figures: { ...draft.figures, [key]: value } })} problem={at(key, `rule.${key}`)} maxLength={12} />
        ))}
        {rule.kind === 'amount' && <Select label={t('norms.rounding')} value={draft.rounding} options={roundings.map((id) => ({ id, name: t(`gaps.rounding.${id}`) }))} onChange={(rounding) => change({ rounding })} />}
        <Select label={t('norms.status')} value={draft.status} options={statuses.map((id) => ({ id, name: statusLabel(id, language) }))} onChange={(id) => change({ status: id as NormStatus })} />
      </div>
      {at('rounding') !== null && <p className="field-problem">{at('rounding')}</p>}
      <TextField label={t('norms.source')} value={draft.source.title} onChange={(title) => change({ source: { ...draft.source, title } })} problem={at('source', 'source.title', '')} maxLength={400} />
      <div className="norm-fields">
        <TextField label={t('norms.sourcePlace')} value={draft.source.place} onChange={(place) => change({ source: { ...draft.source, place } })} maxLength={200} />
        <TextField label={t('norms.sourceYear')} value={draft.source.year} onChange={(year) => change({ source: { ...draft.source, year } })} problem={at('source.year')} maxLength={4} />
        <TextField label={t('norms.sourceUrl')} value={draft.source.url} onChange={(url) => change({ source: { ...draft.source, url } })} problem={at('source.url')} maxLength={400} />
      </div>
      <TextField label={t('norms.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={2000} />
      {elsewhere.length > 0 && <ul className="bullets field-problem">{elsewhere.filter(({ at: place }) => place !== '').map((problem) => <li key={`${problem.code} ${problem.at}`}>{told(problem)}</li>)}</ul>}
      <div className="panel-row">
        <Button look="accent" onPress={save} isDisabled={!read.ok}>{t('norms.save')}</Button>
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button look="quiet" onPress={() => { writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'drop-norm', norm: rule.id }] }); onClose(); }}>{t('norms.drop')}</Button>
      </div>
    </div>
  );
}

interface RateTableProps {
  readonly keys: readonly RateKey[];
  readonly draft: NormDraft;
  readonly problems: readonly NormProblem[];
  readonly told: (problem: NormProblem) => string;
  readonly onChange: (part: Partial<NormDraft>) => void;
  /** Where the rates stand in the norm. */
  readonly part: string;
}

/** The rates, an age bracket a line; a problem of a bracket stands under it. */
function RateTable({ keys, draft, problems, told, onChange, part }: RateTableProps) {
  const { t } = useText();
  const { rates } = draft;
  const add = (): void => {
    const last = rates.at(-1);
    const from = last?.['to'] === undefined || last['to'] === '' ? '' : String(Number(last['to']) + 1);
    onChange({ rates: [...rates, { ...Object.fromEntries(keys.map((key) => [key, ''])), ...(last === undefined ? {} : { per: last['per'] ?? '' }), from }] });
  };
  return (
    <table className="norm-rates">
      <caption className="visually-hidden">{t('norms.rates')}</caption>
      <thead>
        <tr>{keys.map((key) => <th key={key} scope="col">{t(`norms.rateKeys.${key}`)}</th>)}<td /></tr>
      </thead>
      <tbody>
        {rates.map((rate, row) => {
          const own = problems.filter(({ at }) => at === `${part}[${row}]` || at.startsWith(`${part}[${row}].`));
          return (
            <RateRow
              // Brackets have no name of their own: their place in the list is what they are known by.
              key={row} keys={keys} rate={rate} row={row} problems={own.map(told)}
              wrong={new Set(own.map(({ at }) => at.slice(at.lastIndexOf('.') + 1)))}
              onChange={(key, value) => onChange({ rates: rates.map((one, place) => (place === row ? { ...one, [key]: value } : one)) })}
              onDrop={() => onChange({ rates: rates.filter((_, place) => place !== row) })}
            />
          );
        })}
        <tr><td colSpan={keys.length + 1}><Button look="quiet" icon="plus" onPress={add}>{t('norms.addRate')}</Button></td></tr>
      </tbody>
    </table>
  );
}

interface RateRowProps {
  readonly keys: readonly RateKey[];
  readonly rate: Readonly<Record<string, string>>;
  readonly row: number;
  readonly problems: readonly string[];
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (key: RateKey, value: string) => void;
  readonly onDrop: () => void;
}

function RateRow({ keys, rate, row, problems, wrong, onChange, onDrop }: RateRowProps) {
  const { t } = useText();
  return (
    <>
      <tr>
        {keys.map((key) => (
          <td key={key}>
            <AriaTextField value={rate[key] ?? ''} onChange={(value) => onChange(key, value)} isInvalid={wrong.has(key)} aria-label={t('norms.rateField', { field: t(`norms.rateKeys.${key}`), row: row + 1 })}>
              <Input className="field-input" inputMode="decimal" />
            </AriaTextField>
          </td>
        ))}
        <td><IconButton icon="close" label={t('norms.dropRate', { row: row + 1 })} onPress={onDrop} /></td>
      </tr>
      {problems.length > 0 && <tr><td colSpan={keys.length + 1} className="field-problem" role="alert">{problems.join(' ')}</td></tr>}
    </>
  );
}
