import { reachSentence } from '@woonzorgzones/core/report';
import type { ReactNode } from 'react';
import { useReach } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';

/** What the worker answered, or why it could not; the wait while it has not. */
export function ReachAnswer({ isThere, children }: { readonly isThere: boolean; readonly children: ReactNode }) {
  const { t, language } = useText();
  const reply = useReach((view) => view.reply);
  if (reply?.kind === 'refused') return <Notice tone="bad"><p>{reachSentence(reply.problem, language)}</p></Notice>;
  if (reply?.kind === 'lost') return <Notice tone="bad"><p>{t('errors.lost')}</p></Notice>;
  return isThere ? children : <Waiting>{t('reach.loading')}</Waiting>;
}
