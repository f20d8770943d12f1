import { bandsWithin, type AgeBand } from '@woonzorgzones/core/model';
import type { Destination } from '@woonzorgzones/core/needs';
import { reasonWords, reachSentence } from '@woonzorgzones/core/report';
import { useTravel, useMunicipality } from '../../../state/queries.ts';
import { askReach, clearScenario, useReach } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { destinationName } from './destination-name.ts';
import { ReachResult } from './reach-result.tsx';
import { allDestinations } from './reach-scene.ts';
import { useProfile, useReachDrawing } from './use-reach-drawing.ts';
import './reach-panel.css';

/** The ages a planner asks for; those the data cannot tell apart are left out. */
const askedAges: readonly (AgeBand | null)[] = [null, { from: 65, to: null }, { from: 75, to: null }, { from: 80, to: null }, { from: 85, to: null }];

const ageId = (ages: AgeBand | null): string => (ages === null ? 'all' : String(ages.from));

/** Who gets where: what is asked, what comes out, and what a scenario changes. */
export function ReachPanel() {
  const text = useText();
  const { t, format, language } = text;
  const { hash } = useChosen();
  const bands = useMunicipality(hash).data?.bands ?? [];
  const travel = useTravel().data;
  const profile = useProfile();
  const view = useReach();
  useReachDrawing();
  if (travel === undefined || profile === null) return <Waiting>{t('app.loading')}</Waiting>;
  const isTimed = profile.speedByClass !== null;
  const ages = askedAges.filter((one) => one === null || bandsWithin(bands, one) !== null);
  const { reply } = view;
  return (
    <>
      <div className="reach-question">
        <Select
          label={t('reach.destination')} value={view.destination} options={allDestinations.map((id) => ({ id, name: destinationName(text, id) }))}
          onChange={(destination) => askReach({ destination: destination as Destination })}
        />
        <Select
          label={t('reach.ages')} value={ageId(view.ages)} options={ages.map((one) => ({ id: ageId(one), name: one === null ? t('gaps.everybody') : format.ages(one) }))}
          onChange={(id) => askReach({ ages: ages.find((one) => ageId(one) === id) ?? null })}
        />
        <Select
          label={t('reach.profile')} value={view.profile} options={travel.profiles.map(({ id, label }) => ({ id, name: label[language] }))}
          onChange={(id) => {
            const timed = travel.profiles.find((one) => one.id === id)?.speedByClass !== null;
            askReach({ profile: id, pace: '', ...(timed === isTimed ? {} : { limit: timed ? '15' : '500' }) });
          }}
        />
        <TextField label={t(isTimed ? 'reach.limitMinutes' : 'reach.limitMetres')} value={view.limit} onChange={(limit) => askReach({ limit })} maxLength={8} />
        <TextField label={t('reach.pace')} value={view.pace === '' ? format.number(profile.speed.value, 2) : view.pace} onChange={(pace) => askReach({ pace })} maxLength={6} />
      </div>
      <p className="soft small">{profile.speed.source === '' ? t('reach.ownPace') : t('reach.paceSource', { source: profile.speed.source })}</p>
      <div className="reach-tools" role="group" aria-label={t('reach.scenario')}>
        <Button look={view.tool === 'path' ? 'accent' : 'plain'} onPress={() => askReach({ tool: view.tool === 'path' ? 'look' : 'path' })}>{t('reach.newPath')}</Button>
        <Button look={view.tool === 'close' ? 'accent' : 'plain'} onPress={() => askReach({ tool: view.tool === 'close' ? 'look' : 'close' })}>{t('reach.closeCrossing')}</Button>
        <Button look="quiet" onPress={clearScenario}>{t('reach.clearScenario')}</Button>
      </div>
      <p className="soft small">{t(`reach.toolHelp.${view.tool}`)}</p>
      {reply?.kind === 'refused' && <Notice tone="bad"><p>{reachSentence(reply.problem, language)}</p></Notice>}
      {reply?.kind === 'lost' && <Notice tone="bad"><p>{t('errors.lost')}</p></Notice>}
      {reply === null && <Waiting>{t('reach.loading')}</Waiting>}
      {reply?.kind === 'drawn' && <ReachResult drawing={reply.drawing} reasonOf={(reason) => reasonWords(reason, language)} />}
    </>
  );
}
