import { confidenceLabel, doubtSentence, proposalConditionSentence, proposalEffects, proposalReason, proposalRuleLabel, proposalSentenceOf } from '../../gap-proposal-sentences.ts';
import type { Proposal } from '../../../needs/index.ts';
import { capital } from '../../capital.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

const printedInFull = 12;

/** What could be done about the gaps, each with its reason, effect, conditions and how sure it is; and what was decided about it. */
export function proposalsSection({ proposals, plan, say, language }: ReportContext): ReportSection {
  const first = proposals.slice(0, printedInFull);
  const verdicts = { accepted: say(reportTerms.accepted), rejected: say(reportTerms.rejected) };
  const decided = ({ id }: Proposal): string => {
    const judgement = plan.judgements?.[id];
    return judgement === undefined ? '' : [judgement.verdict === null ? '' : verdicts[judgement.verdict], judgement.note].filter((part) => part !== '').join(': ');
  };
  const conditions = ({ conditions: ids }: Proposal): string => ids.map((id) => proposalConditionSentence(id, language)).join(' ');
  const sure = ({ confidence, doubts }: Proposal): string => [`${capital(confidenceLabel(confidence, language))}.`, ...doubts.map((doubt) => doubtSentence(doubt, language))].join(' ');
  return {
    id: 'voorstellen', heading: say(reportTerms.proposals), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say(reportTerms.proposalsExplained) },
      ...(proposals.length === 0 ? [{ kind: 'paragraph' as const, text: say(reportTerms.thereAreNoProposals) }] : []),
      ...first.flatMap((proposal): readonly ReportPart[] => [
        { kind: 'paragraph', text: `${proposal.zoneName === null ? '' : `${proposal.zoneName}. `}${proposalSentenceOf(proposal, language)}` },
        { kind: 'points', items: [
          `${say(reportTerms.why)}: ${proposalReason(proposal, language)}`,
          ...(proposalEffects(proposal, language).length === 0 ? [] : [`${say(reportTerms.whatItBrings)}: ${proposalEffects(proposal, language).join(' ')}`]),
          ...(proposal.conditions.length === 0 ? [] : [`${say(reportTerms.conditions)}: ${conditions(proposal)}`]),
          `${say(reportTerms.howSure)}: ${sure(proposal)}`,
          ...(decided(proposal) === '' ? [] : [`${say(reportTerms.decision)}: ${decided(proposal)}`]),
        ] },
      ]),
      ...(proposals.length > first.length ? [{ kind: 'note' as const, text: say({ nl: `Nog ${proposals.length - first.length} voorstellen staan in de werkmap en in de CSV.`, en: `${proposals.length - first.length} more proposals are in the workbook and the CSV.` }) }] : []),
      {
        kind: 'table',
        table: {
          id: 'voorstellen', title: say(reportTerms.allProposals), printed: 0,
          columns: [
            textColumn('zone', say(reportTerms.careZone)), textColumn('kind', say(reportTerms.kindOfProposal)), textColumn('what', say(reportTerms.proposal)), textColumn('why', say(reportTerms.why)),
            textColumn('effect', say(reportTerms.whatItBrings)), textColumn('conditions', say(reportTerms.conditions)), textColumn('sure', say(reportTerms.howSure)), textColumn('decided', say(reportTerms.decision)),
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
