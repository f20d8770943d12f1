import type { SittingOutcome } from '@woonzorgzones/api/schemas';
import type { Verdict } from '@woonzorgzones/core/model';
import { differenceSentences } from '@woonzorgzones/core/report';
import { useDropSitting, useTake } from '../../../state/sittings.ts';
import { openMunicipality, openSitting } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Problem } from '../../frame/problem.tsx';
import { FileList } from '../file-list.tsx';
import { VerdictDownloads } from '../verdict-downloads.tsx';
import { VerdictNotices } from '../verdict-notices.tsx';

type Ready = Extract<SittingOutcome, { kind: 'ready' }>;

/** What would come in and what would change, to be taken or not. */
export function Outcome({ sitting, outcome: { known, verdict: found, before, differences, plansOnOlder } }: { readonly sitting: string; readonly outcome: Ready }) {
  const { t, format, language } = useText();
  const taking = useTake(sitting, ({ hash }) => openMunicipality(hash, 'gegevens'));
  const dropping = useDropSitting(() => openSitting(null));
  const verdict = found as Verdict;
  const isBusy = taking.isPending || dropping.isPending;
  const choices = (
    <div className="panel-row">
      <Button look="accent" isDisabled={isBusy} onPress={() => taking.mutate()}>{t(known ? 'sitting.openKnown' : 'sitting.take')}</Button>
      <Button isDisabled={isBusy} onPress={() => dropping.mutate(sitting)}>{t('sitting.doNotTake')}</Button>
    </div>
  );
  return (
    <>
      <h2>{t('sitting.outcome', { name: verdict.municipality.name, year: verdict.referenceYear })}</h2>
      {known && <Notice tone="info">{t('upload.known')}</Notice>}
      {!known && before === null && <p>{t('sitting.firstTime', { name: verdict.municipality.name })}</p>}
      {!known && before !== null && differences !== null && (
        <div className="differences">
          <h3>{t('sitting.changes', { date: format.date(before.importedAt) })}</h3>
          <ul className="bullets">{differenceSentences(differences, language).map((line) => <li key={line}>{line}</li>)}</ul>
          {plansOnOlder > 0 && <p className="soft">{t('sitting.plansStay', { count: plansOnOlder })}</p>}
        </div>
      )}
      {choices}
      {taking.isError && <Problem error={taking.error} />}
      {dropping.isError && <Problem error={dropping.error} />}
      <VerdictNotices verdict={verdict} />
      <div className="panel-row panel-spread">
        <h3>{t('data.files')}</h3>
        <VerdictDownloads verdict={verdict} />
      </div>
      <FileList files={verdict.files} />
    </>
  );
}
