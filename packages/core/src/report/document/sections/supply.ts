import { categories } from '../../../model/index.ts';
import { groupWords } from '../../sheet/sheet-words.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { functionsPart } from './functions.ts';

/** What there is, by kind, in the municipality and outside its blocks. */
export function supplySection(context: ReportContext): ReportSection {
  const { analysis: { municipality, facilitiesOutside, provenance: { referenceYear: year } }, areas, nameOf, say, language, map } = context;
  const outside = new Map(facilitiesOutside.map((supply) => [supply.category, supply.facilities.count]));
  const zones = areas.filter(({ kind }) => kind !== 'municipality');
  return {
    id: 'voorzieningen', heading: say(reportTerms.theFacilities), depth: 1, startsPage: true,
    parts: [
      ...map({ kind: 'facilities' }, 'verslag-heel'),
      {
        kind: 'table',
        table: {
          id: 'voorzieningen', title: say(reportTerms.facilitiesByKind), printed: null,
          columns: [
            textColumn('group', say(reportTerms.group), true), textColumn('category', say(reportTerms.kind)), figureColumn('facilities', say(reportTerms.number), 'count', { year }),
            figureColumn('capacity', say(reportTerms.capacity), 'amount'), textColumn('unit', say(reportTerms.unit)), figureColumn('outside', say(reportTerms.outsideTheBlocks), 'count'),
          ],
          rows: municipality.facilities.map(({ category, facilities, capacity }) => ({
            isTotal: false,
            cells: [groupWords[categories[category].group][language], categories[category][language], facilities.count, capacity.count, categories[category].unit.replaceAll('-', ' '), outside.get(category) ?? { kind: 'known', value: 0 }],
          })),
        },
      },
      {
        kind: 'table',
        table: {
          id: 'voorzieningen-per-zone', title: say(reportTerms.facilitiesPerZone), printed: 0,
          columns: [textColumn('category', say(reportTerms.kind), true), textColumn('zone', say(reportTerms.careZone)), figureColumn('facilities', say(reportTerms.number), 'count', { year }), figureColumn('capacity', say(reportTerms.capacity), 'amount')],
          rows: municipality.facilities.flatMap(({ category }, index) => zones.map((told) => ({ isTotal: false, cells: [categories[category][language], nameOf(told), told.area.facilities[index]!.facilities.count, told.area.facilities[index]!.capacity.count] }))),
        },
      },
      ...functionsPart(context),
    ],
  };
}
