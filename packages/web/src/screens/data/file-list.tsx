import type { FileVerdict } from '@woonzorgzones/core/model';
import { repairSentence, systemSentence } from '@woonzorgzones/core/report';
import { useText } from '../../text/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { findingWords } from './finding-words.ts';

/** Longer lists than this are read in the file itself. */
const mostShown = 200;

/** The files of a dataset: what each is for, of when and from whom, and what became of its rows. */
export function FileList({ files }: { readonly files: readonly FileVerdict[] }) {
  return <ul className="file-list">{files.map((file) => <FileItem key={`${file.role} ${file.file}`} file={file} />)}</ul>;
}

/** A role of the manifest in plain words; one that comes later stands as it is written. */
const roles = [
  'boundary', 'blocks', 'addresses', 'inhabitants', 'ages', 'facilities', 'division', 'kernen', 'barriers', 'crossings', 'streets', 'water', 'green',
] as const;
function roleName(t: ReturnType<typeof useText>['t'], role: string): string {
  const known = roles.find((one) => one === role);
  return known === undefined ? role : t(`data.roles.${known}`);
}

function FileItem({ file }: { readonly file: FileVerdict }) {
  const text = useText();
  const { t, format, language } = text;
  const { refused, waiting, valuesLeftUnknown, repaired } = file;
  const lists = [
    [t('data.refused', { count: refused.length }), refused],
    [t('data.waiting', { count: waiting.length }), waiting],
    [t('data.unknown', { count: valuesLeftUnknown.length }), valuesLeftUnknown],
  ] as const;
  const isClean = refused.length === 0 && waiting.length === 0;
  return (
    <li>
      <div className="file-head">
        <h3>{file.title}</h3>
        <span className="file-verdict" data-clean={isClean}><Icon name={isClean ? 'check' : 'warn'} size={14} />{isClean ? t('data.allTaken') : t('data.notAll')}</span>
      </div>
      <p className="file-facts">{t('data.role')}: {roleName(t, file.role)} · {file.file} ({format.bytes(file.bytes)})</p>
      <p className="file-facts">{t('data.date')}: {file.referenceDate === null ? t('data.noDate') : format.date(file.referenceDate)} · {t('data.source')}: {file.attribution ?? '–'} · {file.licence ?? t('data.noLicence')}</p>
      {file.crs !== null && <p className="file-facts">{systemSentence(file.crs, language)}</p>}
      <p className="small">{t('data.rows', { taken: format.number(file.rowsTaken), read: format.number(file.rowsRead) })}</p>
      {lists.map(([title, findings]) => findings.length > 0 && (
        <Disclosure key={title} title={title}>
          <ul className="findings bullets" tabIndex={0} aria-label={title}>
            {findings.slice(0, mostShown).map((finding) => {
              const words = findingWords(text, finding);
              return <li key={words}>{words}</li>;
            })}
            {findings.length > mostShown && <li>{t('data.more', { count: findings.length - mostShown })}</li>}
          </ul>
        </Disclosure>
      ))}
      {repaired.map((repair) => <p key={repair.how} className="file-facts">{repairSentence(repair, language)}</p>)}
    </li>
  );
}
