import { known, share, type Count } from '../../../model/index.ts';
import { functionLabel, livingFormLabel } from '../../function-words.ts';
import { statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ToldGap } from '../../told-gaps.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';

const printed = 60;

/** Everything that is missing somewhere, the largest first. */
export function gapsSection({ gaps, say, language }: ReportContext): ReportSection {
  const persons = say({ nl: 'personen', en: 'persons' });
  const aboutOf = ({ kind, definition, function: role, form, norm }: ToldGap): string =>
    (kind === 'function' ? functionLabel(role!, language) : kind === 'housing' ? livingFormLabel(form!, language) : (definition?.label[language] ?? norm));
  const unitOf = ({ kind, definition, missing }: ToldGap): string => {
    if (kind === 'function') return say({ nl: 'plaats', en: 'place' });
    if (kind === 'housing') return unitLabel('woningen', missing, language);
    return definition?.kind === 'amount' ? unitLabel(definition.unit, missing, language) : persons;
  };
  return {
    id: 'leemten', heading: say({ nl: 'De leemten', en: 'The gaps' }), depth: 1, startsPage: true,
    parts: gaps.length === 0 ? [{ kind: 'paragraph', text: say({ nl: 'Voor wat bekend is, zijn er geen leemten.', en: 'As far as is known there are no gaps.' }) }] : [
      { kind: 'paragraph', text: say({ nl: 'Gerangschikt naar hoeveel mensen van 75 jaar en ouder tekortkomen, daarna naar alle mensen die tekortkomen.', en: 'Ranked by how many people of 75 and older go short, then by all people who do.' }) },
      {
        kind: 'table',
        table: {
          id: 'leemten', title: say({ nl: 'Alle leemten', en: 'All gaps' }), printed,
          columns: [
            textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })), textColumn('norm', say({ nl: 'Norm', en: 'Norm' })), textColumn('status', say({ nl: 'Norm is', en: 'Norm is' })),
            figureColumn('missing', say({ nl: 'Tekort', en: 'Missing' }), 'amount'), textColumn('unit', say({ nl: 'Eenheid', en: 'Unit' })), figureColumn('share', say({ nl: 'Deel dat ontbreekt', en: 'Part missing' }), 'share'),
            figureColumn('affected', say({ nl: 'Wie tekortkomt', en: 'Who go short' }), 'count', { unit: persons }), figureColumn('affected75', say({ nl: 'van wie 75-plus', en: 'of whom 75 and older' }), 'count', { unit: persons }),
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
