import type { FilePreview, FileUse, SittingReply } from '@woonzorgzones/api/schemas';
import { crsCodes } from '@woonzorgzones/core/geo';
import { categories, categoryIds, isCategoryId } from '@woonzorgzones/core/model';
import { fieldWords, roleWords } from '@woonzorgzones/core/report';
import { useEffect, useRef, useState } from 'react';
import { useChoose, usePreview, useSaveProfile } from '../../../state/sittings.ts';
import { showPreview } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { mappingFrom, type MappingDraft } from './mapping.ts';
import { PreviewTable } from './preview-table.tsx';
import { withLayerAs, type LayerOfFile } from './uses.ts';

interface MappingEditorProps {
  readonly sitting: SittingReply;
  readonly place: LayerOfFile;
  /** What the layer is used as now. */
  readonly use: FileUse | null;
  readonly onClose: () => void;
}

/** The ids of choices that are no column, no system and no category. */
const none = '*';

/** The fields that say where a row of a table is: the map shows the ten rows again when one of them changes. */
const positionFields: readonly string[] = ['x', 'y', 'lat', 'lon'];

/** How sure a guess is, in words: a person checks what is not sure. */
const sureness = (sure: number): 'sure' | 'likely' | 'guess' => (sure >= 0.8 ? 'sure' : sure >= 0.5 ? 'likely' : 'guess');

/** What a layer is and which column gives what: guessed, to be checked on ten rows, in a table and on the map. */
export function MappingEditor({ sitting, place, use, onClose }: MappingEditorProps) {
  const { t } = useText();
  const mapping = use?.as === 'mapping' ? use.mapping : null;
  const [role, setRole] = useState<string | null>(mapping?.role ?? null);
  const [crs, setCrs] = useState<string | null>(mapping?.crs ?? null);
  const [position, setPosition] = useState<Readonly<Record<string, string>>>({});
  const preview = usePreview({ sitting, ...place, role, crs, position });
  const places = preview.data?.places;

  useEffect(() => {
    const known = (places ?? []).flatMap((position) => (position === null ? [] : [{ lon: position[0]!, lat: position[1]! }]));
    showPreview(known.length === 0 ? null : known);
    return () => showPreview(null);
  }, [places]);

  const box = useRef<HTMLElement>(null);
  const isThere = preview.data !== undefined;
  // It opens below the question that asked for it.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    <section className="mapping" ref={box} aria-label={t('sitting.columnsOf', { file: place.layer ?? place.file })}>
      {preview.isError && <Problem error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data === undefined
        ? !preview.isError && <Waiting>{t('app.loading')}</Waiting>
        : (
          <Columns
            key={`${preview.data.role} ${sitting.revision}`} sitting={sitting} place={place} use={use} preview={preview.data} crs={crs}
            onRole={setRole} onCrs={setCrs} onPosition={setPosition} onClose={onClose}
          />
        )}
    </section>
  );
}

interface ColumnsProps extends MappingEditorProps {
  readonly preview: FilePreview;
  readonly crs: string | null;
  readonly onRole: (role: string) => void;
  readonly onCrs: (crs: string | null) => void;
  readonly onPosition: (columns: Readonly<Record<string, string>>) => void;
}

function Columns({ sitting, place, use, preview, crs, onRole, onCrs, onPosition, onClose }: ColumnsProps) {
  const { t, language } = useText();
  const choosing = useChoose(sitting);
  const before = use?.as === 'mapping' && use.mapping.role === preview.role ? use.mapping : null;
  const guessed = Object.fromEntries(preview.fields.map(({ field, column }) => [field, before?.columns?.[field] ?? column]));
  const [columns, setColumns] = useState<Readonly<Record<string, string | null>>>(guessed);
  const [category, setCategory] = useState<string | null>(typeof before?.constants?.['category'] === 'string' ? before.constants['category'] : null);
  const [title, setTitle] = useState(before?.title ?? (place.layer ?? place.file).replace(/^.*\//, '').replace(/\.\w+(\.\w+)?$/, ''));
  const [referenceDate, setReferenceDate] = useState(before?.referenceDate ?? '');
  const [attribution, setAttribution] = useState(before?.attribution ?? '');
  const [licence, setLicence] = useState(before?.licence ?? '');
  const { role } = preview;

  const columnOf = (field: string): string | null => columns[field] ?? null;
  const isConstant = (field: string): boolean => field === 'category' && columnOf('category') === null && category !== null;
  const missing = preview.fields.filter(({ field, required }) => required && columnOf(field) === null && !isConstant(field)).map(({ field }) => fieldWords(field, language));
  const isDate = referenceDate.trim() === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(referenceDate.trim());
  const isReady = role !== null && missing.length === 0 && isDate && title.trim() !== '';
  const pointOut = (field: string, column: string | null): void => {
    const next = { ...columns, [field]: column };
    setColumns(next);
    if (positionFields.includes(field)) onPosition(Object.fromEntries(positionFields.flatMap((one) => (typeof next[one] === 'string' ? [[one, next[one]]] : []))));
  };
  const keep = (): void => {
    if (role === null) return;
    const draft: MappingDraft = { role, layer: place.layer, crs, columns, category, title, referenceDate, attribution, licence };
    choosing.mutate((now) => withLayerAs(now, place, { as: 'mapping', mapping: mappingFrom(draft) }));
  };
  return (
    <>
      <div className="form-grid">
        <Select
          label={t('sitting.role')} value={role} placeholder={t('sitting.sayWhat')} onChange={onRole}
          options={preview.roles.map(({ role: id, sure }) => ({ id, name: `${roleWords(id, language)} (${t(`sitting.sureness.${sureness(sure)}`)})` }))}
        />
        <Select
          label={t('sitting.crs')} value={crs ?? none} onChange={(id) => onCrs(id === none ? null : id)}
          options={[{ id: none, name: preview.crs === null ? t('sitting.crsSelf') : t('sitting.crsFound', { crs: preview.crs.code }) }, ...crsCodes.map((id) => ({ id, name: t(`sitting.systems.${id.slice(5) as '3812' | '31370' | '4326' | '3857'}`) }))]}
        />
      </div>
      {role !== null && (
        <>
          <h4>{t('sitting.columns')}</h4>
          <div className="form-grid">
            {preview.fields.map(({ field, required, column, sure }) => (
              <div key={field}>
                <Select
                  label={`${fieldWords(field, language)}${required ? ` (${t('sitting.needed')})` : ''}`} value={columnOf(field) ?? none}
                  options={[{ id: none, name: t('sitting.noColumn') }, ...preview.columns.map((id) => ({ id, name: id }))]}
                  onChange={(id) => pointOut(field, id === none ? null : id)}
                />
                {column !== null && columnOf(field) === column && <p className="small soft">{t(`sitting.sureness.${sureness(sure)}`)}</p>}
              </div>
            ))}
            {preview.fields.some(({ field }) => field === 'category') && columnOf('category') === null && (
              <Select
                label={t('sitting.allOfKind')} value={category} placeholder={t('sitting.sayWhat')} onChange={(id) => { if (isCategoryId(id)) setCategory(id); }}
                options={categoryIds.map((id) => ({ id, name: categories[id][language] }))}
              />
            )}
          </div>
          <h4>{t('sitting.about')}</h4>
          <div className="form-grid">
            <TextField label={t('sitting.title')} value={title} onChange={setTitle} maxLength={200} problem={title.trim() === '' ? t('register.nameEmpty') : null} />
            <TextField label={t('sitting.referenceDate')} value={referenceDate} onChange={setReferenceDate} problem={isDate ? null : t('register.notDate')} />
            <TextField label={t('sitting.attribution')} value={attribution} onChange={setAttribution} maxLength={300} />
            <TextField label={t('sitting.licence')} value={licence} onChange={setLicence} maxLength={300} />
          </div>
        </>
      )}
      <PreviewTable preview={preview} used={new Set(Object.values(columns).filter((column) => column !== null))} />
      {missing.length > 0 && <p className="small">{t('sitting.stillMissing', { fields: missing.join(', ') })}</p>}
      {choosing.isError && <Problem error={choosing.error} />}
      <div className="panel-row">
        <Button look="accent" isDisabled={!isReady || choosing.isPending} onPress={keep}>{t('sitting.useSo')}</Button>
        <Button look="quiet" onPress={onClose}>{t('app.close')}</Button>
      </div>
      {before !== null && <SaveProfile sitting={sitting} place={place} title={title} />}
    </>
  );
}

/** Keeps a mapping for the next file like it. */
function SaveProfile({ sitting, place, title }: { readonly sitting: SittingReply; readonly place: LayerOfFile; readonly title: string }) {
  const { t } = useText();
  const saving = useSaveProfile();
  const [name, setName] = useState(title);
  if (saving.isSuccess) return <Notice tone="info">{t('sitting.profileSaved', { name: saving.data.name })}</Notice>;
  return (
    <div className="inline-form">
      <TextField label={t('sitting.profileName')} value={name} onChange={setName} maxLength={200} />
      <Button isDisabled={name.trim() === '' || saving.isPending} onPress={() => saving.mutate({ name: name.trim(), sitting: sitting.id, ...place })}>{t('sitting.saveProfile')}</Button>
      {saving.isError && <Problem error={saving.error} />}
    </div>
  );
}
