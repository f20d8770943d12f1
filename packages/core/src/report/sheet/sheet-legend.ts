import { categories, terms, type CategoryId, type Language, type Municipality } from '../../model/index.ts';
import { paintedArea, type AreaPaint } from './area-marks.ts';
import { circlePath } from './base-marks.ts';
import { boxPath, type Mark } from './drawing.ts';
import { facilityDot, facilityMark, type IconOf } from './facility-signs.ts';
import type { LegendRow, LegendSection } from './legend.ts';
import { classFillOpacity, mapColours, zoneFillOpacity } from '../map-colours.ts';
import type { SheetSubject } from './sheet-subject.ts';
import { groupWords, sheetWords } from './sheet-words.ts';

/** What a legend has to explain: no more than what is on the map. */
export interface LegendContent {
  readonly subject: SheetSubject;
  readonly zones: readonly { readonly name: string; readonly fill: string; readonly figure: string; readonly paint: AreaPaint }[];
  readonly symbols: readonly { readonly category: CategoryId; readonly open: number; readonly planned: number; readonly drawnAs: 'sign' | 'dot' }[];
  readonly hasPlanned: boolean;
  readonly hasNuclei: boolean;
  readonly municipality: Municipality;
  readonly iconOf: IconOf;
  readonly language: Language;
}

/** The sections of the legend, the most needed first. */
export function legendSections({ subject, zones, symbols, hasPlanned, hasNuclei, municipality, iconOf, language }: LegendContent): readonly LegendSection[] {
  const words = sheetWords[language];
  return [
    ...(subject.key === null ? [] : [classSection(subject, zones, language)]),
    ...symbolSections(symbols, hasPlanned, iconOf, language),
    { heading: words.lines, rows: lineRows(municipality, zones.length > 0, hasNuclei, language) },
    { heading: words.remarks, rows: subject.remarks.map((text): LegendRow => ({ sign: null, text })) },
    ...(subject.key === null && symbols.length === 0
      ? [{ heading: words.zones, dispensable: true, rows: zones.map(({ name, fill, figure }): LegendRow => ({ sign: swatch({ colour: fill, opacity: zoneFillOpacity }), text: name, figure })) }]
      : []),
  ];
}

/** A piece of the map's own paint in a thin outline. */
const swatch = (paint: AreaPaint): LegendRow['sign'] => (xMm, yMm, widthMm, heightMm) => {
  const box = { xMm, yMm, widthMm, heightMm };
  const d = boxPath(box);
  return [
    { kind: 'path', d, fill: mapColours.ground },
    ...paintedArea(d, paint, box),
    { kind: 'path', d, stroke: { colour: mapColours.outline, widthMm: 0.15 } },
  ];
};

function classSection({ key }: SheetSubject, zones: LegendContent['zones'], language: Language): LegendSection {
  const words = sheetWords[language];
  const { heading, note, classes, whole } = key!;
  return {
    heading,
    rows: [
      { sign: null, text: note },
      ...classes.toReversed().map(({ colour, label }): LegendRow => ({ sign: swatch({ colour, opacity: classFillOpacity }), text: label })),
      ...(zones.some(({ paint }) => paint === 'hatch') ? [{ sign: swatch('hatch'), text: words.noData }] : []),
      ...(zones.some(({ paint }) => paint === 'dots') ? [{ sign: swatch('dots'), text: words.hidden }] : []),
      { sign: null, text: whole, bold: true },
    ],
  };
}

function symbolSections(symbols: LegendContent['symbols'], hasPlanned: boolean, iconOf: IconOf, language: Language): readonly LegendSection[] {
  if (symbols.length === 0) return [];
  const words = sheetWords[language];
  const row = ({ category, open, planned, drawnAs }: LegendContent['symbols'][number]): LegendRow => ({
    sign: (xMm, yMm, widthMm, heightMm) => [drawnAs === 'dot'
      ? facilityDot(category, false, xMm + widthMm / 2, yMm + heightMm / 2, heightMm * 0.5)
      : facilityMark(category, false, xMm + widthMm / 2, yMm + heightMm / 2, heightMm * 1.25, iconOf)],
    text: categories[category][language],
    figure: planned === 0 ? String(open) : `${open} + ${planned}`,
  });
  const notes: readonly LegendRow[] = hasPlanned ? [{ sign: null, text: words.planned }] : [];
  const groups = [...new Set(symbols.map(({ category }) => categories[category].group))];
  if (groups.length === 1) return [{ heading: words.facilities, rows: [...symbols.map(row), ...notes] }];
  return groups.map((group, index): LegendSection => ({
    heading: groupWords[group][language],
    rows: [...symbols.filter(({ category }) => categories[category].group === group).map(row), ...(index === groups.length - 1 ? notes : [])],
  }));
}

function lineRows({ barriers, crossings }: Municipality, hasZones: boolean, hasNuclei: boolean, language: Language): readonly LegendRow[] {
  const words = sheetWords[language];
  const line = (colour: string, widthMm: number, ...more: readonly { readonly widthMm: number; readonly dashMm: readonly number[] }[]): LegendRow['sign'] => (xMm, yMm, width, height) => {
    const d = `M${String(xMm)} ${String(yMm + height / 2)}h${String(width)}`;
    return [{ widthMm }, ...more].map((stroke): Mark => ({ kind: 'path', d, stroke: { colour, ...stroke } }));
  };
  const has = (...kinds: readonly string[]): boolean => barriers.some(({ kind }) => kinds.includes(kind));
  const dot = (fill: string, rim: string, radius: number): LegendRow['sign'] => (xMm, yMm, width, height) =>
    [{ kind: 'path', d: circlePath(xMm + width / 2, yMm + height / 2, radius), fill, stroke: { colour: rim, widthMm: 0.25 } }];
  return [
    ...(hasZones ? [{ sign: line(mapColours.outline, 0.4), text: words.zone }] : []),
    { sign: line(mapColours.boundary, 0.9), text: words.boundary },
    ...(hasNuclei ? [{ sign: dot(mapColours.label, mapColours.halo, 0.8), text: terms.Nucleus[language][0] }] : []),
    ...(has('spoorweg') ? [{ sign: line(mapColours.railway, 0.3, { widthMm: 0.9, dashMm: [0.25, 1.75] }), text: words.railway }] : []),
    ...(has('kanaal', 'rivier') ? [{ sign: line(mapColours.canal, 0.9), text: words.water }] : []),
    ...(has('autosnelweg', 'expresweg') ? [{ sign: line(mapColours.barrierRoad, 0.6), text: words.road }] : []),
    ...(crossings.length > 0 ? [{ sign: dot(mapColours.paper, mapColours.railway, 0.6), text: words.crossing }] : []),
  ];
}
