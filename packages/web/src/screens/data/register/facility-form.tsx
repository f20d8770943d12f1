import { categories, categoryIds, facilityFunctions, isCategoryId, type CategoryId, type FacilityFunction, type NewFacility } from '@woonzorgzones/core/model';
import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox, Select, TextField } from '../../../ui/fields.tsx';

/** What a form asks of a facility: everything but its place. */
export type FacilityFacts = Omit<NewFacility, 'id' | 'x' | 'y'>;

export const emptyFacility: FacilityFacts = {
  category: 'wzc', name: '', address: null, capacity: null, recognised: null, functions: [], opened: null, closed: null,
};

const longestName = 120;
const longestAddress = 200;
const yearOrDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const textOf = (value: string | null): string => value ?? '';
const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
/** "1.250,5" and "1250.5" alike; null when empty, NaN when it is no number. */
const numberOf = (value: string): number | null => (value.trim() === '' ? null : Number(value.trim().replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')));

interface FacilityFormProps {
  readonly label: string;
  readonly facility: FacilityFacts;
  /** An address that was looked up for its place. */
  readonly foundAddress?: string | null;
  readonly keepLabel: string;
  /** What else must be right before it can be kept: its place. */
  readonly isReady?: boolean;
  readonly onKeep: (facts: FacilityFacts) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** Everything a planner can say of a facility, in one form; what is left empty stays unknown. */
export function FacilityForm({ label, facility, foundAddress = null, keepLabel, isReady = true, onKeep, onCancel, children }: FacilityFormProps) {
  const { t, format, language } = useText();
  const [category, setCategory] = useState<CategoryId>(facility.category);
  const [name, setName] = useState(facility.name);
  const [typedAddress, setAddress] = useState<string | null>(facility.address);
  const [capacity, setCapacity] = useState(facility.capacity === null ? '' : format.amount(facility.capacity));
  const [recognised, setRecognised] = useState(facility.recognised);
  const [functions, setFunctions] = useState<readonly FacilityFunction[]>(facility.functions);
  const [opened, setOpened] = useState(textOf(facility.opened));
  const [closed, setClosed] = useState(textOf(facility.closed));
  const [tried, setTried] = useState(false);

  const address = typedAddress ?? foundAddress;
  const amount = numberOf(capacity);
  const problems = {
    name: name.trim() === '' ? t('register.nameEmpty') : null,
    capacity: amount !== null && !(amount >= 0) ? t('register.notNumber') : null,
    opened: opened.trim() === '' || yearOrDate.test(opened.trim()) ? null : t('register.notDate'),
    closed: closed.trim() === '' || yearOrDate.test(closed.trim()) ? null : t('register.notDate'),
  };
  const isRight = Object.values(problems).every((problem) => problem === null);
  const keep = (): void => {
    setTried(true);
    if (!isRight || !isReady) return;
    onKeep({ category, name: name.trim(), address: orNull(textOf(address)), capacity: amount, recognised, functions, opened: orNull(opened), closed: orNull(closed) });
  };
  const answers = [{ id: 'yes', name: t('register.yes') }, { id: 'no', name: t('register.no') }, { id: 'unknown', name: t('register.unknown') }];
  return (
    <Form
      className="facility-form" aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <h2>{label}</h2>
      <div className="form-grid">
        <TextField label={t('register.name')} value={name} onChange={setName} maxLength={longestName} problem={tried ? problems.name : null} autoFocus />
        <Select
          label={t('register.category')} value={category} onChange={(id) => { if (isCategoryId(id)) setCategory(id); }}
          options={categoryIds.map((id) => ({ id, name: categories[id][language] }))}
        />
        <TextField label={t('register.address')} value={textOf(address)} onChange={setAddress} maxLength={longestAddress} />
        <TextField label={t('register.capacity', { unit: t(`data.units.${categories[category].unit}`) })} value={capacity} onChange={setCapacity} problem={problems.capacity} />
        <Select
          label={t('register.recognised')} value={recognised === null ? 'unknown' : recognised ? 'yes' : 'no'} options={answers}
          onChange={(id) => setRecognised(id === 'unknown' ? null : id === 'yes')}
        />
        <TextField label={t('register.opened')} value={opened} onChange={setOpened} problem={problems.opened} />
        <TextField label={t('register.closedField')} value={closed} onChange={setClosed} problem={problems.closed} />
        <fieldset className="form-choices">
          <legend className="field-label">{t('register.functions')}</legend>
          {facilityFunctions.map((id) => (
            <Checkbox key={id} isSelected={functions.includes(id)} onChange={(on) => setFunctions(facilityFunctions.filter((one) => (one === id ? on : functions.includes(one))))}>
              {t(`register.functionOf.${id}`)}
            </Checkbox>
          ))}
        </fieldset>
      </div>
      {children}
      <div className="panel-row">
        <Button look="accent" onPress={keep} isDisabled={tried && (!isRight || !isReady)}>{keepLabel}</Button>
        <Button look="quiet" onPress={onCancel}>{t('app.cancel')}</Button>
      </div>
    </Form>
  );
}
