import type { Language, Norm } from '../../model/index.ts';
import { toldAreas, type ToldArea } from '../disclosed-analysis.ts';
import { formatFor, type Format } from '../format.ts';
import type { SheetTools } from '../sheet/plan-map.ts';
import { drawSheet } from '../sheet/sheet.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import { areaName, toldGaps, type ToldGap } from '../told-gaps.ts';
import { toldLocal, type ToldLocal } from '../told-local.ts';
import { toldProposals } from '../told-proposals.ts';
import type { ReportPart } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** What every section works with: the input, the figures that may be told, and how to draw a map. */
export interface ReportContext extends ReportInput {
  readonly areas: readonly ToldArea[];
  /** One per area. */
  readonly local: readonly ToldLocal[];
  readonly format: Format;
  /** The words for one language of the two. */
  readonly say: (words: Readonly<Record<Language, string>>) => string;
  readonly nameOf: (area: ToldArea) => string;
  /** A norm with its place among those of its kind. */
  readonly normsOfKind: <K extends Norm['kind']>(kind: K) => readonly { readonly norm: Extract<Norm, { kind: K }>; readonly index: number }[];
  /** Gaps that may be told, the largest first. */
  readonly gaps: readonly ToldGap[];
  /** A map in the text; nothing where it cannot be drawn. */
  readonly map: (layer: SheetInput['layer'], page: 'verslag-half' | 'verslag-heel', more?: Pick<Partial<SheetInput>, 'zone' | 'against'>) => readonly ReportPart[];
}

export function reportContext(input: ReportInput, tools: SheetTools): ReportContext {
  const { analysis, norms, language } = input;
  const areas = toldAreas(analysis, 'public');
  const gaps = toldGaps(analysis, norms, language);
  return {
    ...input, areas, local: toldLocal(analysis), gaps, proposals: toldProposals(input.proposals, gaps),
    nameOf: (area) => areaName(area, language),
    format: formatFor(language),
    say: (words) => words[language],
    normsOfKind: (kind) => norms.norms.filter((norm) => norm.kind === kind).map((norm, index) => ({ norm: norm as never, index })),
    map: (layer, page, more = {}) => {
      const { municipality, plan, planVersion, places, date, maker } = input;
      const sheet = drawSheet({ municipality, plan, planVersion, analysis, norms, nuclei: places, layer, zone: null, page, language, date, maker, ...more }, tools);
      return sheet.ok ? [{ kind: 'map', drawing: sheet.value }] : [];
    },
  };
}
