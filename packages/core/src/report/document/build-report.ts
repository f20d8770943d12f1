import type { SheetTools } from '../sheet/plan-map.ts';
import { provenanceSentences } from '../gap-sentences.ts';
import type { ReportDocument, ReportSection } from './report-document.ts';
import { reportContext, type ReportContext } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { reportTerms } from './report-terms.ts';
import { comparisonSection } from './sections/comparison.ts';
import { coverageSection } from './sections/coverage.ts';
import { gapsSection } from './sections/gaps.ts';
import { housingSection } from './sections/housing.ts';
import { kernenSection } from './sections/kernen.ts';
import { localNeedSection } from './sections/local-need.ts';
import { needSection } from './sections/need.ts';
import { peopleSection } from './sections/people.ts';
import { proposalsSection } from './sections/proposals.ts';
import { dataSection, normsSection } from './sections/sources.ts';
import { summarySection } from './sections/summary.ts';
import { supplySection } from './sections/supply.ts';
import { vulnerabilitySection } from './sections/vulnerability.ts';
import { zoneSection } from './sections/zone.ts';
import { zonesSection } from './sections/zones.ts';

/** Told before each section, so that long reports show how far they are. */
export type ReportProgress = (done: number, of: number, heading: string) => void;

/**
 * The gap report of a plan: the municipality as a whole, each zone on its own, the norms, the data and what was modelled. The
 * same input gives the same document. Linear in zones × norms, and a map for each zone and each distance norm.
 */
export function buildReport(input: ReportInput, tools: SheetTools, onProgress: ReportProgress): ReportDocument {
  const context = reportContext(input, tools);
  const makers = sectionMakers(context);
  const sections = makers.map(({ heading, make }, index) => {
    onProgress(index, makers.length, heading);
    return make();
  });
  const { municipality, plan, planVersion, date, maker, analysis, language } = input;
  const [whose, norms] = provenanceSentences(analysis.provenance, language);
  return {
    title: context.say({ nl: `Leemten en voorzieningen in ${municipality.name}`, en: `Gaps and facilities in ${municipality.name}` }),
    subtitle: context.say({ nl: `Plan “${plan.name}”, versie ${planVersion}`, en: `Plan “${plan.name}”, version ${planVersion}` }),
    language, fictitious: municipality.fictitious, date,
    basis: [whose!, norms!, context.say({ nl: `Opgemaakt op ${date} door ${maker}.`, en: `Made on ${date} by ${maker}.` })],
    sections,
  };
}

interface SectionMaker {
  readonly heading: string;
  readonly make: () => ReportSection;
}

/** The sections in the order in which they are told. */
function sectionMakers(context: ReportContext): readonly SectionMaker[] {
  const { areas, against, say } = context;
  const chapter = (nl: string, en: string, make: (context: ReportContext) => ReportSection): SectionMaker => ({ heading: say({ nl, en }), make: () => make(context) });
  const zones = areas.filter(({ kind }) => kind === 'zone');
  return [
    chapter('Samenvatting', 'Summary', summarySection),
    chapter('De woonzorgzones en hun criteria', 'The care zones and their criteria', zonesSection),
    chapter('De mensen', 'The people', peopleSection),
    ...(context.analysis.municipality.vulnerability.indicators.length === 0 ? [] : [chapter('Kwetsbaarheid', 'Vulnerability', vulnerabilitySection)]),
    chapter('De voorzieningen', 'The facilities', supplySection),
    ...(context.kernen.length === 0 ? [] : [chapter('De kernen en hun dagelijkse diensten', 'The kernen and their daily services', kernenSection)]),
    chapter('Nood en aanbod', 'Need and supply', needSection),
    chapter('Lokale nood', 'Local need', localNeedSection),
    chapter('Wonen en woonvormen', 'Housing and forms of living', housingSection),
    chapter('Bereik', 'Reach', coverageSection),
    chapter('De leemten', 'The gaps', gapsSection),
    chapter('Voorstellen', 'Proposals', proposalsSection),
    ...against.map((other, index): SectionMaker => ({ heading: other.label, make: () => comparisonSection(context, other, index + 1) })),
    ...(zones.length === 0 ? [] : [chapter('De zones een voor een', 'The zones one by one', zonesChapter)]),
    ...zones.map((told): SectionMaker => ({ heading: told.name, make: () => zoneSection(context, told) })),
    chapter('De normen', 'The norms', normsSection),
    chapter('De gegevens, en wat berekend is', 'The data, and what was modelled', dataSection),
  ];
}

const zonesChapter = ({ say }: ReportContext): ReportSection =>
  ({ id: 'zones-een-voor-een', heading: say(reportTerms.theZonesOneByOne), depth: 1, startsPage: true, parts: [] });
