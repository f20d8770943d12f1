import { useSitting } from '../../../state/sittings.ts';
import { openSitting, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { DropFiles } from './drop-files.tsx';
import { OpenSittings } from './open-sittings.tsx';
import { OwnProfiles } from './own-profiles.tsx';
import { SittingSteps } from './sitting-steps.tsx';
import './sitting.css';

/** The bringing in of files: drop them, answer what is open, look at what would come in, and take it or not. */
export function SittingPanel() {
  const { t } = useText();
  const id = useView((view) => view.sitting);
  const sitting = useSitting(id);
  if (id === null) {
    return (
      <>
        <p>{t('sitting.lead')}</p>
        <DropFiles sitting={null} onSent={(sent) => openSitting(sent.id)} />
        <OpenSittings />
        <OwnProfiles />
      </>
    );
  }
  if (sitting.data !== undefined) return <SittingSteps sitting={sitting.data} />;
  if (sitting.isError) {
    return (
      <>
        <Problem error={sitting.error} onRetry={() => void sitting.refetch()} />
        <Notice tone="info" actions={<Button onPress={() => openSitting(null)}>{t('sitting.another')}</Button>}>{t('sitting.gone')}</Notice>
      </>
    );
  }
  return <Waiting>{t('app.loading')}</Waiting>;
}
