import type { Count } from '../../../model/index.ts';
import type { ToldArea } from '../../disclosed-analysis.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart } from '../report-document.ts';

/** More columns than this cannot be read on A4; the zones then have their own pages only. */
const mostZones = 10;

/** Whether the zones can stand side by side on a page. */
export const fitsMatrix = ({ areas }: Pick<ReportContext, 'areas'>): boolean => areas.length <= mostZones + 1;

/** One line of a matrix: a figure of each area. */
export interface MatrixLine {
  readonly label: string;
  readonly figure: (told: ToldArea, row: number) => Count;
}

/** One figure of each line over all zones, side by side; nothing where there are too many zones for a page. */
export function zoneMatrix({ areas, nameOf }: Pick<ReportContext, 'areas' | 'nameOf'>, id: string, title: string, heading: string, form: 'amount' | 'share', lines: readonly MatrixLine[]): readonly ReportPart[] {
  if (!fitsMatrix({ areas }) || lines.length === 0) return [];
  return [{
    kind: 'table',
    table: {
      id, title, printed: null, isCopy: true,
      columns: [textColumn('line', heading), ...areas.map((told) => figureColumn(told.zone ?? told.kind, nameOf(told), form))],
      rows: lines.map(({ label, figure }) => ({ isTotal: false, cells: [label, ...areas.map(figure)] })),
    },
  }];
}
