import { categories } from '@woonzorgzones/core/model';
import type { FacilityEdit } from '@woonzorgzones/core/edit';
import { positionSentence } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { moveFacility } from '../../../state/facility-edits.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { chooseFacility, startPlacing, useView, zoomTo } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import type { ShownFacility } from '../../frame/shown-facilities.ts';
import { FacilityForm } from './facility-form.tsx';
import { PlaceMover } from './place-mover.tsx';

interface FacilityCardProps {
  /** Null where the register can only be read. */
  readonly plan: string | null;
  readonly municipality: string;
  readonly facility: ShownFacility;
  readonly zoneName: string | null;
}

/** The chosen facility: all that is known of it and from where, and everything that can be done to it. */
export function FacilityCard({ plan, municipality, facility, zoneName }: FacilityCardProps) {
  const { t, format, language } = useText();
  const [doing, setDoing] = useState<'change' | 'close' | null>(null);
  const isMoving = useView(({ placing }) => placing?.kind === 'facility' && placing.id === facility.id);
  const { id, name, category, address, capacity, source, referenceDate, position, said, standsFor, opened, closed, recognised, functions } = facility;
  const write = (...edits: readonly FacilityEdit[]): void => {
    if (plan !== null) writeToPlan(plan, { kind: 'edits', edits });
    setDoing(null);
  };
  if (doing === 'change') {
    return <FacilityForm label={name} facility={facility} keepLabel={t('register.keep')} onKeep={(change) => write({ kind: 'change-facility', facility: id, change })} onCancel={() => setDoing(null)} />;
  }
  const facts = [
    [t('register.category'), categories[category][language]],
    [t('register.address'), address ?? '–'],
    [t('data.registerCapacity'), capacity === null ? t('register.unknown') : `${format.amount(capacity)} ${t(`data.units.${categories[category].unit}`)}`],
    ...(recognised === null ? [] : [[t('register.recognised'), t(recognised ? 'register.yes' : 'register.no')]]),
    ...(functions.length === 0 ? [] : [[t('register.functions'), format.list(functions.map((one) => t(`register.functionOf.${one}`)))]]),
    ...(opened === null ? [] : [[t('register.state'), t('register.openedOn', { date: format.date(opened) })]]),
    ...(closed === null ? [] : [[t('register.state'), t('register.closedOn', { date: format.date(closed) })]]),
    [t('register.zone'), zoneName ?? t('register.noZone')],
    [t('register.quality'), positionSentence(position, language)],
    [t('data.source'), [source ?? t('register.byHand'), ...(referenceDate === null ? [] : [t('register.dataOf', { date: format.date(referenceDate) })]), ...(said === 'changed' ? [t('register.said.changed')] : [])].join(', ')],
  ] as const;
  return (
    <section className="facility-card" aria-label={name}>
      <div className="panel-row panel-spread">
        <h2 className="register-name"><FacilitySymbol category={category} />{name}</h2>
        <IconButton icon="close" label={t('app.close')} onPress={() => chooseFacility(null)} />
      </div>
      <dl className="facility-facts">{facts.map(([what, value]) => <div key={`${what} ${value}`}><dt>{what}</dt><dd>{value}</dd></div>)}</dl>
      {standsFor.map((double) => (
        <div key={double.id} className="panel-row panel-spread">
          <span className="small">{t('register.standsFor', { name: double.name, source: double.source ?? t('register.byHand') })}</span>
          {plan !== null && <Button look="quiet" onPress={() => write({ kind: 'split-facility', facility: double.id })}>{t('register.split')}</Button>}
        </div>
      ))}
      {plan !== null && !isMoving && doing === null && (
        <div className="panel-row">
          <Button onPress={() => zoomTo(facility)}>{t('register.showGuess')}</Button>
          <Button icon="edit" onPress={() => setDoing('change')}>{t('register.change')}</Button>
          <Button onPress={() => { startPlacing({ kind: 'facility', id }, facility); zoomTo(facility); }}>{t('register.move')}</Button>
          {closed === null
            ? <Button onPress={() => setDoing('close')}>{t('register.close')}</Button>
            : <Button onPress={() => write({ kind: 'reopen-facility', facility: id })}>{t('register.reopen')}</Button>}
          {said === 'added' && <Button look="quiet" onPress={() => { write({ kind: 'remove-facility', facility: id }); chooseFacility(null); }}>{t('register.remove')}</Button>}
          {said === 'changed' && <Button look="quiet" onPress={() => write({ kind: 'restore-facility', facility: id, override: null })}>{t('register.restore')}</Button>}
        </div>
      )}
      {doing === 'close' && <CloseForm onClose={(on) => write({ kind: 'close-facility', facility: id, on })} onCancel={() => setDoing(null)} />}
      {plan !== null && isMoving && <MoveForm plan={plan} municipality={municipality} facility={id} name={name} />}
    </section>
  );
}

const yearOrDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function CloseForm({ onClose, onCancel }: { readonly onClose: (on: string) => void; readonly onCancel: () => void }) {
  const { t } = useText();
  const [on, setOn] = useState('');
  const isDate = yearOrDate.test(on.trim());
  return (
    <div className="inline-form">
      <TextField label={t('register.closedField')} value={on} onChange={setOn} problem={on === '' || isDate ? null : t('register.notDate')} autoFocus />
      <Button look="accent" isDisabled={!isDate} onPress={() => onClose(on.trim())}>{t('register.closeNow')}</Button>
      <Button look="quiet" onPress={onCancel}>{t('app.cancel')}</Button>
    </div>
  );
}

interface MoveFormProps {
  readonly plan: string;
  readonly municipality: string;
  readonly facility: string;
  readonly name: string;
}

/** Gives a facility another place, or a first one. */
export function MoveForm({ plan, municipality, facility, name }: MoveFormProps) {
  const { t } = useText();
  const draft = useView((view) => view.draft);
  const put = (): void => {
    if (draft === null) return;
    writeToPlan(plan, { kind: 'edits', edits: [moveFacility(facility, draft)] });
    startPlacing(null);
    chooseFacility(facility);
  };
  return (
    <div className="move-form" role="group" aria-label={t('register.moveTitle', { name })}>
      <PlaceMover municipality={municipality} />
      <div className="panel-row">
        <Button look="accent" isDisabled={draft === null} onPress={put}>{t('register.putHere')}</Button>
        <Button look="quiet" onPress={() => startPlacing(null)}>{t('app.cancel')}</Button>
      </div>
    </div>
  );
}
