import type { CriterionVerdict } from '../../../zoning/index.ts';
import { criterionSentences, type CriterionName } from '../../zoning-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

/** The division itself: its map, what zones are held to, and how each stands. */
export function zonesSection(context: ReportContext): ReportSection {
  const { criteria, plan, nuclei, language, say, map, format: { number, percent } } = context;
  const { inhabitants, mostSeveredShare, splitShare } = criteria.settings;
  const names: Readonly<Record<CriterionName, string>> = {
    inhabitants: say(reportTerms.inhabitants), contiguity: say(reportTerms.inOnePiece), barriers: say(reportTerms.barriers),
    compactness: say(reportTerms.notElongated), wijken: say(reportTerms.wholeWijken), nuclei: say(reportTerms.aKern), ownServices: say(reportTerms.ownServices),
  };
  const verdicts: Readonly<Record<CriterionVerdict, string>> = { met: say(reportTerms.met), 'not-met': say(reportTerms.notMet), 'not-judged': say(reportTerms.notJudged) };
  const nameOf = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const kernName = (id: string): string => nuclei.find((nucleus) => nucleus.id === id)?.name ?? id;
  const judged = criteria.zones.map((zone) => ({ name: nameOf.get(zone.zone)!, said: criterionSentences(nameOf.get(zone.zone)!, zone, kernName, language) }));
  const shown = Object.keys(names) as CriterionName[];
  return {
    id: 'zones', heading: say(reportTerms.theCareZonesAndTheirCriteria), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `Een zone telt ${number(inhabitants.least)} tot ${number(inhabitants.most)} inwoners, is één geheel en niet langgerekt; hoogstens ${percent(mostSeveredShare)} van haar inwoners woont aan de overkant van een barrière. Een wijk geldt als doorgesneden wanneer minstens ${percent(splitShare)} van haar inwoners in een andere zone ligt.`,
        en: `A zone has ${number(inhabitants.least)} to ${number(inhabitants.most)} inhabitants, is in one piece and not elongated; at most ${percent(mostSeveredShare)} of its inhabitants live on the other side of a barrier. A wijk counts as split when at least ${percent(splitShare)} of its inhabitants are in another zone.`,
      }) },
      ...map({ kind: 'zones' }, 'verslag-half'),
      ...(judged.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: 'criteria', title: say(reportTerms.criteriaPerZone), printed: null,
          columns: [textColumn('zone', say(reportTerms.careZone)), ...shown.map((criterion) => textColumn(criterion, names[criterion]))],
          rows: judged.map(({ name, said }) => ({ isTotal: false, cells: [name, ...shown.map((criterion) => verdicts[said.find((one) => one.criterion === criterion)!.verdict])] })),
        },
      }]),
    ],
  };
}
