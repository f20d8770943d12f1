import type { SittingReply } from '@woonzorgzones/api/schemas';
import type { ImportQuestion } from '@woonzorgzones/core/model';
import { importQuestionSentence } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { useChoose } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, TextField } from '../../../ui/fields.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Problem } from '../../frame/problem.tsx';
import { withLayerAs, withOnly, type LayerOfFile } from './uses.ts';

interface QuestionsProps {
  readonly sitting: SittingReply;
  readonly onMap: (layer: LayerOfFile) => void;
}

/** What a person still has to decide, each as a sentence with what answers it; and what was decided. */
export function Questions({ sitting, onMap }: QuestionsProps) {
  const { t, format } = useText();
  const { municipality, referenceYear, questions } = sitting.proposal;
  if (sitting.files.length === 0) return null;
  const isRunning = sitting.state === 'running';
  return (
    <section className="panel-section">
      <h2>{questions.length === 0 ? t('sitting.allClear') : t('sitting.open', { count: questions.length })}</h2>
      {questions.length > 0 && !isRunning && (
        <ul className="task-list questions">
          {questions.map((question) => <li key={JSON.stringify(question)}><Question sitting={sitting} question={question} onMap={onMap} /></li>)}
        </ul>
      )}
      {municipality !== null && (
        <p>{t('sitting.about2', { name: municipality.name, code: municipality.code, year: referenceYear === null ? '?' : String(referenceYear) })}{municipality.fictitious && ` (${t('app.fictitiousMark')})`}</p>
      )}
      {!isRunning && (
        <Disclosure title={t('sitting.changeAnswers')}>
          <div className="answers">
            <MunicipalityAnswer key={`${municipality?.code} ${municipality?.name}`} sitting={sitting} />
            <NumberAnswer key={`year ${referenceYear}`} sitting={sitting} of="referenceYear" now={referenceYear} />
            <NumberAnswer key={`inhabitants ${sitting.choices.inhabitants}`} sitting={sitting} of="inhabitants" now={sitting.choices.inhabitants} />
            <SpreadAnswer sitting={sitting} />
          </div>
          {sitting.choices.inhabitants !== null && <p className="small soft">{format.number(sitting.choices.inhabitants)}</p>}
        </Disclosure>
      )}
    </section>
  );
}

function Question({ sitting, question, onMap }: QuestionsProps & { readonly question: ImportQuestion }) {
  const { language } = useText();
  return (
    <>
      <p className="question"><Icon name="help" size={18} /><span>{importQuestionSentence(question, language)}</span></p>
      <Answer sitting={sitting} question={question} onMap={onMap} />
    </>
  );
}

function Answer({ sitting, question, onMap }: QuestionsProps & { readonly question: ImportQuestion }) {
  const { t } = useText();
  const choosing = useChoose(sitting);
  switch (question.code) {
    case 'unknown-file':
    case 'columns-missing': {
      const { file, layer } = question.facts;
      return (
        <div className="panel-row">
          <Button look="accent" onPress={() => onMap({ file, layer })}>{t('sitting.pointOut')}</Button>
          <Button onPress={() => choosing.mutate((now) => withLayerAs(now, { file, layer }, null))}>{t('sitting.leaveOut')}</Button>
          {choosing.isError && <Problem error={choosing.error} />}
        </div>
      );
    }
    case 'several-for-role':
      return (
        <div className="panel-row">
          {question.facts.files.map((file) => <Button key={file} onPress={() => choosing.mutate((now) => withOnly(now, question.facts.files, file))}>{t('sitting.useThis', { file })}</Button>)}
          {choosing.isError && <Problem error={choosing.error} />}
        </div>
      );
    case 'role-missing': return null;
    case 'which-municipality':
      return (
        <>
          <div className="panel-row">
            {question.facts.found.map(({ code, name }) => (
              <Button key={code} onPress={() => choosing.mutate(() => ({ municipality: { code, name, fictitious: false } }))}>{name} ({code})</Button>
            ))}
          </div>
          <MunicipalityAnswer sitting={sitting} />
        </>
      );
    case 'which-year':
      return (
        <>
          <div className="panel-row">
            {question.facts.found.map((year) => <Button key={year} onPress={() => choosing.mutate(() => ({ referenceYear: year }))}>{String(year)}</Button>)}
          </div>
          <NumberAnswer sitting={sitting} of="referenceYear" now={null} />
        </>
      );
    case 'inhabitants-missing': return <NumberAnswer sitting={sitting} of="inhabitants" now={null} />;
  }
}

function MunicipalityAnswer({ sitting }: { readonly sitting: SittingReply }) {
  const { t } = useText();
  const choosing = useChoose(sitting);
  const now = sitting.proposal.municipality;
  const [code, setCode] = useState(now?.code ?? '');
  const [name, setName] = useState(now?.name ?? '');
  const [fictitious, setFictitious] = useState(now?.fictitious ?? false);
  const isRight = /^[A-Za-z0-9-]{1,50}$/.test(code.trim()) && name.trim() !== '';
  return (
    <div className="inline-form">
      <TextField label={t('sitting.nis')} value={code} onChange={setCode} maxLength={50} />
      <TextField label={t('sitting.municipality')} value={name} onChange={setName} maxLength={200} />
      <Checkbox isSelected={fictitious} onChange={setFictitious}>{t('sitting.fictitious')}</Checkbox>
      <Button isDisabled={!isRight || choosing.isPending} onPress={() => choosing.mutate(() => ({ municipality: { code: code.trim(), name: name.trim(), fictitious } }))}>{t('sitting.answer')}</Button>
      {choosing.isError && <Problem error={choosing.error} />}
    </div>
  );
}

interface NumberAnswerProps {
  readonly sitting: SittingReply;
  readonly of: 'referenceYear' | 'inhabitants';
  readonly now: number | null;
}

function NumberAnswer({ sitting, of, now }: NumberAnswerProps) {
  const { t } = useText();
  const choosing = useChoose(sitting);
  const [text, setText] = useState(now === null ? '' : String(now));
  const value = Number(text.trim().replaceAll('.', ''));
  const isRight = text.trim() !== '' && Number.isInteger(value) && (of === 'referenceYear' ? value >= 1900 && value <= 2200 : value >= 0 && value <= 20_000_000);
  return (
    <div className="inline-form">
      <TextField label={t(`sitting.${of}`)} value={text} onChange={setText} maxLength={12} problem={text.trim() === '' || isRight ? null : t('register.notNumber')} />
      <Button isDisabled={!isRight || choosing.isPending} onPress={() => choosing.mutate(() => ({ [of]: value }))}>{t('sitting.answer')}</Button>
      {choosing.isError && <Problem error={choosing.error} />}
    </div>
  );
}

/** How a total comes to addresses: by their dwellings where they are counted, else evenly. */
function SpreadAnswer({ sitting }: { readonly sitting: SittingReply }) {
  const { t } = useText();
  const choosing = useChoose(sitting);
  return (
    <Checkbox isSelected={sitting.proposal.spreadBy === 'dwellings'} onChange={(on) => choosing.mutate(() => ({ spreadBy: on ? 'dwellings' : 'addresses-evenly' }))}>
      {t('sitting.spreadByDwellings')}
    </Checkbox>
  );
}
