import { known, share, type Count } from '../../../model/index.ts';
import { functionLabel, livingFormLabel } from '../../function-words.ts';
import { statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ToldGap } from '../../told-gaps.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

const printed = 60;

/** Everything that is missing somewhere, the largest first. */
export function gapsSection({ gaps, say, language }: ReportContext): ReportSection {
  const persons = say(reportTerms.persons);
  const aboutOf = ({ kind, definition, function: role, form, norm }: ToldGap): string =>
    (kind === 'function' ? functionLabel(role!, language) : kind === 'housing' ? livingFormLabel(form!, language) : (definition?.label[language] ?? norm));
  const unitOf = ({ kind, definition, missing }: ToldGap): string => {
    if (kind === 'function') return say(reportTerms.place);
    if (kind === 'housing') return unitLabel('woningen', missing, language);
    return definition?.kind === 'amount' ? unitLabel(definition.unit, missing, language) : persons;
  };
  return {
    id: 'leemten', heading: say(reportTerms.theGaps), depth: 1, startsPage: true,
    parts: gaps.length === 0 ? [{ kind: 'paragraph', text: say(reportTerms.noGapsKnown) }] : [
      { kind: 'paragraph', text: say(reportTerms.rankedBy) },
      {
        kind: 'table',
        table: {
          id: 'leemten', title: say(reportTerms.allGaps), printed,
          columns: [
            textColumn('zone', say(reportTerms.careZone)), textColumn('norm', say(reportTerms.norm)), textColumn('status', say(reportTerms.normIs)),
            figureColumn('missing', say(reportTerms.missing), 'amount'), textColumn('unit', say(reportTerms.unit)), figureColumn('share', say(reportTerms.partMissing), 'share'),
            figureColumn('affected', say(reportTerms.whoGoShort), 'count', { unit: persons }), figureColumn('affected75', say(reportTerms.ofWhomAged75), 'count', { unit: persons }),
          ],
          rows: gaps.map((gap) => ({
            isTotal: false,
            cells: [
              gap.areaName, aboutOf(gap), statusLabel(gap.status, language), known(gap.missing), unitOf(gap), known(share(gap.missingShare)), whole(gap.affected), whole(gap.affected75),
            ],
          })),
        },
      },
    ],
  };
}

/** Persons who go short of an amount are a share of those concerned. */
const whole = (count: Count): Count => (count.kind === 'known' ? known(Math.round(count.value)) : count);
