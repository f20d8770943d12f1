import { useMutation } from '@tanstack/react-query';
import { putChapter, takeReadyStory } from '../../../state/story.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { newChapter } from './new-chapter.ts';

/** A plan that tells nothing yet: the ready-made story, or an empty one. */
export function NoStory({ plan }: { readonly plan: string }) {
  const { t } = useText();
  const making = useMutation({ mutationFn: () => takeReadyStory(plan) });
  return (
    <div className="story-alone">
      <h2>{t('story.none')}</h2>
      <p>{t('story.readyAbout')}</p>
      {making.isPending && <Waiting>{t('story.making')}</Waiting>}
      {making.isError && <Problem error={making.error} onRetry={() => making.mutate()} />}
      <div className="panel-row">
        <Button look="accent" isDisabled={making.isPending} onPress={() => making.mutate()}>{t('story.ready')}</Button>
        <Button isDisabled={making.isPending} onPress={() => putChapter(plan, newChapter('opening', []))}>{t('story.empty')}</Button>
      </div>
    </div>
  );
}
