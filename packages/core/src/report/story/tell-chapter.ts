import { categories, ok, share, unknown, type CategoryId, type Chapter, type ChapterFigure, type Language, type NormStatus, type Result, type StoryView } from '../../model/index.ts';
import type { Method, PlanAnalysis } from '../../needs/index.ts';
import { toldAreas, type ToldArea } from '../disclosed-analysis.ts';
import { formatFor } from '../format.ts';
import { amountDecimals, gapSentence, methodLabel, statusLabel, unitLabel } from '../gap-sentences.ts';
import { printed } from '../sheet/sheet-colophon.ts';
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
  /** What is said one by one: what the council is asked. */
  readonly points: readonly string[];
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
    case 'opening': return ok({ ...own({ title: words.openingTitle(name), sentence: words.openingSentence }), figure: null, points: [], basis: planLine(material) });
    case 'method': return ok({ ...own({ title: words.methodTitle, sentence: '' }), figure: null, points: [], basis: '' });
    case 'closing': return ok({ ...own({ title: words.closingTitle, sentence: words.closingSentence }), figure: null, points: chapter.sentence === null ? askedOf(material) : [], basis: [planLine(material), sourceLine(base, language)].filter((line) => line !== '').join(' · ') });
    case 'map': {
      const view = chapter.view ?? wholePlan;
      const ground = material.groundOf(view);
      if (!ground.ok) return ground;
      const subject = subjectOfView(view, ground.value, language);
      if (!subject.ok) return subject;
      const zone = ground.value.plan.zones.find(({ id }) => id === view.zone);
      const title = zone?.name ?? (view.zone === null ? nameOf(view, ground.value, language) : words.zoneGone);
      const { figure, sentence } = chapter.figure === null ? nothingToTell : tellFigure(chapter.figure, ground.value, material);
      return ok({ ...own({ title, sentence: sentence ?? subject.value.title }), figure, points: [], basis: [subject.value.subtitle, sourceLine(ground.value, language)].filter((line) => line !== '').join(' · ') });
    }
  }
}

/** What a map of the whole is of: the zones, what there is, or one kind of facility. */
function nameOf({ layer, division }: StoryView, { norms, analysis, municipality }: ViewGround, language: Language): string {
  const category = layer.kind === 'category' ? layer.category : layer.kind === 'norm' ? norms.norms.find(({ id }) => id === layer.norm)?.category : undefined;
  if (category !== undefined) return categories[category][language];
  if (layer.kind === 'norm') return analysis.provenance.municipality.name;
  if (layer.kind !== 'zones') return storyWords[language].whole.facilities;
  return municipality.divisions.find(({ id }) => id === division)?.name ?? storyWords[language].whole.zones;
}

/** What a page shows whose chapter names no view. */
export const wholePlan: StoryView = { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null };

/** The subject of the map of a view, drawn with it and told beside it. */
export function subjectOfView({ layer, zone: asked, division }: StoryView, ground: ViewGround, language: Language): Result<SheetSubject, StoryProblem> {
  const zone = knownZone(asked, ground);
  const { analysis, norms, municipality } = ground;
  const standing = municipality.divisions.find(({ id }) => id === division);
  if (layer.kind === 'zones' && zone === null && standing !== undefined) {
    const zones = subjectOf(layer, zone, analysis, norms, language);
    return zones.ok ? ok({ ...zones.value, ...tellDivision(standing.name, analysis, language) }) : zones;
  }
  if (layer.kind !== 'category') return subjectOf(layer, zone, analysis, norms, language);
  const all = subjectOf({ kind: 'facilities' }, zone, analysis, norms, language);
  return all.ok ? ok({ ...all.value, ...tellCategory(layer.category, zone, analysis, language), categories: [layer.category] }) : all;
}

/** A division that is there today is none of woonzorgzones: its parts have a name of their own. */
function tellDivision(name: string, analysis: PlanAnalysis, language: Language): Pick<SheetSubject, 'title' | 'subtitle'> {
  const { number } = formatFor(language);
  const { municipality, referenceYear } = analysis.provenance;
  const told = toldAreas(analysis, 'public').flatMap(({ kind, people: { inhabitants } }) => (kind === 'zone' && inhabitants.kind === 'known' ? [inhabitants.value] : []));
  const range = told.length < 2 ? null : ([number(Math.min(...told)), number(Math.max(...told))] as const);
  return { title: storyWords[language].divided(municipality.name, number(analysis.zones.length), range), subtitle: `${name} · ${municipality.name}, ${referenceYear}` };
}

function tellCategory(category: CategoryId, zone: string | null, { zones, municipality, provenance }: PlanAnalysis, language: Language): Pick<SheetSubject, 'title' | 'subtitle'> {
  const chosen = zones.find((one) => one.zone === zone);
  const name = chosen?.name ?? provenance.municipality.name;
  const kind = categories[category][language];
  const there = (chosen ?? municipality).facilities.find((one) => one.category === category)?.facilities.count ?? unknown;
  return { title: storyWords[language].there(kind, formatFor(language).count(there), name), subtitle: `${kind} · ${provenance.municipality.name}, ${provenance.referenceYear}` };
}

/** The zone a view is about where the plan (still) has it, else the whole. */
const knownZone = (zone: string | null, { plan }: ViewGround): string | null => (plan.zones.some(({ id }) => id === zone) ? zone : null);

interface ToldFigure {
  /** Null where what it counts has gone. */
  readonly figure: ToldChapter['figure'];
  /** What there is to say of it, where the map says something else. */
  readonly sentence: string | null;
}

const nothingToTell: ToldFigure = { figure: null, sentence: null };

/** The figure as it is now. */
function tellFigure(figure: ChapterFigure, ground: ViewGround, { language, proposals }: StoryMaterial): ToldFigure {
  switch (figure.kind) {
    case 'inhabitants': {
      const area = areaOf(figure.zone, ground);
      if (area === undefined) return nothingToTell;
      const { method, year } = area.area.inhabitants;
      return {
        figure: { value: formatFor(language).count(area.people.inhabitants), caption: `${storyWords[language].inhabitants}, ${year}${marks(method, 'confirmed', language)}` },
        sentence: figure.zone === null ? null : tellOld(area, language),
      };
    }
    case 'met': return tellMet(figure.norm, figure.zone, ground, language);
    case 'gap': return tellGap(figure.gap, ground, language);
    case 'proposal': {
      const proposal = proposals.find(({ id }) => id === figure.proposal);
      return proposal === undefined ? nothingToTell : { figure: proposal.figure, sentence: proposal.sentence };
    }
  }
}

/** How old a zone is; null where that may not be told. */
function tellOld({ people: { inhabitants, from75 } }: ToldArea, language: Language): string | null {
  if (inhabitants.kind !== 'known' || from75.kind !== 'known' || inhabitants.value === 0) return null;
  const { count, percent } = formatFor(language);
  return storyWords[language].ofWhomOld(count(from75), percent(share(from75.value / inhabitants.value)));
}

/** What a reader must know of a figure before it is believed: that it was modelled, that its norm is unconfirmed or an own one. */
function marks(method: Method, status: NormStatus, language: Language): string {
  const said = [...(method === 'measured' ? [] : [methodLabel(method, language)]), ...(status === 'confirmed' ? [] : [statusLabel(status, language)])];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

const areaOf = (zone: string | null, { analysis }: Pick<ViewGround, 'analysis'>): ToldArea | undefined =>
  toldAreas(analysis, 'public').find((one) => (zone === null ? one.kind === 'municipality' : one.zone === zone));

function tellMet(id: string, zone: string | null, ground: ViewGround, language: Language): ToldFigure {
  const { norms } = ground.norms;
  const area = areaOf(zone, ground);
  const norm = norms.find((one) => one.id === id);
  if (area === undefined || norm === undefined) return nothingToTell;
  const place = norms.filter(({ kind }) => kind === norm.kind).indexOf(norm);
  const met = norm.kind === 'distance' ? area.coverage[place]?.share : area.needs[place]?.filledShare;
  const method = norm.kind === 'distance' ? area.area.coverage[place]?.within.method : area.area.needs[place]?.required.method;
  if (met === undefined || method === undefined) return nothingToTell;
  const caption = `${norm.kind === 'amount' ? `${storyWords[language].met}: ` : ''}${norm.label[language]}${marks(method, norm.status, language)}`;
  return { figure: { value: formatFor(language).countPercent(met), caption }, sentence: null };
}

function tellGap(id: string, { analysis, norms }: ViewGround, language: Language): ToldFigure {
  const { number, count } = formatFor(language);
  const words = storyWords[language];
  const gap = toldGaps(analysis, norms, language).find((one) => one.id === id);
  if (gap === undefined) return nothingToTell;
  const sentence = gapSentence(gap, gap.areaName, gap.definition, language);
  const unit = gap.definition?.kind === 'amount' ? gap.definition.unit : gap.kind === 'housing' ? 'woningen' : null;
  const area = areaOf(gap.zone, { analysis });
  const mark = marks(area?.area.inhabitants.method ?? 'modelled', gap.status, language);
  if (unit !== null) return { figure: { value: number(gap.missing, amountDecimals(gap.missing)), caption: `${unitLabel(unit, gap.missing, language)} ${words.short}${mark}` }, sentence };
  const [told, caption] = gap.affected75.kind === 'known' ? [gap.affected75, words.old] : [gap.affected, words.persons];
  return { figure: { value: count(told), caption: `${caption}${mark}` }, sentence };
}

/** What the pages before proposed: that is what is asked. */
const askedOf = ({ story, proposals }: StoryMaterial): readonly string[] =>
  story.flatMap(({ figure, sentence }) => (figure?.kind === 'proposal' ? [sentence ?? proposals.find(({ id }) => id === figure.proposal)?.sentence ?? ''] : [])).filter((asked) => asked !== '');

/** Whose data a map shows, each named once. */
const sourceLine = ({ analysis: { provenance: { sources } } }: Pick<ViewGround, 'analysis'>, language: Language): string => {
  const named = [...new Set(sources.flatMap(({ attribution }) => (attribution === null ? [] : [printed(attribution)])))];
  return named.length === 0 ? '' : `${sheetWords[language].sources}: ${named.join(', ')}`;
};

function planLine({ base: { plan, analysis: { provenance } }, planVersion, date, language }: StoryMaterial): string {
  const words = sheetWords[language];
  return [`${words.plan} “${plan.name}”, ${words.version} ${planVersion}`, `${provenance.municipality.name} ${provenance.referenceYear}`, date, ...(provenance.municipality.fictitious ? [words.fictitious] : [])].join(' · ');
}
