import { remarkOpinionWords, remarkThemeWords } from '@woonzorgzones/core/report';
import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useEffect, useRef, useState } from 'react';
import { chooseRemark, useAnswer, useRemarkView, type NumberedRemark } from '../../../state/remarks.ts';
import { chooseZone, zoomTo } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, TextArea } from '../../../ui/fields.tsx';
import { Problem } from '../../frame/problem.tsx';

const longestAnswer = 4000;

/** One remark: what was said and where, the planner's answer, and whether it is done with. */
export function RemarkCard({ plan, remark }: { readonly plan: PlanReply; readonly remark: NumberedRemark }) {
  const { t, format, language } = useText();
  const { id, number, author, linkName, theme, opinion, text, pin, zone, planVersion, createdAt, changedAt, answer, answeredAt, handled } = remark;
  const [written, setWritten] = useState<string | null>(null);
  const saving = useAnswer(plan.id);
  const isChosen = useRemarkView((view) => view.chosen === id);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const zoneName = plan.plan.zones.find((one) => one.id === zone)?.name ?? (pin.kind === 'zone' ? t('witness.zoneGone', { name: pin.name }) : t('remarks.nowhere'));
  const keep = (word: { readonly answer: string | null; readonly handled: boolean }): void => saving.mutate({ remark: id, word }, { onSuccess: () => setWritten(null) });
  const show = (): void => {
    chooseRemark(id);
    if (pin.kind === 'place') zoomTo(pin);
    else if (zone !== null) chooseZone(zone);
  };
  return (
    <li ref={card} className="remark-card" data-chosen={isChosen} aria-label={t('remarks.item', { number, author })}>
      <p className="remark-head">
        <span className="remark-number" data-handled={handled}>{number}</span> <strong>{remarkThemeWords[theme][language]}</strong> · {remarkOpinionWords[opinion][language]} · {zoneName}
      </p>
      <p className="remark-text">{text}</p>
      <p className="soft small">
        {t('remarks.facts', { author, link: linkName, date: format.date(createdAt), version: planVersion })}{changedAt !== createdAt && `, ${t('remarks.changedAt', { date: format.date(changedAt) })}`}
      </p>
      <TextArea label={t('remarks.answer')} value={written ?? answer ?? ''} onChange={setWritten} maxLength={longestAnswer} rows={2} />
      {answeredAt !== null && <p className="soft small">{t('remarks.answered', { date: format.date(answeredAt) })}</p>}
      {saving.isError && <Problem error={saving.error} />}
      <div className="remark-acts">
        <Button isDisabled={written === null || written.trim() === (answer ?? '') || saving.isPending} onPress={() => keep({ answer: written === null || written.trim() === '' ? null : written.trim(), handled })}>{t('remarks.keepAnswer')}</Button>
        <Checkbox isSelected={handled} onChange={(isHandled) => keep({ answer: written === null ? answer : written.trim() === '' ? null : written.trim(), handled: isHandled })}>{t('remarks.handled')}</Checkbox>
        {(pin.kind === 'place' || zone !== null) && <Button look="quiet" onPress={show}>{t('remarks.onMap', { number })}</Button>}
      </div>
    </li>
  );
}
