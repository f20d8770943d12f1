import { ok, type Chapter, type ChapterFigure, type Language, type Result, type StoryView } from '../../model/index.ts';
import { toldAreas, type ToldArea } from '../disclosed-analysis.ts';
import { formatFor } from '../format.ts';
import { amountDecimals, gapSentence, statusLabel, unitLabel } from '../gap-sentences.ts';
import { subjectOf, type SheetSubject } from '../sheet/sheet-subject.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { toldGaps } from '../told-gaps.ts';
import { storyWords } from './story-words.ts';
import type { StoryMaterial, StoryProblem, ViewGround } from './story-material.ts';

/** A chapter in words, as anybody may read them: nothing under the disclosure floor is in it. */
export interface ToldChapter {
  readonly title: string;
  readonly sentence: string;
  /** The one figure, with what it counts; null where the chapter has none. */
  readonly figure: { readonly value: string; readonly caption: string } | null;
  /** Of what, of when, by which norm; one line. */
  readonly basis: string;
}

/** What a chapter says. Its own words go before those of the program; its figure is reckoned from the plan as it stands. */
export function tellChapter(chapter: Chapter, material: StoryMaterial): Result<ToldChapter, StoryProblem> {
  const { language, base } = material;
  const words = storyWords[language];
  const own = ({ title, sentence }: { readonly title: string; readonly sentence: string }) => ({ title: chapter.title ?? title, sentence: chapter.sentence ?? sentence });
  const { name } = base.municipality;
  switch (chapter.page) {
    case 'opening': return ok({ ...own({ title: words.openingTitle(name), sentence: words.openingSentence }), figure: null, basis: planLine(material) });
    case 'method': return ok({ ...own({ title: words.methodTitle, sentence: '' }), figure: null, basis: '' });
    case 'closing': return ok({ ...own({ title: words.closingTitle, sentence: words.closingSentence }), figure: null, basis: planLine(material) });
    case 'map': {
      const view = chapter.view ?? wholePlan;
      const ground = material.groundOf(view);
      if (!ground.ok) return ground;
      const subject = subjectOfView(view, ground.value, language);
      if (!subject.ok) return subject;
      const zone = ground.value.plan.zones.find(({ id }) => id === view.zone);
      const title = zone?.name ?? (view.zone === null ? name : words.zoneGone);
      const figure = chapter.figure && tellFigure(chapter.figure, ground.value, material);
      return ok({ ...own({ title, sentence: figure?.sentence ?? subject.value.title }), figure, basis: subject.value.subtitle });
    }
  }
}

/** What a page shows whose chapter names no view. */
export const wholePlan: StoryView = { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null };

/** The subject of the map of a view, drawn with it and told beside it. */
export function subjectOfView(view: StoryView, ground: ViewGround, language: Language): Result<SheetSubject, StoryProblem> {
  return subjectOf(view.layer, knownZone(view.zone, ground), ground.analysis, ground.norms, language);
}

/** The zone a view is about where the plan (still) has it, else the whole. */
const knownZone = (zone: string | null, { plan }: ViewGround): string | null => (plan.zones.some(({ id }) => id === zone) ? zone : null);

interface ToldFigure {
  readonly value: string;
  readonly caption: string;
  /** What there is to say of it, where the map says something else. */
  readonly sentence?: string;
}

/** The figure as it is now; null where what it counts has gone. */
function tellFigure(figure: ChapterFigure, ground: ViewGround, { language, proposals }: StoryMaterial): ToldFigure | null {
  switch (figure.kind) {
    case 'inhabitants': {
      const { count } = formatFor(language);
      const area = areaOf(figure.zone, ground);
      return area === undefined ? null : { value: count(area.people.inhabitants), caption: `${storyWords[language].inhabitants}, ${ground.analysis.provenance.referenceYear}` };
    }
    case 'met': return tellMet(figure.norm, figure.zone, ground, language);
    case 'gap': return tellGap(figure.gap, ground, language);
    case 'proposal': {
      const proposal = proposals.find(({ id }) => id === figure.proposal);
      return proposal === undefined ? null : { ...proposal.figure, sentence: proposal.sentence };
    }
  }
}

const areaOf = (zone: string | null, { analysis }: ViewGround): ToldArea | undefined =>
  toldAreas(analysis, 'public').find((one) => (zone === null ? one.kind === 'municipality' : one.zone === zone));

function tellMet(id: string, zone: string | null, ground: ViewGround, language: Language): ToldFigure | null {
  const { norms } = ground.norms;
  const area = areaOf(zone, ground);
  const norm = norms.find((one) => one.id === id);
  if (area === undefined || norm === undefined) return null;
  const place = norms.filter(({ kind }) => kind === norm.kind).indexOf(norm);
  const met = norm.kind === 'distance' ? area.coverage[place]?.share : area.needs[place]?.filledShare;
  const mark = norm.status === 'confirmed' ? '' : ` (${statusLabel(norm.status, language)})`;
  return met === undefined ? null : { value: formatFor(language).countPercent(met), caption: `${norm.kind === 'amount' ? `${storyWords[language].met}: ` : ''}${norm.label[language]}${mark}` };
}

function tellGap(id: string, { analysis, norms }: ViewGround, language: Language): ToldFigure | null {
  const { number, count } = formatFor(language);
  const words = storyWords[language];
  const gap = toldGaps(analysis, norms, language).find((one) => one.id === id);
  if (gap === undefined) return null;
  const sentence = gapSentence(gap, gap.areaName, gap.definition, language);
  const unit = gap.definition?.kind === 'amount' ? gap.definition.unit : gap.kind === 'housing' ? 'woningen' : null;
  if (unit === null) return { value: count(gap.affected75.kind === 'known' ? gap.affected75 : gap.affected), caption: gap.affected75.kind === 'known' ? words.old : words.persons, sentence };
  return { value: number(gap.missing, amountDecimals(gap.missing)), caption: `${unitLabel(unit, gap.missing, language)} ${words.short}`, sentence };
}

function planLine({ base: { plan, analysis: { provenance } }, planVersion, date, language }: StoryMaterial): string {
  const words = sheetWords[language];
  return [`${words.plan} “${plan.name}”, ${words.version} ${planVersion}`, `${provenance.municipality.name} ${provenance.referenceYear}`, date, ...(provenance.municipality.fictitious ? [words.fictitious] : [])].join(' · ');
}
