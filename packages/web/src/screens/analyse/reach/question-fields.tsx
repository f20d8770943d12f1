import { bandsWithin, type AgeBand } from '@woonzorgzones/core/model';
import type { Destination } from '@woonzorgzones/core/needs';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { useMunicipality } from '../../../state/queries.ts';
import { askReach, useReach } from '../../../state/reach.ts';
import { askReachFor, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Select, TextField } from '../../../ui/fields.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { destinationName } from './destination-name.ts';
import { allDestinations } from './reach-scene.ts';

/** The ages a planner asks for; those the data cannot tell apart are left out. */
const askedAges: readonly (AgeBand | null)[] = [null, { from: 65, to: null }, { from: 75, to: null }, { from: 80, to: null }, { from: 85, to: null }];

const ageId = (ages: AgeBand | null): string => (ages === null ? 'all' : String(ages.from));

export function DestinationField() {
  const text = useText();
  const destination = useView((view) => view.reach.destination);
  return (
    <Select
      label={text.t('reach.destination')} value={destination} options={allDestinations.map((id) => ({ id, name: destinationName(text, id) }))}
      onChange={(id) => askReachFor({ destination: id as Destination })}
    />
  );
}

export function AgesField() {
  const { t, format } = useText();
  const { hash } = useChosen();
  const bands = useMunicipality(hash).data?.bands ?? [];
  const asked = useReach((view) => view.ages);
  const ages = askedAges.filter((one) => one === null || bandsWithin(bands, one) !== null);
  return (
    <Select
      label={t('reach.ages')} value={ageId(asked)} options={ages.map((one) => ({ id: ageId(one), name: one === null ? t('gaps.everybody') : format.ages(one) }))}
      onChange={(id) => askReach({ ages: ages.find((one) => ageId(one) === id) ?? null })}
    />
  );
}

/** How somebody goes, and how far is too far: in metres, or in minutes for who is measured in time. */
export function TravelFields({ profiles, profile }: { readonly profiles: readonly TravelProfile[]; readonly profile: TravelProfile }) {
  const { t, language } = useText();
  const limit = useView((view) => view.reach.limit);
  const isTimed = profile.speedByClass !== null;
  return (
    <>
      <div className="reach-wide"><Select
        label={t('reach.profile')} value={profile.id} options={profiles.map(({ id, label }) => ({ id, name: label[language] }))}
        onChange={(id) => {
          const timed = profiles.find((one) => one.id === id)?.speedByClass !== null;
          askReach({ pace: '' });
          askReachFor({ profile: id, ...(timed === isTimed ? {} : { limit: timed ? '15' : '500' }) });
        }}
      /></div>
      <TextField label={t(isTimed ? 'reach.limitMinutes' : 'reach.limitMetres')} value={limit} onChange={(typed) => askReachFor({ limit: typed })} maxLength={8} />
    </>
  );
}

/** Where the pace comes from, or that it is one's own. */
export function PaceSource({ profile: { speed } }: { readonly profile: TravelProfile }) {
  const { t } = useText();
  return <p className="soft small">{speed.status === 'own' ? t('reach.ownPace') : t('reach.paceSource', { source: speed.source })}</p>;
}
