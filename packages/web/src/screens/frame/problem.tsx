import { LostConnection, RefusedRequest } from '../../state/request.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { problemWords } from './problem-words.ts';

interface ProblemProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What went wrong, where, and what to do: in the words of the server, or ours when it was not reached. */
export function Problem({ error, title, onRetry }: ProblemProps) {
  const text = useText();
  const { t } = text;
  const again = onRetry === undefined ? undefined : <Button onPress={onRetry}>{t('app.retry')}</Button>;
  const { what, where } = error instanceof RefusedRequest
    ? problemWords(text, error.problem)
    : { what: error instanceof LostConnection ? t('errors.lost') : t('app.broken'), where: null };
  return (
    <Notice tone="bad" title={title ?? t('errors.title')} actions={again}>
      <p>{what}</p>
      {where !== null && <p className="soft">{t('errors.place', { where })}</p>}
    </Notice>
  );
}
