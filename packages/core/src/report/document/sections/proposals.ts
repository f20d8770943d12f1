import { confidenceLabel, doubtSentence, proposalConditionSentence, proposalEffects, proposalReason, proposalRuleLabel, proposalSentenceOf } from '../../gap-proposal-sentences.ts';
import type { Proposal } from '../../../needs/index.ts';
import { capital } from '../../capital.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportPart, type ReportSection } from '../report-document.ts';

const printedInFull = 12;

/** What could be done about the gaps, each with its reason, effect, conditions and how sure it is; and what was decided about it. */
export function proposalsSection({ proposals, plan, say, language }: ReportContext): ReportSection {
  const first = proposals.slice(0, printedInFull);
  const verdicts = { accepted: say({ nl: 'aanvaard', en: 'accepted' }), rejected: say({ nl: 'verworpen', en: 'rejected' }) };
  const decided = ({ id }: Proposal): string => {
    const judgement = plan.judgements?.[id];
    return judgement === undefined ? '' : [judgement.verdict === null ? '' : verdicts[judgement.verdict], judgement.note].filter((part) => part !== '').join(': ');
  };
  const conditions = ({ conditions: ids }: Proposal): string => ids.map((id) => proposalConditionSentence(id, language)).join(' ');
  const sure = ({ confidence, doubts }: Proposal): string => [`${capital(confidenceLabel(confidence, language))}.`, ...doubts.map((doubt) => doubtSentence(doubt, language))].join(' ');
  return {
    id: 'voorstellen', heading: say({ nl: 'Voorstellen', en: 'Proposals' }), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({ nl: 'Mogelijkheden om leemten te dichten, met wat elk zou brengen en onder welke voorwaarden. Beslissen doen mensen.', en: 'Ways in which gaps could be closed, with what each would bring and on what conditions. People decide.' }) },
      ...(proposals.length === 0 ? [{ kind: 'paragraph' as const, text: say({ nl: 'Er zijn geen voorstellen.', en: 'There are no proposals.' }) }] : []),
      ...first.flatMap((proposal): readonly ReportPart[] => [
        { kind: 'paragraph', text: `${proposal.zoneName === null ? '' : `${proposal.zoneName}. `}${proposalSentenceOf(proposal, language)}` },
        { kind: 'points', items: [
          `${say({ nl: 'Waarom', en: 'Why' })}: ${proposalReason(proposal, language)}`,
          ...(proposalEffects(proposal, language).length === 0 ? [] : [`${say({ nl: 'Wat het brengt', en: 'What it brings' })}: ${proposalEffects(proposal, language).join(' ')}`]),
          ...(proposal.conditions.length === 0 ? [] : [`${say({ nl: 'Voorwaarden', en: 'Conditions' })}: ${conditions(proposal)}`]),
          `${say({ nl: 'Hoe zeker', en: 'How sure' })}: ${sure(proposal)}`,
          ...(decided(proposal) === '' ? [] : [`${say({ nl: 'Besluit', en: 'Decision' })}: ${decided(proposal)}`]),
        ] },
      ]),
      ...(proposals.length > first.length ? [{ kind: 'note' as const, text: say({ nl: `Nog ${proposals.length - first.length} voorstellen staan in de werkmap en in de CSV.`, en: `${proposals.length - first.length} more proposals are in the workbook and the CSV.` }) }] : []),
      {
        kind: 'table',
        table: {
          id: 'voorstellen', title: say({ nl: 'Alle voorstellen', en: 'All proposals' }), printed: 0,
          columns: [
            textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })), textColumn('kind', say({ nl: 'Soort voorstel', en: 'Kind of proposal' })), textColumn('what', say({ nl: 'Voorstel', en: 'Proposal' })), textColumn('why', say({ nl: 'Waarom', en: 'Why' })),
            textColumn('effect', say({ nl: 'Wat het brengt', en: 'What it brings' })), textColumn('conditions', say({ nl: 'Voorwaarden', en: 'Conditions' })), textColumn('sure', say({ nl: 'Hoe zeker', en: 'How sure' })), textColumn('decided', say({ nl: 'Besluit', en: 'Decision' })),
          ],
          rows: proposals.map((proposal) => ({
            isTotal: false,
            cells: [
              proposal.zoneName ?? '', proposalRuleLabel(proposal.rule, language), proposalSentenceOf(proposal, language), proposalReason(proposal, language), proposalEffects(proposal, language).join(' '), conditions(proposal), sure(proposal), decided(proposal),
            ],
          })),
        },
      },
    ],
  };
}
