import { categories } from '../../../model/index.ts';
import { confidenceLabel, proposalEffects, proposalSentenceOf } from '../../gap-proposal-sentences.ts';
import type { ToldArea } from '../../disclosed-analysis.ts';
import { gapSentence, unitLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { toldCriterionSentences } from './told-criteria.ts';
import { amountsThatHold } from './need.ts';

const gapsTold = 6;
const proposalsTold = 4;

/** One zone on its own: its map, how it stands, what is needed, what there is and what is missing. */
export function zoneSection(context: ReportContext, told: ToldArea): ReportSection {
  const { criteria, plan, nuclei, gaps, proposals, language, say, map, normsOfKind, format: { count } } = context;
  const place = plan.zones.findIndex(({ id }) => id === told.zone);
  const judged = criteria.zones.find(({ zone }) => zone === told.zone);
  const ideas = proposals.filter(({ zone }) => zone === told.zone);
  const own = gaps.filter(({ zone }) => zone === told.zone);
  const kernName = (id: string): string => nuclei.find((nucleus) => nucleus.id === id)?.name ?? id;
  const amounts = amountsThatHold(context);
  const distances = normsOfKind('distance').filter(({ index }) => told.coverage[index] !== undefined && told.coverage[index].share.kind !== 'unknown');
  return {
    id: `zone-${place + 1}`, heading: told.name, depth: 2, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({ nl: `${count(told.people.inhabitants)} inwoners, van wie ${count(told.people.from75)} van 75 jaar en ouder.`, en: `${count(told.people.inhabitants)} inhabitants, of whom ${count(told.people.from75)} aged 75 and older.` }) },
      ...map({ kind: 'facilities' }, 'verslag-half', { zone: told.zone }),
      ...(judged === undefined ? [] : [{ kind: 'points' as const, items: toldCriterionSentences(told, judged, kernName, language) }]),
      ...(amounts.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: `zone-${place + 1}-nood`, title: say({ nl: `Nood en aanbod in ${told.name}`, en: `Need and supply in ${told.name}` }), printed: null, isCopy: true,
          columns: [
            textColumn('norm', say(reportTerms.norm)), textColumn('unit', say(reportTerms.unit)), figureColumn('required', say(reportTerms.required), 'amount'),
            figureColumn('present', say(reportTerms.present), 'amount'), figureColumn('missing', say(reportTerms.missing), 'amount'), figureColumn('filled', say(reportTerms.filled), 'share'),
          ],
          rows: amounts.map(({ norm, index }) => {
            const { required, present, missing, filledShare } = told.needs[index]!;
            return { isTotal: false, cells: [norm.label[language], unitLabel(norm.unit, 0, language), required, present, missing, filledShare] };
          }),
        },
      }]),
      ...(distances.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: `zone-${place + 1}-bereik`, title: say({ nl: `Bereik in ${told.name}`, en: `Reach in ${told.name}` }), printed: null, isCopy: true,
          columns: [textColumn('norm', say(reportTerms.norm)), figureColumn('share', say(reportTerms.withinTheDistance), 'share'), figureColumn('beyond', say(reportTerms.beyond), 'count', { unit: say(reportTerms.persons) })],
          rows: distances.map(({ norm, index }) => ({ isTotal: false, cells: [norm.label[language], told.coverage[index]!.share, told.coverage[index]!.beyond] })),
        },
      }]),
      ...(own.length === 0
        ? [{ kind: 'paragraph' as const, text: say(reportTerms.noGapsInZone) }]
        : [
          { kind: 'paragraph' as const, text: own.length > gapsTold ? say({ nl: `De ${gapsTold} grootste van ${own.length} leemten:`, en: `The ${gapsTold} largest of ${own.length} gaps:` }) : say(reportTerms.theGapsAre) },
          { kind: 'points' as const, items: own.slice(0, gapsTold).map((gap) => gapSentence(gap, told.name, gap.definition, language)) },
        ]),
      ...(ideas.length === 0 ? [] : [
        { kind: 'paragraph' as const, text: ideas.length > proposalsTold ? say({ nl: `Wat zou kunnen, de eerste ${proposalsTold} van ${ideas.length} voorstellen:`, en: `What could be done, the first ${proposalsTold} of ${ideas.length} proposals:` }) : say(reportTerms.whatCouldBeDone) },
        { kind: 'points' as const, items: ideas.slice(0, proposalsTold).map((one) => [proposalSentenceOf(one, language), ...proposalEffects(one, language), `(${confidenceLabel(one.confidence, language)})`].join(' ')) },
      ]),
      { kind: 'note', text: suppliesOf(context, told) },
    ],
  };
}

/** "2 Huisarts, 1 Apotheek": what there is in the zone. */
function suppliesOf({ say, language, format: { number } }: ReportContext, { area }: ToldArea): string {
  const there = area.facilities.flatMap(({ category, facilities: { count } }) => (count.kind === 'known' && count.value > 0 ? [`${categories[category][language]} ${number(count.value)}`] : []));
  return there.length === 0 ? say(reportTerms.noFacilitiesInZone) : `${say(reportTerms.facilitiesInTheZone)}: ${there.join(', ')}.`;
}
