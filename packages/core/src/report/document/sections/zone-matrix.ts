import type { Count, Norm } from '../../../model/index.ts';
import type { ToldArea } from '../../disclosed-analysis.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart } from '../report-document.ts';

/** More columns than this cannot be read on A4; the zones then have their own pages only. */
const mostZones = 10;

/** One figure of each norm over all zones, side by side; nothing where there are too many zones for a page. */
export function zoneMatrix(
  { areas, say, language, nameOf }: ReportContext, id: string, title: string, form: 'amount' | 'share',
  norms: readonly { readonly norm: Norm; readonly index: number }[], figure: (told: ToldArea, index: number) => Count,
): readonly ReportPart[] {
  if (areas.length > mostZones + 1 || norms.length === 0) return [];
  return [{
    kind: 'table',
    table: {
      id, title, printed: null, isCopy: true,
      columns: [textColumn('norm', say({ nl: 'Norm', en: 'Norm' })), ...areas.map((told) => figureColumn(told.zone ?? told.kind, nameOf(told), form))],
      rows: norms.map(({ norm, index }) => ({ isTotal: false, cells: [norm.label[language], ...areas.map((told) => figure(told, index))] })),
    },
  }];
}
