import { useText } from '../../text/i18n.ts';
import './method-steps.css';

/** The three steps of the method, one line each. */
export function MethodSteps() {
  const { t } = useText();
  const steps = [
    [t('method.one'), t('method.oneBody')],
    [t('method.two'), t('method.twoBody')],
    [t('method.three'), t('method.threeBody')],
  ] as const;
  return (
    <ol className="method-steps">
      {steps.map(([name, body]) => (
        <li key={name}><strong>{name}.</strong> {body}</li>
      ))}
    </ol>
  );
}
