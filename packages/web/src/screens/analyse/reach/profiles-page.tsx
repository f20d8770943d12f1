import type { OwnProfile, SlopeLimit } from '@woonzorgzones/core/model';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { useState } from 'react';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { askReach } from '../../../state/reach.ts';
import { askReachFor, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { Checkbox, TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { numberIn } from './use-reach-drawing.ts';

/** How people move, each figure with its source; a plan may say it otherwise. */
export function ProfilesPage({ profiles }: { readonly profiles: readonly TravelProfile[] }) {
  const { t, format, language } = useText();
  const { planId } = useChosen();
  const chosen = useView((view) => view.reach.profile);
  const profile = profiles.find(({ id }) => id === chosen);
  const choose = (id: string | null): void => {
    if (id === null) return;
    askReach({ pace: '' });
    askReachFor({ profile: id });
  };
  const columns: readonly TableColumn<TravelProfile>[] = [
    { id: 'name', label: t('reach.profile'), cell: ({ label }) => label[language] },
    { id: 'pace', label: t('reach.pace'), isNumber: true, sortBy: ({ speed }) => speed.value, cell: ({ speed }) => format.number(speed.value, 2) },
    { id: 'status', label: t('profilesPage.status'), cell: ({ speed }) => t(`profilesPage.statuses.${speed.status}`) },
  ];
  return (
    <>
      <p className="soft small">{t('profilesPage.lead')}</p>
      <DataTable
        label={t('reachPages.profielen')} columns={columns} rows={profiles} idOf={({ id }) => id} nameOf={({ label }) => label[language]} chosen={chosen} whenEmpty=""
        more={(left) => t('app.more', { count: left })} onChoose={choose}
      />
      {profile !== undefined && <p className="soft small">{t('reach.paceSource', { source: profile.speed.source })}{profile.slopeSource === null ? '' : ` ${t('profilesPage.slopeSource', { source: profile.slopeSource })}`}</p>}
      {planId === null && <Notice tone="info"><p>{t('profilesPage.needsPlan')}</p></Notice>}
      {planId !== null && profile !== undefined && <ProfileForm key={JSON.stringify(profile)} plan={planId} profile={profile} />}
    </>
  );
}

/** The steepest slope of any height, as it can be typed; '' for any slope. */
const steepest = (slopes: readonly SlopeLimit[], format: ReturnType<typeof useText>['format']): string => {
  const last = slopes.at(-1);
  return last === undefined ? '' : format.number(last.percent, 2);
};

function ProfileForm({ plan, profile }: { readonly plan: string; readonly profile: TravelProfile }) {
  const { t, format } = useText();
  const [pace, setPace] = useState(format.number(profile.speed.value, 2));
  const [slope, setSlope] = useState(steepest(profile.slopes, format));
  const [avoidsSteps, setSteps] = useState(profile.avoids.steps);
  const [avoidsHighKerbs, setKerbs] = useState(profile.avoids.highKerbs);
  const [isAsked, setAsked] = useState(false);
  const metresPerSecond = numberIn(pace), percent = numberIn(slope);
  const isPositive = (value: number): boolean => value > 0 && value < Infinity;
  const paceProblem = isPositive(metresPerSecond) ? null : t('profilesPage.paceProblem');
  const slopeProblem = slope.trim() === '' || isPositive(percent) ? null : t('profilesPage.slopeProblem');
  // A slope that was not touched keeps its whole table.
  const slopes = slope === steepest(profile.slopes, format) ? profile.slopes : slope.trim() === '' ? [] : [{ riseMetres: null, percent }];
  const choose = (own: Omit<OwnProfile, 'profile'> | null): void => writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'choose-travel-profile', profile: profile.id, own }] });
  const save = (): void => {
    setAsked(true);
    if (paceProblem === null && slopeProblem === null) choose({ metresPerSecond, avoidsSteps, avoidsHighKerbs, slopes });
  };
  return (
    <section className="panel-section">
      <h2>{t('profilesPage.own')}</h2>
      <div className="reach-question">
        <TextField label={t('reach.pace')} value={pace} onChange={setPace} maxLength={6} problem={isAsked ? paceProblem : null} />
        <TextField label={t('profilesPage.slope')} value={slope} onChange={setSlope} maxLength={5} problem={isAsked ? slopeProblem : null} />
      </div>
      <Checkbox isSelected={avoidsSteps} onChange={setSteps}>{t('profilesPage.steps')}</Checkbox>
      <Checkbox isSelected={avoidsHighKerbs} onChange={setKerbs}>{t('profilesPage.kerbs')}</Checkbox>
      <div className="reach-tools">
        <Button look="accent" onPress={save}>{t('profilesPage.save')}</Button>
        {profile.speed.status === 'own' && <Button look="quiet" onPress={() => choose(null)}>{t('profilesPage.back')}</Button>}
      </div>
    </section>
  );
}
