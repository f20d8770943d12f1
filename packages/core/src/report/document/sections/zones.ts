import type { CriterionVerdict } from '../../../zoning/index.ts';
import { criterionSentences, type CriterionName } from '../../zoning-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportSection } from '../report-document.ts';

/** The division itself: its map, what zones are held to, and how each stands. */
export function zonesSection(context: ReportContext): ReportSection {
  const { criteria, plan, nuclei, language, say, map, format: { number, percent } } = context;
  const { inhabitants, mostSeveredShare, splitShare } = criteria.settings;
  const names: Readonly<Record<CriterionName, string>> = {
    inhabitants: say({ nl: 'Inwoners', en: 'Inhabitants' }), contiguity: say({ nl: 'Eén geheel', en: 'In one piece' }), barriers: say({ nl: 'Barrières', en: 'Barriers' }),
    compactness: say({ nl: 'Niet langgerekt', en: 'Not elongated' }), wijken: say({ nl: 'Hele wijken', en: 'Whole wijken' }), nuclei: say({ nl: 'Een kern', en: 'A kern' }), ownServices: say({ nl: 'Eigen diensten', en: 'Own services' }),
  };
  const verdicts: Readonly<Record<CriterionVerdict, string>> = { met: say({ nl: 'gehaald', en: 'met' }), 'not-met': say({ nl: 'niet gehaald', en: 'not met' }), 'not-judged': say({ nl: 'niet beoordeeld', en: 'not judged' }) };
  const nameOf = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const kernName = (id: string): string => nuclei.find((nucleus) => nucleus.id === id)?.name ?? id;
  const judged = criteria.zones.map((zone) => ({ name: nameOf.get(zone.zone)!, said: criterionSentences(nameOf.get(zone.zone)!, zone, kernName, language) }));
  const shown = Object.keys(names) as CriterionName[];
  return {
    id: 'zones', heading: say({ nl: 'De woonzorgzones en hun criteria', en: 'The care zones and their criteria' }), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `Een zone telt ${number(inhabitants.least)} tot ${number(inhabitants.most)} inwoners, is één geheel en niet langgerekt; hoogstens ${percent(mostSeveredShare)} van haar inwoners woont aan de overkant van een barrière. Een wijk geldt als doorgesneden wanneer minstens ${percent(splitShare)} van haar inwoners in een andere zone ligt.`,
        en: `A zone has ${number(inhabitants.least)} to ${number(inhabitants.most)} inhabitants, is in one piece and not elongated; at most ${percent(mostSeveredShare)} of its inhabitants live on the other side of a barrier. A wijk counts as split when at least ${percent(splitShare)} of its inhabitants are in another zone.`,
      }) },
      ...map({ kind: 'zones' }, 'verslag-half'),
      ...(judged.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: 'criteria', title: say({ nl: 'Criteria per zone', en: 'Criteria per zone' }), printed: null,
          columns: [textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })), ...shown.map((criterion) => textColumn(criterion, names[criterion]))],
          rows: judged.map(({ name, said }) => ({ isTotal: false, cells: [name, ...shown.map((criterion) => verdicts[said.find((one) => one.criterion === criterion)!.verdict])] })),
        },
      }]),
    ],
  };
}
