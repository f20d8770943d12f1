import type { Proposal } from '@woonzorgzones/core/needs';
import { spotOf } from '../../../state/facility-edits.ts';
import { chooseProposal } from '../../../state/proposals.ts';
import { chooseFacility, chooseZone, showFound } from '../../../state/view.ts';

/** Opens a proposal and shows on the map what it speaks of: its zone, the building, or the new place. */
export function openProposal(proposal: Proposal | null): void {
  chooseProposal(proposal?.id ?? null);
  if (proposal === null) {
    showFound(null);
    return;
  }
  const { facts, zone } = proposal;
  if (zone !== null) chooseZone(zone);
  chooseFacility('facility' in facts ? facts.facility.id : null);
  showFound(facts.rule === 'new-site' ? { label: facts.address, ...spotOf(facts.x, facts.y) } : null);
}
