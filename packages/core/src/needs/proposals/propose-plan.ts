import type { Plan } from '../../model/index.ts';
import type { DelineationGround } from '../../zoning/index.ts';
import { analysePlan, type AnalysisGround } from '../analyse.ts';
import { kernSheets, walkDaily, type KernSheet } from '../kern-services.ts';
import { kernPeopleOf } from './kern-roads.ts';
import { proposalsFor, type ProposalWatch } from './propose.ts';
import type { Proposal } from './proposal.ts';

/** The services of every day of each kern of a plan. `kernen`: the ground its zones are drawn on. */
export const kernSheetsOf = ({ municipality, people, supply, settings }: AnalysisGround, plan: Plan, { nuclei, circles }: Pick<DelineationGround, 'nuclei' | 'circles'>): readonly KernSheet[] =>
  kernSheets(municipality, people.growth, walkDaily(municipality, supply, settings.walk), nuclei, circles, plan.zoneOfBlock);

/** What could be done about the gaps of a plan; null when `watch` stopped it. */
export const proposalsOf = (ground: AnalysisGround, plan: Plan, kernen: Pick<DelineationGround, 'nuclei' | 'circles'>, watch?: ProposalWatch): readonly Proposal[] | null =>
  proposalsFor({
    ground, plan, analysis: analysePlan(ground, plan), kernen: kernSheetsOf(ground, plan, kernen), kernPeople: kernPeopleOf(ground, plan, kernen.nuclei, kernen.circles),
  }, watch);
