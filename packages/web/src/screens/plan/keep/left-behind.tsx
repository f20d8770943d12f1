import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../../state/queries.ts';
import { resumeWrites, useSaving, writesNotKept } from '../../../state/plan-edits.ts';
import { forgetWrites } from '../../../state/waiting-writes.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { restInPanel } from '../../frame/resting-place.ts';
import './left-behind.css';

/** What a closed or broken window had not saved of this plan, to be saved after all or thrown away. */
export function LeftBehind({ plan }: { readonly plan: string }) {
  const { t, format } = useText();
  const key = ['left-behind', plan];
  const { state } = useSaving(plan);
  const left = useQuery({ queryKey: key, queryFn: () => writesNotKept(plan), staleTime: 0 }).data ?? [];
  const [oldest] = left;
  if (oldest === undefined) return null;
  const done = (): void => {
    void queryClient.invalidateQueries({ queryKey: key });
    restInPanel();
  };
  return (
    <div className="left-behind">
      <Notice
        tone="warn"
        title={t('keep.leftBehind', { count: oldest.waiting.length, time: format.time(new Date(oldest.waiting[0]!.at)) })}
        actions={(
          <>
            <Button look="accent" isDisabled={state.kind !== 'saved'} onPress={() => { resumeWrites(oldest); done(); }}>{t('keep.saveNow')}</Button>
            <Button onPress={() => { forgetWrites(oldest.key); done(); }}>{t('keep.throwAway')}</Button>
          </>
        )}
      >
        {t('keep.leftBehindWhy')}
      </Notice>
    </div>
  );
}
