import { categoryIds, type CategoryId } from '@woonzorgzones/core/model';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { sitingModels, type SitingModel } from '@woonzorgzones/core/needs';
import { cancelJob, useJob } from '../../../state/jobs.ts';
import { useMunicipality } from '../../../state/queries.ts';
import { askReach, useReach } from '../../../state/reach.ts';
import { useView } from '../../../state/view.ts';
import { candidateSources, fillSiting, forgetPointed, forgetSiting, placesOfSpots, searchSites, useSiting, type CandidateSource } from '../../../state/siting.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Checkbox, Select, TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { JobProgress } from '../../frame/job-progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { destinationName } from './destination-name.ts';
import { DestinationField, PaceSource, TravelFields } from './question-fields.tsx';
import { SitingResult } from './siting-result.tsx';
import { numberIn } from './use-reach-drawing.ts';

/** Where new facilities serve people best, and how sure that is. */
export function SitingPage({ profiles, profile }: { readonly profiles: readonly TravelProfile[]; readonly profile: TravelProfile }) {
  const text = useText();
  const { t } = text;
  const { planId } = useChosen();
  const { form: { model, newSites, keepExisting, capacity, seconds, vulnerable }, job: id, refused } = useSiting();
  const job = useJob(id).data;
  const ask = useSitingQuestion(profile);
  const isRunning = job !== undefined && (job.state === 'queued' || job.state === 'running');
  return (
    <>
      <p className="soft small">{t('sitingPage.lead')}</p>
      <div className="reach-question">
        <DestinationField />
        <div className="reach-wide"><Select
          label={t('sitingPage.model')} value={model} options={sitingModels.map((one) => ({ id: one, name: t(`sitingPage.models.${one}`) }))}
          onChange={(one) => fillSiting({ model: one as SitingModel })}
        /></div>
        {model !== 'fewest' && <TextField label={t('sitingPage.newSites')} value={newSites} onChange={(typed) => fillSiting({ newSites: typed })} maxLength={3} />}
        {model === 'with-capacity' && <TextField label={t('sitingPage.capacity')} value={capacity} onChange={(typed) => fillSiting({ capacity: typed })} maxLength={6} />}
        <TravelFields profiles={profiles} profile={profile} />
        <TextField label={t('sitingPage.seconds')} value={seconds} onChange={(typed) => fillSiting({ seconds: typed })} maxLength={3} />
      </div>
      <PaceSource profile={profile} />
      <Checkbox isSelected={keepExisting} onChange={(keep) => fillSiting({ keepExisting: keep })}>{t('sitingPage.keepExisting')}</Checkbox>
      <Checkbox isSelected={vulnerable} onChange={(on) => fillSiting({ vulnerable: on })}>{t('sitingPage.vulnerable')}</Checkbox>
      <Candidates />
      <Weights />
      {planId === null ? <Notice tone="info"><p>{t('gaps.none')}</p></Notice> : (
        <div className="reach-tools"><Button look="accent" isDisabled={isRunning || ask === null} onPress={() => { if (ask !== null) void searchSites(planId, ask); }}>{t('sitingPage.search')}</Button></div>
      )}
      {ask === null && <Notice tone="warn"><p>{t('sitingPage.unfinished')}</p></Notice>}
      {refused !== null && <Problem error={refused} onRetry={forgetSiting} />}
      {isRunning && <JobProgress job={job} label={t('sitingPage.searching')} onCancel={() => void cancelJob(job.id)} />}
      {job?.state === 'cancelled' && <Notice tone="info"><p>{t('sitingPage.stopped')}</p></Notice>}
      {job?.problem !== undefined && job.state === 'failed' && <Notice tone="bad"><p>{job.problem.detail}</p></Notice>}
      {job?.kind === 'site' && job.result !== undefined && <SitingResult siting={job.result} />}
    </>
  );
}

/** The question as the server takes it; null while a number in it is none, or no place was pointed out. */
function useSitingQuestion(profile: TravelProfile): object | null {
  const { hash } = useChosen();
  const bands = useMunicipality(hash).data?.bands ?? [];
  const facilities = useShownFacilities() ?? [];
  const { form, pointed } = useSiting();
  const { destination, limit } = useView((view) => view.reach);
  const amount = numberIn(limit), newSites = numberIn(form.newSites), seconds = numberIn(form.seconds), capacity = numberIn(form.capacity);
  const spots = form.candidates === 'pointed' ? pointed : form.candidates === 'category' ? facilities.filter(({ category, isClosed }) => category === form.candidateCategory && !isClosed) : null;
  const weights = Object.entries(form.weights).filter(([, typed]) => typed.trim() !== '').map(([row, typed]) => ({ ages: bands[Number(row)]!, weight: numberIn(typed) }));
  const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  const fits = Number.isFinite(amount) && (form.model === 'fewest' || isWhole(newSites, 200)) && seconds >= 0 && seconds <= 600 &&
    (form.model !== 'with-capacity' || capacity >= 0) && weights.every(({ weight }) => weight >= 0 && weight <= 1000) && spots?.length !== 0;
  if (!fits) return null;
  return {
    destination, profile: profile.id, ...(profile.speed.source === '' ? { metresPerSecond: profile.speed.value } : {}),
    limit: profile.speedByClass === null ? { metres: amount } : { seconds: amount * 60 },
    model: form.model, newSites: form.model === 'fewest' ? 1 : newSites, keepExisting: form.keepExisting, weights, vulnerable: form.vulnerable,
    candidates: spots === null ? null : placesOfSpots(spots), ...(form.model === 'with-capacity' ? { capacityOfNew: capacity } : {}),
    proveWithinSeconds: seconds < 0.1 ? null : seconds,
  };
}

/** Where a new place may come. */
function Candidates() {
  const text = useText();
  const { t, format } = text;
  const { form: { candidates, candidateCategory }, pointed } = useSiting();
  const tool = useReach((view) => view.tool);
  return (
    <div className="reach-question">
      <Select
        label={t('sitingPage.candidates')} value={candidates} options={candidateSources.map((id) => ({ id, name: t(`sitingPage.sources.${id}`) }))}
        onChange={(id) => {
          fillSiting({ candidates: id as CandidateSource });
          askReach({ tool: id === 'pointed' ? 'candidate' : 'look' });
        }}
      />
      {candidates === 'category' && (
        <Select
          label={t('sitingPage.category')} value={candidateCategory} options={categoryIds.map((id) => ({ id, name: destinationName(text, id) }))}
          onChange={(id) => fillSiting({ candidateCategory: id as CategoryId })}
        />
      )}
      {candidates === 'pointed' && (
        <div className="reach-tools">
          <Button look={tool === 'candidate' ? 'accent' : 'plain'} onPress={() => askReach({ tool: tool === 'candidate' ? 'look' : 'candidate' })}>{t('sitingPage.point')}</Button>
          <Button look="quiet" onPress={forgetPointed}>{t('sitingPage.forget')}</Button>
          <span className="soft small">{t('sitingPage.pointed', { count: pointed.length, places: format.number(pointed.length) })}</span>
        </div>
      )}
    </div>
  );
}

/** How much one person of each age counts. */
function Weights() {
  const { t, format } = useText();
  const { hash } = useChosen();
  const bands = useMunicipality(hash).data?.bands ?? [];
  const weights = useSiting((view) => view.form.weights);
  return (
    <Disclosure title={t('sitingPage.weights')}>
      <p className="soft small">{t('sitingPage.weightsHelp')}</p>
      <div className="reach-question">
        {bands.map((band, row) => (
          <TextField key={band.from} label={format.ages(band)} value={weights[row] ?? '1'} onChange={(typed) => fillSiting({ weights: { ...weights, [row]: typed } })} maxLength={6} />
        ))}
      </div>
    </Disclosure>
  );
}
