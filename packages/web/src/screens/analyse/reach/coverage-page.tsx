import { reasonWords } from '@woonzorgzones/core/report';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { askReach, clearScenario, useReach } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { AgesField, DestinationField, PaceSource, TravelFields } from './question-fields.tsx';
import { ReachAnswer } from './reach-answer.tsx';
import { ReachResult } from './reach-result.tsx';

/** Who has one within the limit, who has not and why, and what a scenario changes. */
export function CoveragePage({ profiles, profile }: { readonly profiles: readonly TravelProfile[]; readonly profile: TravelProfile }) {
  const { t, format, language } = useText();
  const pace = useReach((view) => view.pace);
  const tool = useReach((view) => view.tool);
  const reply = useReach((view) => view.reply);
  return (
    <>
      <div className="reach-question">
        <DestinationField />
        <AgesField />
        <TravelFields profiles={profiles} profile={profile} />
        <TextField label={t('reach.pace')} value={pace === '' ? format.number(profile.speed.value, 2) : pace} onChange={(typed) => askReach({ pace: typed })} maxLength={6} />
      </div>
      <PaceSource profile={profile} />
      <div className="reach-tools" role="group" aria-label={t('reach.scenario')}>
        <Button look={tool === 'path' ? 'accent' : 'plain'} onPress={() => askReach({ tool: tool === 'path' ? 'look' : 'path' })}>{t('reach.newPath')}</Button>
        <Button look={tool === 'close' ? 'accent' : 'plain'} onPress={() => askReach({ tool: tool === 'close' ? 'look' : 'close' })}>{t('reach.closeCrossing')}</Button>
        <Button look="quiet" onPress={clearScenario}>{t('reach.clearScenario')}</Button>
      </div>
      {tool !== 'candidate' && <p className="soft small">{t(`reach.toolHelp.${tool}`)}</p>}
      <ReachAnswer isThere={reply?.kind === 'drawn'}>
        {reply?.kind === 'drawn' && <ReachResult drawing={reply.drawing} reasonOf={(reason) => reasonWords(reason, language)} />}
      </ReachAnswer>
    </>
  );
}
