import type { FileUse, SittingFile, SittingReply } from '@woonzorgzones/api/schemas';
import { recognitionGapSentence, recognitionReasonSentence, roleWords } from '@woonzorgzones/core/report';
import { useChoose, useRemoveFile } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select } from '../../../ui/fields.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Problem } from '../../frame/problem.tsx';
import { RefusedRequest } from '../../../state/request.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { layerOfUse, withLayerAs, type LayerOfFile } from './uses.ts';

interface FileCardProps {
  readonly sitting: SittingReply;
  readonly file: SittingFile;
  /** The layer whose columns are being pointed out. */
  readonly mapped: LayerOfFile | null;
  readonly onMap: (layer: LayerOfFile | null) => void;
}

/** A file of the sitting: what it was recognised as and why, and what else it may be used as. */
export function FileCard({ sitting, file: { file, bytes, format: kind, encoding, layers, problem, recognitions, uses, chosen }, mapped, onMap }: FileCardProps) {
  const { t, format } = useText();
  const removing = useRemoveFile(sitting.id);
  const status = problem !== null ? 'broken' : uses.length > 0 ? 'used' : chosen ? 'left-out' : 'unknown';
  return (
    <li className="file-card" data-status={status}>
      <div className="file-head">
        <h3>{file}</h3>
        <span className="file-verdict" data-clean={status === 'used'}>
          <Icon name={status === 'used' ? 'check' : status === 'left-out' ? 'minus' : 'warn'} size={14} />{t(`sitting.status.${status}`)}
        </span>
        <Button look="quiet" isDisabled={sitting.state === 'running'} onPress={() => removing.mutate(file)}>{t('sitting.remove')}</Button>
      </div>
      <p className="file-facts">{[format.bytes(bytes), ...(kind === null ? [] : [t(`sitting.formats.${kind}`)]), ...(encoding === null ? [] : [encoding])].join(' · ')}</p>
      {removing.isError && <Problem error={removing.error} />}
      {problem !== null && <Problem error={new RefusedRequest(problem)} title={t('sitting.unreadable')} />}
      {layers.map((layer) => (
        <LayerLine
          key={layer.layer ?? ''} sitting={sitting} place={{ file, layer: layer.layer }} rowCount={layer.rowCount} isOnly={layers.length === 1}
          recognitions={recognitions.filter((one) => one.layer === layer.layer)} use={uses.find((use) => layerOfUse(use) === layer.layer) ?? null} chosen={chosen}
          isMapped={mapped?.file === file && mapped.layer === layer.layer} onMap={onMap}
        />
      ))}
    </li>
  );
}

interface LayerLineProps {
  readonly sitting: SittingReply;
  readonly place: LayerOfFile;
  readonly rowCount: number | null;
  readonly isOnly: boolean;
  readonly recognitions: SittingFile['recognitions'];
  readonly use: FileUse | null;
  readonly chosen: boolean;
  readonly isMapped: boolean;
  readonly onMap: (layer: LayerOfFile | null) => void;
}

/** The ids of the choices that are no profile. */
const [byHand, leftOut] = ['*kolommen', '*weg'];

/** One layer of a file, with what it is used as and why, and the list of what it may be. */
function LayerLine({ sitting, place, rowCount, isOnly, recognitions, use, chosen, isMapped, onMap }: LayerLineProps) {
  const { t, format, language } = useText();
  const choosing = useChoose(sitting);
  const isRunning = sitting.state === 'running';
  const used = use?.as === 'profile' ? recognitions.find(({ profile }) => profile === use.profile) : undefined;
  const options = [
    ...recognitions.map(({ profile, name, role }) => ({ id: profile, name: `${name} (${roleWords(role, language)})` })),
    { id: byHand, name: use?.as === 'mapping' ? t('sitting.asMapped', { role: roleWords(use.mapping.role, language) }) : t('sitting.pointOut') },
    { id: leftOut, name: t('sitting.notUsed') },
  ];
  const choose = (id: string): void => {
    if (id === byHand) onMap(place);
    else {
      onMap(null);
      choosing.mutate((now) => withLayerAs(now, place, id === leftOut ? null : { as: 'profile', profile: id, layer: place.layer }));
    }
  };
  const now = use === null ? (chosen ? leftOut : null) : use.as === 'mapping' ? byHand : use.profile;
  return (
    <div className="layer-line">
      {!isOnly && <p><strong>{place.layer}</strong></p>}
      <div className="layer-choice">
        {isRunning && <span>{options.find(({ id }) => id === now)?.name}</span>}
        {!isRunning && <Select label={t('sitting.readAs')} value={now} placeholder={t('sitting.sayWhat')} options={options} onChange={choose} />}
        {!isRunning && !isMapped && <Button onPress={() => onMap(place)}>{t(use?.as === 'mapping' ? 'sitting.columnsAgain' : 'sitting.look')}</Button>}
        {rowCount !== null && <span className="soft small">{t('sitting.rows', { count: rowCount, rows: format.number(rowCount) })}</span>}
      </div>
      {used !== undefined && (
        <p className="file-facts">{[
          used.referenceDate === null ? t('data.noDate') : t('register.dataOf', { date: format.date(used.referenceDate) }), used.attribution ?? t('data.noAttribution'), used.licence ?? t('data.noLicence'),
        ].join(' · ')}</p>
      )}
      {used !== undefined && (
        <Disclosure title={t('sitting.why', { percent: format.percent(used.score) })}>
          <ul className="bullets small">
            {used.why.map((reason) => {
              const words = recognitionReasonSentence(reason, language);
              return <li key={words}>{words}</li>;
            })}
            {used.missing.map((gap) => {
              const words = recognitionGapSentence(gap, language);
              return <li key={words} className="soft">{words}</li>;
            })}
          </ul>
        </Disclosure>
      )}
      {choosing.isError && <Problem error={choosing.error} />}
      {isMapped && <MappingEditor sitting={sitting} place={place} use={use} onClose={() => onMap(null)} />}
    </div>
  );
}
