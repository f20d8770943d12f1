import { categories, err, ok, type CategoryId, type Chapter, type Language, type Result, type StoryView } from '../../model/index.ts';
import { classFillOpacity, mapColours } from '../map-colours.ts';
import { paintedArea, type AreaPaint } from '../sheet/area-marks.ts';
import { boxPath, type Box, type Drawing, type Mark, type MeasureText, type Weight } from '../sheet/drawing.ts';
import { facilityDot, facilityMark, shapeOfGroup } from '../sheet/facility-signs.ts';
import { planContent, planMap, type SheetTools } from '../sheet/plan-map.ts';
import type { ClassKey } from '../sheet/sheet-subject.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { balancedText, wrapText } from '../sheet/text-lines.ts';
import { storyProblemSentence } from './story-sentences.ts';
import { methodSteps, storyWords } from './story-words.ts';
import type { StoryMaterial, StoryProblem } from './story-material.ts';
import { subjectOfView, tellChapter, wholePlan, type ToldChapter } from './tell-chapter.ts';

/** 16:9, as a projector shows it: 13 1/3 by 7 1/2 inch. */
export const slideSize = { widthMm: 338.67, heightMm: 190.5 } as const;

const marginMm = 12;
/** The map has at least two thirds of the slide. */
export const mapBox: Box = { xMm: 0, yMm: 0, widthMm: 226, heightMm: slideSize.heightMm };
const textBox: Box = { xMm: mapBox.widthMm + 10, yMm: marginMm, widthMm: slideSize.widthMm - mapBox.widthMm - 10 - marginMm, heightMm: slideSize.heightMm - 2 * marginMm };
/** Read from the back row: signs and names of the map are this much larger than on A4. */
const enlargement = 1.45;

/** Above so many zones only their names are read. */
const mostNotes = 12;

/** Where in the story a slide stands, from 1. */
export interface SlidePlace {
  readonly number: number;
  readonly of: number;
}

/** A slide, with where its map lies: from one slide to the next the map can fly. */
export interface Slide {
  readonly drawing: Drawing;
  /** The point of the map in the middle of its frame, Lambert 2008 metres, and its scale; null on a page of large type. */
  readonly sight: { readonly x: number; readonly y: number; readonly mmPerMetre: number } | null;
}

/**
 * A chapter as one slide: a map, a sentence and a figure, or large type alone. `state` chooses what is swiped between; the
 * map keeps its place and scale. The same chapter and plan give the same drawing.
 */
export function drawSlide(chapter: Chapter, state: 'after' | 'before', place: SlidePlace, material: StoryMaterial, tools: SheetTools): Result<Slide, StoryProblem> {
  const told = tellChapter(state === 'before' && chapter.before !== null ? { ...chapter, view: chapter.before } : chapter, material);
  if (!told.ok) return told;
  const body = chapter.page === 'map' ? mapSlide(chapter, state, told.value, material, tools) : ok({ marks: typeSlide(chapter.page, told.value, material.language, tools), sight: null });
  if (!body.ok) return body;
  const { title, sentence, figure, basis } = told.value;
  const { marks, sight } = body.value;
  return ok({
    sight,
    drawing: {
      ...slideSize, title: sentence === '' ? title : `${title}: ${sentence}`,
      description: [figure === null ? '' : `${figure.value} ${figure.caption}`, basis].filter((part) => part !== '').join('. '),
      language: material.language,
      marks: [...marks, ...footMarks(place, material, tools)],
    },
  });
}

/** The slide of a chapter that cannot be told: it says why, and the rest of the story goes on. */
export function refusedSlide({ title }: Chapter, problem: StoryProblem, place: SlidePlace, material: StoryMaterial, tools: SheetTools): Slide {
  const { language } = material;
  const told: ToldChapter = { title: title ?? storyWords[language].cannot, sentence: storyProblemSentence(problem, language), figure: null, points: [], basis: '' };
  return {
    sight: null,
    drawing: { ...slideSize, title: `${told.title}: ${told.sentence}`, description: '', language, marks: [...typeSlide('closing', told, language, tools), ...footMarks(place, material, tools)] },
  };
}

function mapSlide(chapter: Chapter, state: 'after' | 'before', told: ToldChapter, material: StoryMaterial, tools: SheetTools): Result<{ readonly marks: readonly Mark[]; readonly sight: Slide['sight'] }, StoryProblem> {
  const { language } = material;
  const view = chapter.view ?? wholePlan;
  const shown = state === 'before' && chapter.before !== null ? chapter.before : view;
  const bounds = boundsOfView(view, material);
  if (!bounds.ok) return bounds;
  const ground = material.groundOf(shown);
  if (!ground.ok) return ground;
  const subject = subjectOfView(shown, ground.value, language);
  if (!subject.ok) return subject;
  const { municipality, plan, facilities, analysis, nuclei } = ground.value;
  const zone = plan.zones.some(({ id }) => id === shown.zone) ? shown.zone : null;
  const { figure } = chapter;
  const proposed = state === 'after' && figure?.kind === 'proposal' ? material.proposals.find(({ id }) => id === figure.proposal)?.opens ?? [] : [];
  const drawn = planContent(municipality, plan, [...facilities, ...proposed], subject.value, zone, analysis.provenance.referenceYear, nuclei);
  const content = drawn.zones.length > mostNotes ? { ...drawn, zones: drawn.zones.map((one) => ({ ...one, note: '' })) } : drawn;
  const { marks, projection } = planMap(content, bounds.value, mapBox, enlargement, language, tools);
  const words = storyWords[language];
  const tag = chapter.before === null ? [] : tagMarks(state, state === 'before' ? words.before : words.after, tools);
  const [x, y] = projection.centre;
  return ok({
    sight: { x, y, mmPerMetre: projection.mmPerMetre },
    marks: [{ kind: 'group', name: 'slide-frame', clip: boxPath(mapBox), marks: [{ kind: 'group', name: 'slide-map', marks: [marks[0]!] }, ...marks.slice(1)] }, ...tag, ...wordMarks(told, subject.value.key === null ? signKey(subject.value.categories, content.facilities.some(({ planned }) => planned), language, tools) : classKey(subject.value.key, content.zones.map(({ paint }) => paint), language), tools)],
  });
}

/** What both states of a slide have in sight, so that a swipe moves nothing. */
function boundsOfView(view: StoryView, material: StoryMaterial): Result<readonly [number, number, number, number], StoryProblem> {
  if (view.extent !== null) return ok(view.extent);
  const ground = material.groundOf(view);
  if (!ground.ok) return ground;
  const subject = subjectOfView(view, ground.value, material.language);
  if (!subject.ok) return subject;
  const { municipality, plan, facilities, analysis, nuclei } = ground.value;
  const { bounds } = planContent(municipality, plan, facilities, subject.value, view.zone, analysis.provenance.referenceYear, nuclei);
  return bounds.every(Number.isFinite) ? ok(bounds) : err({ code: 'nothing-to-draw' });
}

interface Block {
  readonly lines: readonly string[];
  readonly sizeMm: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly leading: number;
  /** Room under it. */
  readonly after: number;
}

/** Beside the map: what it is of, the figure, the sentence, on what it rests, and the classes. The sentence is as large as the room lets it be. */
function wordMarks({ title, sentence, figure, basis }: ToldChapter, key: SlideKey | null, { measureText }: SheetTools): readonly Mark[] {
  const fitting = (text: string, weight: Weight, sizes: readonly number[], atMost: number): Pick<Block, 'lines' | 'sizeMm'> => {
    const sizeMm = sizes.find((size) => wrapText(text, size, weight, textBox.widthMm, 99, measureText).length <= atMost) ?? sizes.at(-1)!;
    return { lines: wrapText(text, sizeMm, weight, textBox.widthMm, atMost, measureText), sizeMm };
  };
  const above: readonly Block[] = [
    { ...fitting(title, 'bold', [7.5, 6.5, 5.5], 3), weight: 'bold', colour: mapColours.accent, leading: 1.2, after: 3 },
    ...(figure === null ? [] : [
      { ...fitting(figure.value, 'bold', [24, 20, 16, 12, 9], 1), weight: 'bold' as const, colour: mapColours.label, leading: 1.15, after: 0 },
      { ...fitting(figure.caption, 'regular', [5.4, 4.8], 3), weight: 'regular' as const, colour: mapColours.softLabel, leading: 1.3, after: 6 },
    ]),
  ];
  const below: Block = { ...fitting(basis, 'regular', [3.8, 3.4], 5), weight: 'regular', colour: mapColours.softLabel, leading: 1.35, after: 4 };
  const legendMm = key === null ? 0 : (key.note === '' ? 0 : noteHeightMm) + key.rows.length * classStepMm;
  const room = textBox.heightMm - footMm - legendMm - [...above, below].reduce((sum, block) => sum + heightOf(block), 0);
  const set = (sizeMm: number, atMost: number): Block => ({ lines: wrapText(sentence, sizeMm, 'bold', textBox.widthMm, atMost, measureText), sizeMm, weight: 'bold', colour: mapColours.label, leading: 1.28, after: 4 });
  const said = [10.5, 9.5, 8.5, 7.5, 6.6, 5.8, 5.1, 4.5, 4].map((sizeMm) => set(sizeMm, 30));
  const fits = (block: Block): boolean => heightOf(block) <= room;
  const shown = said.find((block) => fits(block) && hasWholeWords(block, sentence, measureText)) ?? said.find(fits) ?? set(4, Math.max(1, Math.floor((room - 4) / (4 * 1.28))));
  let y = textBox.yMm;
  const marks: Mark[] = [];
  for (const { lines, sizeMm, weight, colour, leading, after } of [...above, shown, below]) {
    for (const text of lines) {
      marks.push({ kind: 'text', xMm: textBox.xMm, yMm: y + sizeMm * 0.95, text, sizeMm, weight, anchor: 'start', colour });
      y += sizeMm * leading;
    }
    y += after;
  }
  return [...marks, ...(key === null ? [] : keyMarks(key, textBox.yMm + textBox.heightMm - footMm - legendMm))];
}

/** Whether no word is cut over two lines. */
const hasWholeWords = ({ sizeMm, weight }: Block, text: string, measureText: MeasureText): boolean =>
  text.split(/\s+/).every((word) => measureText(word, sizeMm, weight) <= textBox.widthMm);

const heightOf = ({ lines, sizeMm, leading, after }: Block): number => lines.length * sizeMm * leading + after;

const classStepMm = 7.2;
const noteHeightMm = 6;
/** Where the number of the slide stands. */
const footMm = 5;

/** What the map's colours or signs stand for, above the foot of a slide. */
interface SlideKey {
  readonly note: string;
  readonly rows: readonly { readonly text: string; readonly sign: (box: Box) => readonly Mark[] }[];
}

/** The classes of a map, darkest last as in every legend, and what is not known or not told where there is such. */
function classKey({ classes, note }: ClassKey, paints: readonly AreaPaint[], language: Language): SlideKey {
  const words = sheetWords[language];
  const row = (text: string, paint: AreaPaint): SlideKey['rows'][number] => ({
    text,
    sign: (swatch) => {
      const d = boxPath(swatch);
      return [{ kind: 'path', d, fill: mapColours.ground }, ...paintedArea(d, paint, swatch), { kind: 'path', d, stroke: { colour: mapColours.outline, widthMm: 0.2 } }];
    },
  });
  return {
    note,
    rows: [
      ...classes.map(({ colour, label }) => row(label, { colour, opacity: classFillOpacity })),
      ...(paints.includes('hatch') ? [row(words.noData, 'hatch')] : []),
      ...(paints.includes('dots') ? [row(words.hidden, 'dots')] : []),
    ],
  };
}

/** The sign of the one kind that is shown, or what the shapes stand for; null on a map without facilities. */
function signKey(shown: readonly CategoryId[], hasPlanned: boolean, language: Language, { iconOf }: SheetTools): SlideKey | null {
  const [only] = shown;
  if (only === undefined) return null;
  const words = storyWords[language];
  const middle = ({ xMm, yMm, widthMm, heightMm }: Box): readonly [number, number, number] => [xMm + widthMm / 2, yMm + heightMm / 2, heightMm];
  const shapes = [...new Set(shown.map((id) => shapeOfGroup[categories[id].group]))];
  const rows: SlideKey['rows'] = shown.length === 1
    ? [{ text: categories[only][language], sign: (box) => { const [x, y, size] = middle(box); return [facilityMark(only, false, x, y, size * 1.3, iconOf)]; } }]
    : shapes.map((shape) => ({
      text: words.shapes[shape],
      sign: (box) => { const [x, y, size] = middle(box); return [facilityDot(shown.find((id) => shapeOfGroup[categories[id].group] === shape)!, false, x, y, size)]; },
    }));
  const planned = hasPlanned ? [{ text: words.planned, sign: (box: Box) => { const [x, y, size] = middle(box); return [facilityDot(only, true, x, y, size)]; } }] : [];
  return { note: '', rows: [...rows, ...planned] };
}

function keyMarks({ note, rows }: SlideKey, top: number): readonly Mark[] {
  const noteMm = note === '' ? 0 : noteHeightMm;
  return [{
    kind: 'group', name: 'legend',
    marks: [
      ...(note === '' ? [] : [{ kind: 'text' as const, xMm: textBox.xMm, yMm: top + 3.4, text: note, sizeMm: 3.4, weight: 'bold' as const, anchor: 'start' as const, colour: mapColours.label }]),
      ...rows.flatMap(({ text, sign }, index): readonly Mark[] => {
        const swatch: Box = { xMm: textBox.xMm, yMm: top + noteMm + index * classStepMm, widthMm: 11, heightMm: 5.4 };
        return [...sign(swatch), { kind: 'text', xMm: swatch.xMm + 14, yMm: swatch.yMm + 4.3, text, sizeMm: 4.6, weight: 'regular', anchor: 'start', colour: mapColours.label }];
      }),
    ],
  }];
}

/** Pages of large type: opening, method, closing. */
function typeSlide(page: Chapter['page'], { title, sentence, points, basis }: ToldChapter, language: Language, { measureText }: SheetTools): readonly Mark[] {
  const left = 34;
  const width = slideSize.widthMm - 2 * left;
  const line = (text: string, yMm: number, sizeMm: number, weight: Weight, colour: string, xMm = left): Mark => ({ kind: 'text', xMm, yMm, text, sizeMm, weight, anchor: 'start', colour });
  const isList = page === 'method' || points.length > 0;
  const sizes = isList ? [13, 11] : [17, 14, 12];
  const titleSize = sizes.find((size) => wrapText(title, size, 'bold', width, 9, measureText).length <= 2) ?? sizes.at(-1)!;
  const titleTop = isList ? 42 : 66;
  const titles = balancedText(title, titleSize, 'bold', width, isList ? 2 : 4, measureText);
  let y = titleTop + titles.length * titleSize * 1.2;
  const marks: Mark[] = [
    { kind: 'path', d: boxPath({ xMm: left, yMm: titleTop - titleSize - 6, widthMm: 26, heightMm: 2.2 }), fill: mapColours.accent },
    ...titles.map((text, index) => line(text, titleTop + index * titleSize * 1.2, titleSize, 'bold', mapColours.label)),
  ];
  const write = (text: string, sizeMm: number, atMost: number, indent = 0): void => {
    for (const one of wrapText(text, sizeMm, 'regular', width - indent, atMost, measureText)) {
      marks.push(line(one, y, sizeMm, 'regular', mapColours.label, left + indent));
      y += sizeMm * 1.35;
    }
  };
  if (page === 'method') {
    for (const [index, [name, body]] of methodSteps[language].entries()) {
      marks.push(line(`${index + 1}. ${name}`, y + 4, 9, 'bold', mapColours.accent));
      y += 15;
      write(body, 7.2, 2);
      y += 6;
    }
  }
  for (const [index, point] of points.entries()) {
    marks.push(line(`${index + 1}.`, y, 7.6, 'bold', mapColours.accent));
    write(point, 7.6, 2, 12);
    y += points.length > 4 ? 1 : 3;
  }
  const small = wrapText(points.length === 0 ? basis : `${sentence} ${basis}`, 4.6, 'regular', width, 3, measureText);
  const smallTop = slideSize.heightMm - 17 - small.length * 6.2;
  if (points.length === 0) {
    const room = smallTop - y - 2;
    const size = [8.4, 7, 5.8].find((one) => wrapText(sentence, one, 'regular', width, 99, measureText).length * one * 1.35 <= room) ?? 4.8;
    write(sentence, size, Math.max(1, Math.floor(room / (size * 1.35))));
  }
  return [...marks, ...small.map((text, index) => line(text, smallTop + index * 6.2, 4.6, 'regular', mapColours.softLabel))];
}

/** Which of the two states is seen: the one before at the left, the one after at the right, as the seam between them uncovers each. */
function tagMarks(state: 'after' | 'before', text: string, { measureText }: SheetTools): readonly Mark[] {
  const widthMm = measureText(text, 6, 'bold') + 8;
  const xMm = state === 'before' ? 8 : mapBox.xMm + mapBox.widthMm - 8 - widthMm;
  return [
    { kind: 'path', d: boxPath({ xMm, yMm: 8, widthMm, heightMm: 11 }), fill: mapColours.accent },
    { kind: 'text', xMm: xMm + widthMm / 2, yMm: 15.8, text, sizeMm: 6, weight: 'bold', anchor: 'middle', colour: mapColours.paper },
  ];
}

/** The number of the slide; invented data say so on every one. */
function footMarks({ number, of }: SlidePlace, { base: { municipality }, language }: StoryMaterial, { measureText }: SheetTools): readonly Mark[] {
  const y = slideSize.heightMm - 5;
  const right = slideSize.widthMm - marginMm;
  const text = sheetWords[language].fictitious;
  const widthMm = measureText(text, 3.8, 'bold') + 5;
  return [
    { kind: 'text', xMm: right, yMm: y, text: `${number} / ${of}`, sizeMm: 3.8, weight: 'regular', anchor: 'end', colour: mapColours.softLabel },
    ...(municipality.fictitious ? [
      { kind: 'path' as const, d: boxPath({ xMm: textBox.xMm, yMm: y - 4.4, widthMm, heightMm: 6 }), fill: mapColours.label },
      { kind: 'text' as const, xMm: textBox.xMm + widthMm / 2, yMm: y, text, sizeMm: 3.8, weight: 'bold' as const, anchor: 'middle' as const, colour: mapColours.paper },
    ] : []),
  ];
}
