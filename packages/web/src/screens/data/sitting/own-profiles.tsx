import { roleWords } from '@woonzorgzones/core/report';
import { useProfiles, useRemoveProfile } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Problem } from '../../frame/problem.tsx';

/** The files that are recognised without asking: those that come with the program, and those planners saved here. */
export function OwnProfiles() {
  const { t, language } = useText();
  const profiles = useProfiles().data ?? [];
  const removing = useRemoveProfile();
  if (profiles.length === 0) return null;
  return (
    <Disclosure title={t('sitting.profiles', { count: profiles.length })}>
      <ul className="task-list">
        {profiles.toSorted((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name, 'nl-BE')).map(({ id, name, about, own, role, source }) => (
          <li key={id}>
            <div className="panel-row panel-spread">
              <span><strong>{name}</strong> <span className="soft">{roleWords(role, language)}{own && ` · ${t('sitting.ownProfile')}`}</span></span>
              {own && <Button look="quiet" onPress={() => removing.mutate(id)}>{t('sitting.removeProfile')}</Button>}
            </div>
            {about !== null && <p className="small">{about}</p>}
            {source.publisher !== null && <p className="small soft">{[source.publisher, source.licence].filter((part) => part !== null).join(' · ')}</p>}
          </li>
        ))}
      </ul>
      {removing.isError && <Problem error={removing.error} />}
    </Disclosure>
  );
}
