import { formatFor } from '../format.ts';
import type { Language, NormSet, Plan } from '../../model/index.ts';
import type { PlanAnalysis } from '../../needs/index.ts';
import { isPageId, type PageId, type ReportFrameId } from './page.ts';
import { sheetWords } from './sheet-words.ts';

interface Colophon {
  readonly plan: Plan;
  readonly planVersion: number;
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
  readonly page: PageId | ReportFrameId;
  readonly language: Language;
  readonly date: string;
  readonly maker: string;
}

/** ColorBrewer's licence asks for this sentence, in these words. */
const colorBrewer = 'This product includes color specifications and designs developed by Cynthia Brewer (http://colorbrewer.org/).';

/** What stands at the foot: sources with their attribution and date, then plan, version, norms, day, maker and scale. */
export function colophonLines({ plan, planVersion, analysis: { provenance }, norms, page, language, date, maker }: Colophon, denominator: number, hasClasses: boolean): readonly string[] {
  const words = sheetWords[language];
  const { number } = formatFor(language);
  const sources = [...new Set(provenance.sources.map(({ title, attribution, referenceDate }) => [attribution === null ? title : printed(attribution), referenceDate].filter((part) => part !== null).join(', ')))];
  const fictitious = provenance.municipality.fictitious ? [`${words.fictitious}.`] : [];
  return [
    [...fictitious, ...(sources.length === 0 ? [] : [`${words.sources}: ${sources.join('; ')}.`])].join(' '),
    [
      `${words.plan} “${plan.name}”, ${words.version} ${planVersion}`, `${words.norms}: ${norms.name}, ${words.version} ${norms.version}`,
      `Lambert 2008 (EPSG:3812), ${words.scale.toLowerCase()} 1 : ${number(denominator)}${isPageId(page) ? ` (${page})` : ''}`, `${words.made} ${date} ${words.by} ${maker}`,
      ...(hasClasses ? [colorBrewer] : []),
    ].join(' · '),
  ].filter((line) => line !== '');
}

/** On paper nothing can be clicked: OpenStreetMap asks for its address to be spelt out. */
export const printed = (attribution: string): string =>
  (/openstreetmap/i.test(attribution) && !/openstreetmap\.org/i.test(attribution) ? `${attribution} (openstreetmap.org/copyright)` : attribution.replace(/^(Bron|Source):\s*/, ''));
