import { pageIds, type PageId } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { sheetAddress, useSheet, type SheetAsked } from '../../state/printing.ts';
import { useText } from '../../text/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/fields.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { Problem } from '../frame/problem.tsx';
import './print-dialog.css';

interface PrintDialogProps {
  readonly plan: string;
  readonly version: number;
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly norms: readonly { readonly id: string; readonly name: string }[];
  /** What a norm can stand beside: other plans, scenarios and years. */
  readonly besides: readonly { readonly id: string; readonly name: string }[];
  /** What is on screen: the sheet begins with it. */
  readonly shown: { readonly layer: string; readonly zone: string | null };
  readonly onClose: () => void;
}

const everywhere = 'gemeente';
const alone = 'niets';
const forms = ['pdf', 'png', 'svg'] as const;
/** The small maps show the whole municipality. */
const wholeOnly: ReadonlySet<string> = new Set(['galerij', 'galerij-aanbod', 'vergrijzing']);

/** A map on paper: what it shows, of which area, on which sheet; the sheet itself beside the choices, as it will be printed. */
export function PrintDialog({ plan, version, zones, norms, besides, shown, onClose }: PrintDialogProps) {
  const { t, language } = useText();
  const [layer, setLayer] = useState(shown.layer);
  const [zone, setZone] = useState(shown.zone);
  const [beside, setBeside] = useState<string | null>(null);
  const [page, setPage] = useState<PageId>('A4-liggend');
  const [paper, orientation] = page.split('-') as [string, string];
  const isNorm = norms.some(({ id }) => id === layer);
  const shownBeside = isNorm ? beside : null;
  const isWhole = wholeOnly.has(layer) || shownBeside !== null;
  const asked: SheetAsked = { layer, zone: isWhole ? null : zone, page, language, beside: shownBeside };
  const sheet = useSheet(plan, version, asked);
  const layers = [
    { id: 'zones', name: t('print.zones') }, { id: 'voorzieningen', name: t('print.facilities') }, { id: 'galerij', name: t('print.gallery') },
    { id: 'galerij-aanbod', name: t('print.galleryAmount') }, { id: 'vergrijzing', name: t('print.ages') }, ...norms,
  ];
  const choosePage = (wantedPaper: string, wantedOrientation: string): void => setPage(pageIds.find((id) => id === `${wantedPaper}-${wantedOrientation}`) ?? page);
  const title = sheet.data === undefined ? '' : (/<title[^>]*>([^<]*)</.exec(sheet.data)?.[1] ?? '');
  return (
    <Dialog title={t('print.title')} isOpen isWide onClose={onClose} closeLabel={t('app.close')}>
      <div className="print">
        <div className="print-choices">
          <Select label={t('print.show')} value={layer} options={layers} onChange={setLayer} />
          {isNorm && besides.length > 0 && <Select label={t('print.beside')} value={beside ?? alone} options={[{ id: alone, name: t('print.besideNone') }, ...besides]} onChange={(id) => setBeside(id === alone ? null : id)} />}
          {!isWhole && (
            <Select label={t('print.area')} value={zone ?? everywhere} options={[{ id: everywhere, name: t('print.whole') }, ...zones]} onChange={(id) => setZone(id === everywhere ? null : id)} />
          )}
          <Select label={t('print.paper')} value={paper} options={['A4', 'A3'].map((id) => ({ id, name: id }))} onChange={(id) => choosePage(id, orientation)} />
          <Select label={t('print.orientation')} value={orientation} options={[{ id: 'staand', name: t('print.portrait') }, { id: 'liggend', name: t('print.landscape') }]} onChange={(id) => choosePage(paper, id)} />
          <div className="print-save">
            <span className="field-label" id="print-save">{t('print.save')}</span>
            <div className="panel-row" role="group" aria-labelledby="print-save">
              {forms.map((form) => <a key={form} className="button" data-look={form === 'pdf' ? 'accent' : 'plain'} href={sheetAddress(plan, asked, form)} download={`kaart.${form}`}>{form.toUpperCase()}</a>)}
            </div>
          </div>
        </div>
        <div className="print-preview" aria-busy={sheet.isFetching} aria-live="polite">
          {sheet.isError ? <Problem error={sheet.error} onRetry={() => void sheet.refetch()} />
            : sheet.data === undefined ? <Waiting>{t('print.drawing')}</Waiting>
              : <Sheet svg={sheet.data} label={t('print.preview', { title })} />}
        </div>
      </div>
    </Dialog>
  );
}

/** The drawing stands in the page itself, so that it is set in the type of the page. It comes from our own server, which spells out what planners type. */
const Sheet = ({ svg, label }: { readonly svg: string; readonly label: string }) => <div className="print-sheet" role="group" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />;
