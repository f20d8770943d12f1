import type { FileVerdict } from '@woonzorgzones/core/model';
import { repairSentence, roleWords, systemSentence } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FindingsTable } from './findings-table.tsx';

/** The files of a dataset: what each is for, of when and from whom, and what became of its rows. */
export function FileList({ files }: { readonly files: readonly FileVerdict[] }) {
  return <ul className="file-list">{files.map((file) => <FileItem key={`${file.role} ${file.file}`} file={file} />)}</ul>;
}

function FileItem({ file }: { readonly file: FileVerdict }) {
  const { t, format, language } = useText();
  const { refused, waiting, valuesLeftUnknown, repaired, yearsOld } = file;
  const isClean = refused.length === 0 && waiting.length === 0;
  const findings = refused.length + waiting.length + valuesLeftUnknown.length;
  return (
    <li>
      <div className="file-head">
        <h3>{file.title}</h3>
        <span className="file-verdict" data-clean={isClean}><Icon name={isClean ? 'check' : 'warn'} size={14} />{isClean ? t('data.allTaken') : t('data.notAll')}</span>
      </div>
      <p className="file-facts">{t('data.role')}: {roleWords(file.role, language)} · {file.file} ({format.bytes(file.bytes)})</p>
      <p className="file-facts">
        {t('data.date')}: {file.referenceDate === null ? t('data.noDate') : format.date(file.referenceDate)}{yearsOld !== null && yearsOld > 0 && ` (${t('data.yearsOld', { count: yearsOld })})`}
        {' · '}{file.attribution ?? t('data.noAttribution')} · {file.licence ?? t('data.noLicence')}
      </p>
      {file.crs !== null && <p className="file-facts">{systemSentence(file.crs, language)}</p>}
      <p className="small">{t('data.rows', { taken: format.number(file.rowsTaken), read: format.number(file.rowsRead) })}</p>
      {findings > 0 && <Disclosure title={t('data.findings', { count: findings })}><FindingsTable file={file} /></Disclosure>}
      {repaired.length > 0 && (
        <Disclosure title={t('data.repairs', { count: repaired.reduce((sum, { rows }) => sum + rows, 0) })}>
          <ul className="bullets small">{repaired.map((repair) => <li key={repair.how}>{repairSentence(repair, language)}</li>)}</ul>
        </Disclosure>
      )}
    </li>
  );
}
