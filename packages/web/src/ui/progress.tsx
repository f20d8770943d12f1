import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  /** How far it is, 0 to 1; null while nobody knows. */
  readonly share: number | null;
  readonly valueLabel?: string;
}

/** Long work: what it is at and how far. */
export function Progress({ label, share, valueLabel }: ProgressProps) {
  return (
    <ProgressBar className="progress" isIndeterminate={share === null} value={(share ?? 0) * 100} {...(valueLabel === undefined ? {} : { valueLabel })}>
      {({ percentage, valueText }) => (
        <>
          <div className="progress-words"><Label>{label}</Label><span>{share === null ? '' : valueText}</span></div>
          <div className="progress-track"><div className="progress-fill" data-unknown={share === null} style={{ width: `${percentage ?? 30}%` }} /></div>
        </>
      )}
    </ProgressBar>
  );
}

/** A short wait: words that appear only when it takes long enough to wonder. */
export function Waiting({ children }: { readonly children: string }) {
  return <p className="waiting soft" role="status">{children}</p>;
}
