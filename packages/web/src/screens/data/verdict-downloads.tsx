import type { Verdict } from '@woonzorgzones/core/model';
import { verdictCsv } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** The verdict to keep: for a spreadsheet and for a program. */
export function VerdictDownloads({ verdict }: { readonly verdict: Verdict }) {
  const { t, language } = useText();
  const name = `oordeel-${verdict.municipality.code}-${verdict.referenceYear}`;
  return (
    <span className="panel-row">
      <Button look="quiet" onPress={() => download(`${name}.csv`, 'text/csv', verdictCsv(verdict, language))}>{t('data.downloadCsv')}</Button>
      <Button look="quiet" onPress={() => download(`${name}.json`, 'application/json', `${JSON.stringify(verdict, null, 2)}\n`)}>{t('data.downloadJson')}</Button>
    </span>
  );
}
