import { useState } from 'react';
import { TextArea } from '../../../ui/fields.tsx';

interface DraftFieldProps {
  readonly label: string;
  /** Null: the program says it. */
  readonly value: string | null;
  readonly maxLength: number;
  readonly rows: number;
  /** What the program says where nothing is written. */
  readonly instead?: string;
  readonly onKeep: (value: string | null) => void;
}

/** A text that is kept as one step when the field is left. */
export function DraftField({ label, value, maxLength, rows, instead, onKeep }: DraftFieldProps) {
  const [draft, setDraft] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setDraft(value ?? '');
  }
  const keep = (): void => {
    const written = draft.trim() === '' ? null : draft.trim();
    if (written !== value) onKeep(written);
  };
  return (
    <div onBlur={keep}>
      <TextArea label={label} value={draft} onChange={setDraft} maxLength={maxLength} rows={rows} />
      {draft.trim() === '' && instead !== undefined && instead !== '' && <p className="soft small story-instead">{instead}</p>}
    </div>
  );
}
