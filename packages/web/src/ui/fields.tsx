import type { ReactNode } from 'react';
import {
  Button, CheckboxButton, CheckboxField, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, TextArea as AriaTextArea, TextField as AriaTextField,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import './fields.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly problem?: string | null;
  readonly autoFocus?: boolean;
}

export function TextField({ label, value, onChange, maxLength, problem = null, autoFocus = false }: TextFieldProps) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} isInvalid={problem !== null} autoFocus={autoFocus} {...(maxLength === undefined ? {} : { maxLength })}>
      <Label className="field-label">{label}</Label>
      <Input className="field-input" />
      <FieldError className="field-problem">{problem}</FieldError>
    </AriaTextField>
  );
}

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly rows?: number;
  readonly problem?: string | null;
}

/** A text of several lines. */
export function TextArea({ label, value, onChange, maxLength, rows = 4, problem = null }: TextAreaProps) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} isInvalid={problem !== null} maxLength={maxLength}>
      <Label className="field-label">{label}</Label>
      <AriaTextArea className="field-input field-area" rows={rows} />
      <FieldError className="field-problem">{problem}</FieldError>
    </AriaTextField>
  );
}

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

export function Checkbox({ isSelected, isIndeterminate = false, onChange, children }: CheckboxProps) {
  return (
    <CheckboxField isSelected={isSelected} isIndeterminate={isIndeterminate} onChange={onChange}>
      <CheckboxButton className="checkbox">
        <span className="checkbox-box" aria-hidden="true"><Icon name={isIndeterminate ? 'minus' : 'check'} size={14} /></span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}

interface SelectProps {
  readonly label: string;
  /** The id of its button, for a key that leads there. */
  readonly buttonId?: string;
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
}

export function Select({ label, buttonId, value, options, onChange, placeholder = '' }: SelectProps) {
  return (
    <AriaSelect className="field" value={value} onChange={(key) => { if (key !== null) onChange(String(key)); }} placeholder={placeholder}>
      <Label className="field-label">{label}</Label>
      <Button className="button field-select" {...(buttonId === undefined ? {} : { id: buttonId })}>
        <SelectValue />
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover">
        <ListBox className="list-box" items={options}>
          {({ id, name }) => <ListBoxItem id={id} textValue={name} className="list-box-item">{name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
