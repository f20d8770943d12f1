import { disclosureFloor, known } from '../../../model/index.ts';
import type { PlanCriteria } from '../../../zoning/index.ts';
import { gapSentence } from '../../gap-sentences.ts';
import { bySubject } from '../../told-gaps.ts';
import { planSentences } from '../../zoning-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

const gapsTold = 5;

/** What a councillor should know who reads one page. */
export function summarySection(context: ReportContext): ReportSection {
  const { areas, criteria, gaps, notCompared, language, say, nameOf, analysis: { provenance: { referenceYear: year } } } = context;
  const criteriaOf = new Map(criteria.zones.map((zone) => [zone.zone, zone]));
  return {
    id: 'samenvatting', heading: say(reportTerms.summary), depth: 1, startsPage: true,
    parts: [
      { kind: 'points', items: planSentences(told(criteria), language) },
      ...(notCompared.length === 0 ? [] : [{ kind: 'points' as const, items: notCompared }]),
      ...(gaps.length === 0
        ? [{ kind: 'paragraph' as const, text: say(reportTerms.noGapsKnown) }]
        : [
          { kind: 'paragraph' as const, text: say({ nl: `De ${Math.min(gapsTold, gaps.length)} grootste leemten, elk in een ander onderwerp waar dat kan, naar het aantal mensen van 75 jaar en ouder dat tekortkomt:`, en: `The ${Math.min(gapsTold, gaps.length)} largest gaps, each in another subject where there is one, by the number of people of 75 and older who go short:` }) },
          { kind: 'points' as const, items: bySubject(gaps).slice(0, gapsTold).map((gap) => gapSentence(gap, gap.areaName, gap.definition, language)) },
        ]),
      {
        kind: 'table',
        table: {
          id: 'kerncijfers', title: say(reportTerms.keyFiguresPerZone), printed: null,
          columns: [
            textColumn('zone', say(reportTerms.careZone)),
            figureColumn('inhabitants', say(reportTerms.inhabitants), 'count', { unit: say(reportTerms.persons), year, adds: true }),
            figureColumn('from75', say(reportTerms.aged75), 'count', { unit: say(reportTerms.persons), year, adds: true }),
            figureColumn('blocks', say(reportTerms.blocks), 'count', { adds: true }),
            figureColumn('not-met', say(reportTerms.criteriaNotMet), 'count'),
            figureColumn('gaps', say(reportTerms.gaps), 'count', { adds: true }),
          ],
          rows: areas.map((told) => ({
            isTotal: told.kind === 'municipality',
            cells: [
              nameOf(told), told.people.inhabitants, told.people.from75, known(told.area.blocks),
              told.zone === null ? { kind: 'not-applicable' } : known(criteriaOf.get(told.zone)?.notMet ?? 0),
              known(gaps.filter(({ zone }) => told.kind === 'municipality' || zone === told.zone).length),
            ],
          })),
        },
      },
    ],
  };
}

/** Fewer than five persons who are in no zone yet are not told. */
const told = (criteria: PlanCriteria): PlanCriteria =>
  (criteria.unassignedInhabitants > 0 && criteria.unassignedInhabitants < disclosureFloor ? { ...criteria, unassignedBlocks: [], unassignedInhabitants: 0 as PlanCriteria['unassignedInhabitants'] } : criteria);
