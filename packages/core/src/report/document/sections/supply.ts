import { categories } from '../../../model/index.ts';
import { groupWords } from '../../sheet/sheet-words.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { functionsPart } from './functions.ts';

/** What there is, by kind, in the municipality and outside its blocks. */
export function supplySection(context: ReportContext): ReportSection {
  const { analysis: { municipality, facilitiesOutside, provenance: { referenceYear: year } }, areas, nameOf, say, language, map } = context;
  const outside = new Map(facilitiesOutside.map((supply) => [supply.category, supply.facilities.count]));
  const zones = areas.filter(({ kind }) => kind !== 'municipality');
  return {
    id: 'voorzieningen', heading: say({ nl: 'De voorzieningen', en: 'The facilities' }), depth: 1, startsPage: true,
    parts: [
      ...map({ kind: 'facilities' }, 'verslag-heel'),
      {
        kind: 'table',
        table: {
          id: 'voorzieningen', title: say({ nl: 'Voorzieningen naar soort', en: 'Facilities by kind' }), printed: null,
          columns: [
            textColumn('group', say({ nl: 'Groep', en: 'Group' }), true), textColumn('category', say({ nl: 'Soort', en: 'Kind' })), figureColumn('facilities', say({ nl: 'Aantal', en: 'Number' }), 'count', { year }),
            figureColumn('capacity', say({ nl: 'Capaciteit', en: 'Capacity' }), 'amount'), textColumn('unit', say({ nl: 'Eenheid', en: 'Unit' })), figureColumn('outside', say({ nl: 'Buiten de bouwblokken', en: 'Outside the blocks' }), 'count'),
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
          id: 'voorzieningen-per-zone', title: say({ nl: 'Voorzieningen per zone', en: 'Facilities per zone' }), printed: 0,
          columns: [textColumn('category', say({ nl: 'Soort', en: 'Kind' }), true), textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })), figureColumn('facilities', say({ nl: 'Aantal', en: 'Number' }), 'count', { year }), figureColumn('capacity', say({ nl: 'Capaciteit', en: 'Capacity' }), 'amount')],
          rows: municipality.facilities.flatMap(({ category }, index) => zones.map((told) => ({ isTotal: false, cells: [categories[category][language], nameOf(told), told.area.facilities[index]!.facilities.count, told.area.facilities[index]!.capacity.count] }))),
        },
      },
      ...functionsPart(context),
    ],
  };
}
