import { statusLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { zoneMatrix } from './zone-matrix.ts';

/** For whom facilities are near enough: the small maps together, a table, and a map for each kind of facility. */
export function coverageSection(context: ReportContext): ReportSection {
  const { areas, analysis, normsOfKind, say, language, nameOf, map, format: { number } } = context;
  const norms = normsOfKind('distance').filter(({ index }) => !['not-applicable', undefined].includes(areas.at(-1)!.coverage[index]?.share.kind));
  const isKnown = ({ index }: (typeof norms)[number]): boolean => areas.at(-1)!.coverage[index]!.share.kind === 'known';
  const large = norms.filter(isKnown).filter(({ norm }, place, all) => all.findIndex((other) => other.norm.category === norm.category) === place);
  const { distances, referenceYear: year } = analysis.provenance;
  const how = distances.method === 'measured'
    ? say({ nl: 'Afstanden zijn gemeten langs de straten van de gegevens.', en: 'Distances were measured along the streets of the data.' })
    : say({ nl: `Afstanden zijn hemelsbreed × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'nl')}): de gegevens hebben geen straten.`, en: `Distances are as the crow flies × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'en')}): the data have no streets.` });
  const persons = say({ nl: 'personen', en: 'persons' });
  const tables: readonly ReportPart[] = norms.length === 0 ? [] : [
    ...map({ kind: 'gallery', of: 'distance' }, 'verslag-heel'),
    ...zoneMatrix(context, 'bereik-per-zone', say({ nl: 'Deel van de mensen binnen de afstand, per zone', en: 'Part of the people within the distance, per zone' }), say({ nl: 'Norm', en: 'Norm' }), 'share', norms.map(({ norm, index }) => ({ label: norm.label[language], figure: ({ coverage }) => coverage[index]!.share }))),
    {
      kind: 'table',
      table: {
        id: 'bereik', title: say({ nl: 'Bereik per zone', en: 'Reach per zone' }), printed: 0,
        columns: [
          textColumn('norm', say({ nl: 'Norm', en: 'Norm' }), true), textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })),
          figureColumn('share', say({ nl: 'Binnen de afstand', en: 'Within the distance' }), 'share', { year }),
          figureColumn('within', say({ nl: 'Binnen', en: 'Within' }), 'count', { unit: persons }), figureColumn('beyond', say({ nl: 'Verder', en: 'Beyond' }), 'count', { unit: persons }),
          textColumn('status', say({ nl: 'Norm is', en: 'Norm is' }), true),
        ],
        rows: norms.flatMap(({ norm, index }) => areas.map((told) => {
          const { share, within, beyond } = told.coverage[index]!;
          return { isTotal: told.kind === 'municipality', cells: [norm.label[language], nameOf(told), share, within, beyond, statusLabel(norm.status, language)] };
        })),
      },
    },
    ...large.flatMap(({ norm }) => map({ kind: 'norm', norm: norm.id }, 'verslag-half')),
  ];
  return {
    id: 'bereik', heading: say({ nl: 'Bereik', en: 'Reach' }), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: norms.length === 0 ? say({ nl: 'De normen van dit plan vragen geen afstanden.', en: 'The norms of this plan ask for no distances.' }) : how },
      ...tables,
    ],
  };
}
