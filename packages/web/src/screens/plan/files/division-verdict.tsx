import type { DivisionPreview } from '@woonzorgzones/api/schemas';
import { divisionRowSentences } from '@woonzorgzones/core/report';
import { useMemo } from 'react';
import { useText } from '../../../text/i18n.ts';
import { DataTable, type TableColumn } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** What a file would bring: the zones with their people, the blocks its borders cut, and every row that is not taken. */
export function DivisionVerdict({ preview }: { readonly preview: DivisionPreview }) {
  const { t, format } = useText();
  const { zones, unassigned, rowsRead, refused, cut, overlaps, uncoveredM2, locked, kind } = preview;
  const hectares = (areaM2: number): string => format.number(areaM2 / 10_000, 1);
  return (
    <>
      <p>{t(kind === 'areas' ? 'planFiles.readAreas' : 'planFiles.readBlocks', { rows: format.number(rowsRead), zones: format.number(zones.length), blocks: format.number(zones.reduce((sum, { blocks }) => sum + blocks, 0)) })}</p>
      {locked.length > 0 && <Notice tone="bad">{t('planFiles.locked', { zones: format.list(locked) })}</Notice>}
      {preview.changesNothing && <Notice tone="info">{t('planFiles.same')}</Notice>}
      {unassigned.blocks > 0 && <p>{t('planFiles.unassigned', { blocks: format.number(unassigned.blocks), inhabitants: format.number(unassigned.inhabitants) })}</p>}
      <ZoneRows zones={zones} />
      {overlaps.map(({ zones: both, areaM2 }) => <p key={both.join()}>{t('planFiles.overlap', { zones: format.list(both), hectares: hectares(areaM2) })}</p>)}
      {kind === 'areas' && uncoveredM2 >= 100 && <p>{t('planFiles.uncovered', { hectares: hectares(uncoveredM2) })}</p>}
      {cut.length > 0 && <CutBlocks cut={cut} />}
      {refused.length > 0 && <RefusedRows refused={refused} />}
    </>
  );
}

function ZoneRows({ zones }: Pick<DivisionPreview, 'zones'>) {
  const { t, format } = useText();
  const columns = useMemo<readonly TableColumn<DivisionPreview['zones'][number]>[]>(() => [
    { id: 'name', label: t('plan.zone'), sortBy: ({ name }) => name, cell: ({ name }) => name },
    { id: 'blocks', label: t('plan.blocks'), isNumber: true, sortBy: ({ blocks }) => blocks, cell: ({ blocks }) => format.number(blocks) },
    { id: 'inhabitants', label: t('plan.inhabitants'), isNumber: true, sortBy: ({ inhabitants }) => inhabitants, cell: ({ inhabitants }) => format.number(inhabitants) },
  ], [t, format]);
  return <DataTable label={t('planFiles.zones')} columns={columns} rows={zones} idOf={({ id }) => id} nameOf={({ name }) => name} whenEmpty={t('planFiles.noZones')} more={(count) => t('app.more', { count })} />;
}

/** Less than this of a block is not shown beside what decided. */
const leastShown = 0.005;

function CutBlocks({ cut }: Pick<DivisionPreview, 'cut'>) {
  const { t, format } = useText();
  const columns = useMemo<readonly TableColumn<DivisionPreview['cut'][number]>[]>(() => [
    { id: 'name', label: t('plan.blockName'), sortBy: ({ name }) => name, cell: ({ name }) => name },
    { id: 'zone', label: t('planFiles.goesTo'), sortBy: ({ zone }) => zone, cell: ({ zone }) => zone ?? t('plan.unassigned') },
    {
      id: 'shares', label: t('planFiles.shares'),
      cell: ({ by, shares }) => t(`planFiles.by.${by}`, { shares: format.list(shares.filter(({ share }) => share >= leastShown).map(({ zone, share }) => `${zone ?? t('plan.unassigned')} ${format.percent(share)}`)) }),
    },
  ], [t, format]);
  return (
    <section>
      <h3>{t('planFiles.cut', { count: cut.length })}</h3>
      <p className="soft small">{t('planFiles.cutHint')}</p>
      <DataTable label={t('planFiles.cut', { count: cut.length })} columns={columns} rows={cut} idOf={({ block }) => block} nameOf={({ name }) => name} whenEmpty="" more={(count) => t('app.more', { count })} />
    </section>
  );
}

type Refused = DivisionPreview['refused'][number] & { readonly number: number };

function RefusedRows({ refused }: Pick<DivisionPreview, 'refused'>) {
  const { t, format, language } = useText();
  const rows = useMemo(() => refused.map((row, number): Refused => ({ ...row, number })), [refused]);
  const columns = useMemo<readonly TableColumn<Refused>[]>(() => [
    { id: 'line', label: t('planFiles.line'), isNumber: true, sortBy: ({ place }) => place.line ?? place.feature ?? null, cell: ({ place }) => { const at = place.line ?? place.feature; return at === undefined ? '' : format.number(at); } },
    { id: 'value', label: t('planFiles.value'), cell: ({ value }) => value },
    { id: 'reason', label: t('planFiles.reason'), cell: ({ reason }) => divisionRowSentences(reason, language).reason },
    { id: 'remedy', label: t('planFiles.remedy'), cell: ({ reason }) => divisionRowSentences(reason, language).remedy },
  ], [t, format, language]);
  return (
    <section>
      <h3>{t('planFiles.refused', { count: refused.length })}</h3>
      <DataTable label={t('planFiles.refused', { count: refused.length })} columns={columns} rows={rows} idOf={({ number }) => String(number)} nameOf={({ value }) => value} whenEmpty="" more={(count) => t('app.more', { count })} />
    </section>
  );
}
