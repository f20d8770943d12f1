import { facilitiesOf, type Chapter, type ChapterFigure, type Division, type Facility, type Judgement, type Municipality, type NormSet, type Plan, type Story, type StoryView } from '../../model/index.ts';
import type { PlanAnalysis, Proposal } from '../../needs/index.ts';
import { bySubject, toldGaps, type ToldGap } from '../told-gaps.ts';

/** A council remembers five things, not fifty. */
const largestGaps = 5;
const mostProposals = 5;

/**
 * The story any plan can tell: the three steps, the division (swiped from the present one where the dataset has one), each
 * zone in turn, what there is, the five largest gaps, the proposals, and what is asked of the council. It holds references
 * only: words and figures are made when it is told. Proposals that were rejected are left out; accepted ones come first, then
 * the first of each rule.
 */
export function readyStory(municipality: Municipality, plan: Plan, analysis: PlanAnalysis, norms: NormSet, proposals: readonly Proposal[]): Story {
  const facilities = facilitiesOf(municipality, plan);
  const division = coarsest(municipality);
  return [
    page('begin', 'opening'),
    page('methode', 'method'),
    chapter('zones', view({ layer: { kind: 'zones' } }), { kind: 'inhabitants', zone: null }, division === undefined ? null : view({ layer: { kind: 'zones' }, division: division.id })),
    ...plan.zones.map(({ id }, index) => chapter(`zone-${index + 1}`, view({ layer: { kind: 'zones' }, zone: id }), { kind: 'inhabitants', zone: id })),
    chapter('aanbod', view({ layer: { kind: 'facilities' } }), null),
    ...fiveLargest(analysis, norms).map((gap, index) => chapter(`leemte-${index + 1}`, view({ layer: layerOf(gap, norms), zone: layerOf(gap, norms).kind === 'norm' ? null : gap.zone }), { kind: 'gap', gap: gap.id })),
    ...worthTelling(proposals, plan.judgements ?? {}).map((proposal, index) => chapter(`voorstel-${index + 1}`, view({ layer: subjectOfProposal(proposal, facilities, analysis), zone: proposal.zone }), { kind: 'proposal', proposal: proposal.id })),
    page('slot', 'closing'),
  ];
}

/** The division there is of the largest parts: what a council knows as its own. */
const coarsest = ({ divisions }: Municipality): Division | undefined =>
  divisions.find(({ areas }) => areas.length === Math.min(...divisions.map((one) => one.areas.length)));

const view = (shown: Pick<StoryView, 'layer'> & Partial<StoryView>): StoryView => ({ zone: null, division: null, scenario: null, extent: null, ...shown });

const chapter = (id: string, shown: StoryView, figure: ChapterFigure | null, before: StoryView | null = null): Chapter =>
  ({ id, page: 'map', title: null, sentence: null, figure, view: shown, before, notes: '' });

const page = (id: string, kind: Exclude<Chapter['page'], 'map'>): Chapter => ({ id, page: kind, title: null, sentence: null, figure: null, view: null, before: null, notes: '' });

const fiveLargest = (analysis: PlanAnalysis, norms: NormSet): readonly ToldGap[] =>
  bySubject(toldGaps(analysis, norms, 'nl').filter(({ zone }) => zone !== null)).slice(0, largestGaps);

const layerOf = ({ norm, category, kind }: ToldGap, { norms }: NormSet): StoryView['layer'] => (norms.some(({ id }) => id === norm) ? { kind: 'norm', norm } : kind === 'function' ? { kind: 'facilities' } : { kind: 'category', category });

/** The kind of the facility it would change, so that it stands on the map; else the kind it is about. */
function subjectOfProposal({ rule, facts, gaps: [worst] }: Proposal, facilities: readonly Facility[], { gaps }: PlanAnalysis): StoryView['layer'] {
  const changed = 'facility' in facts ? facilities.find(({ id }) => id === facts.facility.id)?.category : undefined;
  const answered = rule === 'new-housing' ? gaps.find(({ id }) => id === worst)?.category : undefined;
  const category = changed ?? ('category' in facts ? facts.category : answered);
  return category === undefined ? { kind: 'facilities' } : { kind: 'category', category };
}

function worthTelling(proposals: readonly Proposal[], judgements: Readonly<Record<string, Judgement>>): readonly Proposal[] {
  const verdictOf = ({ id }: Proposal) => judgements[id]?.verdict ?? null;
  const open = proposals.filter((proposal) => verdictOf(proposal) !== 'rejected');
  const accepted = open.filter((proposal) => verdictOf(proposal) === 'accepted');
  const undecided = open.filter((proposal) => verdictOf(proposal) === null);
  const first = undecided.filter((proposal, at) => undecided.findIndex(({ rule }) => rule === proposal.rule) === at);
  return [...accepted, ...first, ...undecided.filter((proposal) => !first.includes(proposal))].slice(0, mostProposals);
}
