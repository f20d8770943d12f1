import { err, ok, type Chapter, type Language, type Municipality, type NormSet, type Plan, type Result, type Story, type StoryView } from '@woonzorgzones/core/model';
import type { Proposal } from '@woonzorgzones/core/needs';
import {
  drawSlide, readyStory, refusedSlide, storyProblemSentence, storyProposals, tellChapter, toldGaps, toldProposals, gapSentence,
  type PlayedSlide, type Slide, type StoryMaterial, type StoryProblem, type ToldChapter, type ViewGround,
} from '@woonzorgzones/core/report';
import { printTools } from '@woonzorgzones/files';
import { zonesOfDivision } from './adopt-zones.ts';
import { lookedProposals, lookedStanding } from './analyses.ts';
import { oncePer } from './once-per.ts';
import { groundOfPlan } from './plan-delineation.ts';
import type { PrintedPlan } from './plan-sheet.ts';

/** What a story is told with beside its plan: the norm sets a scenario may name, and the day (ISO) that stands on it. */
export interface StoryChoice {
  readonly shipped: ReadonlyMap<string, NormSet>;
  readonly language: Language;
  readonly date: string;
  /** What could be done about the gaps of the plan as it stands; asked only where a story speaks of it. */
  readonly propose: (printed: PrintedPlan) => Promise<readonly Proposal[]>;
}

/** Proposals reckoned here and now: for a thread that has nothing else to do. */
export const proposeHere = (shipped: StoryChoice['shipped']): StoryChoice['propose'] => ({ municipality, norms, plan }) => {
  const found = lookedProposals(municipality, norms, plan, { scenario: null, year: null }, shipped);
  return Promise.resolve(found.ok ? found.value : []);
};

/** The story of a plan: its own, or the ready-made one where it has none. */
export const storyOf = async (printed: PrintedPlan, choice: StoryChoice): Promise<Story> => printed.plan.story ?? readyStoryOf(printed, choice);

/** What a story is called where it is kept. */
export const storyTitle = ({ name }: Municipality, plan: Plan): string => `${plan.name} · ${name}`;

/** The story that any plan can tell. */
export async function readyStoryOf(printed: PrintedPlan, { shipped, propose }: StoryChoice): Promise<Story> {
  const { municipality, plan, norms } = printed;
  return readyStory(municipality, plan, asItStands(printed, shipped).analysis, norms, await propose(printed));
}

/** A chapter in words; one that cannot be told says why. */
export type ToldOrNot = ToldChapter & { readonly id: string; readonly problem: string | null };

export async function tellStory(printed: PrintedPlan, story: Story, choice: StoryChoice): Promise<readonly ToldOrNot[]> {
  const material = await materialOf(printed, story, choice);
  return story.map((chapter): ToldOrNot => {
    const told = tellChapter(chapter, material);
    if (told.ok) return { ...told.value, id: chapter.id, problem: null };
    return { id: chapter.id, title: chapter.title ?? '', sentence: chapter.sentence ?? '', figure: null, points: [], basis: '', problem: storyProblemSentence(told.error, choice.language) };
  });
}

/** What the figure of a chapter may be of, beside inhabitants and norms: each gap and proposal that may be told. */
export async function storyChoices(printed: PrintedPlan, { shipped, language, propose }: StoryChoice): Promise<{ readonly gaps: readonly Named[]; readonly proposals: readonly Named[] }> {
  const { analysis, norms } = asItStands(printed, shipped);
  const gaps = toldGaps(analysis, norms, language);
  return {
    gaps: gaps.map((gap) => ({ id: gap.id, name: gapSentence(gap, gap.areaName, gap.definition, language) })),
    proposals: storyProposals(toldProposals(await propose(printed), gaps), language).map(({ id, sentence }) => ({ id, name: sentence })),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One state of one chapter as a slide; null where the story has no such chapter. */
export async function storySlide(printed: PrintedPlan, chapter: string, state: 'after' | 'before', choice: StoryChoice): Promise<Slide | null> {
  const story = await storyOf(printed, choice);
  const at = story.findIndex(({ id }) => id === chapter);
  return at === -1 ? null : slideOf(story, at, state, await materialOf(printed, story, choice));
}

/** Every slide of a story, in order, as it is played; one that cannot be drawn says why. */
export async function playedStory(printed: PrintedPlan, choice: StoryChoice, onProgress: (done: number, of: number, title: string) => void): Promise<readonly PlayedSlide[]> {
  const story = await storyOf(printed, choice);
  const material = await materialOf(printed, story, choice);
  return story.map((chapter, at): PlayedSlide => {
    const after = slideOf(story, at, 'after', material);
    onProgress(at, story.length, after.drawing.title);
    return {
      id: chapter.id, after, before: chapter.before === null ? null : slideOf(story, at, 'before', material),
      isOfZone: chapter.page === 'map' && chapter.view?.layer.kind === 'zones' && chapter.view.zone !== null, notes: chapter.notes,
    };
  });
}

function slideOf(story: Story, at: number, state: 'after' | 'before', material: StoryMaterial): Slide {
  const place = { number: at + 1, of: story.length };
  const drawn = drawSlide(story[at]!, state, place, material, printTools);
  return drawn.ok ? drawn.value : refusedSlide(story[at]!, drawn.error, place, material, printTools);
}

/** Proposals are sought only where a chapter speaks of one. */
async function materialOf(printed: PrintedPlan, story: Story, { shipped, language, date, propose }: StoryChoice): Promise<StoryMaterial> {
  const asksProposals = story.some(({ figure }: Chapter) => figure?.kind === 'proposal');
  const base = asItStands(printed, shipped);
  const gaps = toldGaps(base.analysis, base.norms, language);
  return {
    base, story, planVersion: printed.version, language, date,
    groundOf: (view) => groundOfView(printed, view, shipped),
    proposals: asksProposals ? storyProposals(toldProposals(await propose(printed), gaps), language) : [],
  };
}

function asItStands(printed: PrintedPlan, shipped: StoryChoice['shipped']): ViewGround {
  const found = groundOfView(printed, { division: null, scenario: null }, shipped);
  if (!found.ok) throw new Error(`Got ${found.error.code} when expected the plan as it stands.`);
  return found.value;
}

/** What each look at a plan is drawn from, for as long as the plan stays as it is. */
const groundsOf = oncePer((_: Plan) => new Map<string, Result<ViewGround, StoryProblem>>());

/** The plan as it stands, a division in the place of its zones, a scenario, or a scenario on a division. */
function groundOfView(printed: PrintedPlan, { division, scenario }: Pick<StoryView, 'division' | 'scenario'>, shipped: StoryChoice['shipped']): Result<ViewGround, StoryProblem> {
  const grounds = groundsOf(printed.plan);
  const key = JSON.stringify([division, scenario]);
  const ground = grounds.get(key) ?? makeGround(printed, division, scenario, shipped);
  grounds.set(key, ground);
  return ground;
}

function makeGround({ municipality, plan: drawn, norms }: PrintedPlan, division: string | null, scenario: string | null, shipped: StoryChoice['shipped']): Result<ViewGround, StoryProblem> {
  const plan = division === null ? ok(drawn) : planOfDivision({ municipality, plan: drawn }, division);
  if (!plan.ok) return plan;
  const standing = lookedStanding(municipality, norms, plan.value, { scenario, year: null }, shipped);
  if (!standing.ok) return standing;
  const { nuclei } = groundOfPlan(municipality, drawn);
  return ok({ municipality, plan: plan.value, ...standing.value, nuclei: municipality.nuclei.length > 0 ? municipality.nuclei : nuclei });
}

function planOfDivision({ municipality, plan }: Pick<PrintedPlan, 'municipality' | 'plan'>, id: string): Result<Plan, StoryProblem> {
  const division = municipality.divisions.find((one) => one.id === id);
  if (division === undefined) return err({ code: 'unknown-division', division: id, known: municipality.divisions.map((one) => one.id) });
  const { zones, zoneOfBlock } = zonesOfDivision(municipality, division);
  return ok({ ...plan, zones: zones.map((zone) => ({ ...zone, locked: false })), zoneOfBlock });
}
