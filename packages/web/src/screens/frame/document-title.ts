import { useEffect } from 'react';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { useChosen, useMarked } from './chosen.ts';

/** Door, plan and, where so, that the figures are invented: also in the tab and in what is printed. */
export function useDocumentTitle(): void {
  const { t } = useText();
  const door = useView((view) => view.door);
  const { plan } = useChosen();
  const marked = useMarked();
  const place = marked === null ? undefined : marked.fictitious ? t('app.fictitious', { name: marked.name }) : marked.name;
  const title = [t(`doors.${door}`), plan.data?.plan.name, place, t('app.name')].filter((part) => part !== undefined).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
