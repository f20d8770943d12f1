import { statusLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { zoneMatrix } from './zone-matrix.ts';

/** For whom facilities are near enough: the small maps together, a table, and a map for each kind of facility. */
export function coverageSection(context: ReportContext): ReportSection {
  const { areas, analysis, normsOfKind, say, language, nameOf, map, format: { number } } = context;
  const norms = normsOfKind('distance').filter(({ index }) => !['not-applicable', undefined].includes(areas.at(-1)!.coverage[index]?.share.kind));
  const isKnown = ({ index }: (typeof norms)[number]): boolean => areas.at(-1)!.coverage[index]!.share.kind === 'known';
  const large = norms.filter(isKnown).filter(({ norm }, place, all) => all.findIndex((other) => other.norm.category === norm.category) === place);
  const { distances, referenceYear: year } = analysis.provenance;
  const how = distances.method === 'measured'
    ? say(reportTerms.distancesAlongStreets)
    : say({ nl: `Afstanden zijn hemelsbreed × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'nl')}): de gegevens hebben geen straten.`, en: `Distances are as the crow flies × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'en')}): the data have no streets.` });
  const persons = say(reportTerms.persons);
  const tables: readonly ReportPart[] = norms.length === 0 ? [] : [
    ...map({ kind: 'gallery', of: 'distance' }, 'verslag-heel'),
    ...zoneMatrix(context, 'bereik-per-zone', say(reportTerms.partWithinDistance), say(reportTerms.norm), 'share', norms.map(({ norm, index }) => ({ label: norm.label[language], figure: ({ coverage }) => coverage[index]!.share }))),
    {
      kind: 'table',
      table: {
        id: 'bereik', title: say(reportTerms.reachPerZone), printed: 0,
        columns: [
          textColumn('norm', say(reportTerms.norm), true), textColumn('zone', say(reportTerms.careZone)),
          figureColumn('share', say(reportTerms.withinTheDistance), 'share', { year }),
          figureColumn('within', say(reportTerms.within), 'count', { unit: persons }), figureColumn('beyond', say(reportTerms.beyond), 'count', { unit: persons }),
          textColumn('status', say(reportTerms.normIs), true),
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
    id: 'bereik', heading: say(reportTerms.reach), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: norms.length === 0 ? say(reportTerms.noDistanceNorms) : how },
      ...tables,
    ],
  };
}
