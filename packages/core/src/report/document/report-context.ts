import { terms, type Language, type Norm } from '../../model/index.ts';
import type { Gap } from '../../needs/index.ts';
import { disclose } from '../disclose.ts';
import { toldAreas, type ToldArea } from '../disclosed-analysis.ts';
import { formatFor, type Format } from '../format.ts';
import { drawSheet, type SheetTools } from '../sheet/sheet.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import type { ReportPart } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** What every section works with: the input, the figures that may be told, and how to draw a map. */
export interface ReportContext extends ReportInput {
  readonly areas: readonly ToldArea[];
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

export interface ToldGap extends Gap {
  readonly areaName: string;
  /** Of a gap in an amount or a distance. */
  readonly definition: Norm | undefined;
}

export function reportContext(input: ReportInput, tools: SheetTools): ReportContext {
  const { analysis, norms, language } = input;
  const areas = toldAreas(analysis, 'public');
  const nameOf = ({ kind, name }: ToldArea): string => (kind === 'unassigned' ? capital(terms.unassigned[language][0]) : name);
  return {
    ...input, areas, nameOf,
    format: formatFor(language),
    say: (words) => words[language],
    normsOfKind: (kind) => norms.norms.filter((norm) => norm.kind === kind).map((norm, index) => ({ norm: norm as never, index })),
    gaps: toldGaps(input, areas, nameOf),
    map: (layer, page, more = {}) => {
      const { municipality, plan, planVersion, places, date, maker } = input;
      const sheet = drawSheet({ municipality, plan, planVersion, analysis, norms, nuclei: places, layer, zone: null, page, language, date, maker, ...more }, tools);
      return sheet.ok ? [{ kind: 'map', drawing: sheet.value }] : [];
    },
  };
}

/** A gap is told when the figure it rests on is. */
function toldGaps({ analysis, norms }: ReportInput, areas: readonly ToldArea[], nameOf: (area: ToldArea) => string): readonly ToldGap[] {
  const placeOf = new Map(norms.norms.map((norm) => [norm.id, norms.norms.filter(({ kind }) => kind === norm.kind).indexOf(norm)]));
  return analysis.gaps.flatMap((gap) => {
    const area = areas.find(({ kind, zone }) => kind !== 'municipality' && zone === gap.zone);
    const definition = norms.norms.find(({ id }) => id === gap.norm);
    if (area === undefined) return [];
    const place = placeOf.get(gap.norm) ?? -1;
    const figure = gap.kind === 'amount' ? area.needs[place]?.missing : gap.kind === 'distance' ? area.coverage[place]?.beyond : area.people.from75;
    if (figure?.kind !== 'known') return [];
    const tell = (count: Gap['affected']): Gap['affected'] => (area.people.from75.kind === 'hidden' ? area.people.from75 : disclose(count));
    return [{ ...gap, areaName: nameOf(area), definition, affected: disclose(gap.affected), affected75: tell(gap.affected75), affected80: tell(gap.affected80) }];
  });
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
