import { categories, err, hidden, known, metres, notApplicable, ok, share, type Count, type Language, type Municipality, type Norm, type Plan, type Result } from '../../model/index.ts';
import type { PlanAnalysis } from '../../needs/index.ts';
import { comparedAreas } from '../compared-areas.ts';
import { toldAreas } from '../disclosed-analysis.ts';
import { formatFor } from '../format.ts';
import { statusLabel } from '../gap-sentences.ts';
import { amountBreaks, distanceBreaks, roundBreaks } from '../map-classes.ts';
import { classFillOpacity, coverageRamp } from '../map-colours.ts';
import { toldLater } from '../told-later.ts';
import { zoneTable } from '../zone-table.ts';
import type { Panel, PanelSubject } from './panel-sheet.ts';
import type { SheetInput } from './sheet-input.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { cellsOf, classLabel, filledShares, paintedBy, whoOf, type SheetClass } from './sheet-subject.ts';
import { zoneShapes } from './zone-shapes.ts';

/** The small maps that a sheet consists of, or null where it is one map. */
export function panelsOf(input: SheetInput): Result<PanelSubject, SheetProblem> | null {
  const { layer, norms, against } = input;
  if (layer.kind === 'gallery') return galleryOf(input, layer.of);
  if (layer.kind === 'ages') return agesOf(input);
  const norm = layer.kind === 'norm' ? norms.norms.find(({ id }) => id === layer.norm) : undefined;
  return against === undefined || norm === undefined ? null : ok(comparedNorm(input, against, norm));
}

type Shares = ReturnType<typeof cellsOf>;

const sharesOf = (norm: Norm, analysis: PlanAnalysis, { norms, language }: SheetInput): Shares => {
  const table = zoneTable(analysis, norms, language, 'public');
  return norm.kind === 'amount' ? filledShares(norm.id, table) : cellsOf(table, norm.id);
};

const breaksOf = ({ kind }: Norm): readonly number[] => (kind === 'amount' ? amountBreaks : distanceBreaks);

function panelOf(heading: string, note: string, municipality: Municipality, plan: Plan, shares: ReadonlyMap<string, Count>, breaks: readonly number[], figureOf: (figure: Count, zone: string) => string): Panel {
  const outlines = zoneShapes(municipality, plan);
  return {
    heading, note, municipality,
    zones: plan.zones.map(({ id, name }, index) => {
      const figure = shares.get(id) ?? notApplicable;
      return { id, name, shape: outlines[index]!.shape, paint: paintedBy(breaks, figure), figure: figureOf(figure, id) };
    }),
  };
}

const classesOf = (breaks: readonly number[], isAmount: boolean, language: Language): readonly SheetClass[] =>
  coverageRamp.slice(0, breaks.length + 1).map((colour, place) => ({ colour, label: classLabel(breaks[place - 1], breaks[place], isAmount, (value) => formatFor(language).percent(value), language) }));

const markOf = ({ status }: Norm, language: Language): string => (status === 'confirmed' ? '' : ` (${statusLabel(status, language)})`);

/** One map for each kind of facility: the first norm of this kind that speaks of it and can be answered. */
function galleryOf(input: SheetInput, of: 'distance' | 'amount'): Result<PanelSubject, SheetProblem> {
  const { norms, analysis, municipality, plan, language } = input;
  const answered = norms.norms.filter((norm) => norm.kind === of && ['known', 'hidden'].includes(sharesOf(norm, analysis, input).whole.kind));
  const chosen = answered.filter((norm, index) => answered.findIndex(({ category }) => category === norm.category) === index);
  if (chosen.length === 0) return err({ code: 'nothing-to-compare', layer: 'gallery' });
  const { percent, countPercent } = formatFor(language);
  const { name } = analysis.provenance.municipality;
  const measured = chosen.map((norm) => ({ norm, shares: sharesOf(norm, analysis, input) }));
  const ranked = measured.flatMap(({ norm, shares: { whole } }) => (whole.kind === 'known' ? [{ norm, value: whole.value }] : [])).sort((a, b) => a.value - b.value);
  const [least, most] = [ranked[0], ranked.at(-1)];
  const told = (one: { readonly norm: Norm; readonly value: number }): string => `${categories[one.norm.category][language].toLowerCase()} (${percent(share(one.value))})`;
  const isDistance = of === 'distance';
  const title = least === undefined || most === undefined || least === most
    ? { nl: isDistance ? `Wie in ${name} dicht bij voorzieningen woont` : `Aanbod en norm in ${name}`, en: isDistance ? `Who in ${name} lives near facilities` : `Supply and norm in ${name}` }
    : isDistance
      ? { nl: `In ${name} is ${told(most)} het best bereikbaar en ${told(least)} het minst`, en: `In ${name} ${told(most)} is most within reach and ${told(least)} least` }
      : { nl: `In ${name} haalt ${told(most)} het meest van de norm en ${told(least)} het minst`, en: `In ${name} ${told(most)} has most of its norm and ${told(least)} least` };
  return ok({
    title: title[language],
    subtitle: [
      isDistance ? { nl: 'Aandeel mensen binnen de afstand van de norm', en: 'Share of people within the distance of the norm' }[language] : { nl: 'Aanbod in procent van wat de norm vraagt', en: 'Supply as a percentage of what the norm asks' }[language],
      { nl: 'per woonzorgzone, in dezelfde klassen', en: 'per care zone, in the same classes' }[language], `${name}, ${analysis.provenance.referenceYear}`,
    ].join(' · '),
    panels: measured.map(({ norm, shares }) => panelOf(`${categories[norm.category][language]}: ${countPercent(shares.whole)}`, `${noteOf(norm, language)}${markOf(norm, language)}`, municipality, plan, shares.zones, breaksOf(norm), (figure) => countPercent(figure))),
    classesNote: isDistance ? { nl: 'Aandeel binnen de afstand', en: 'Share within the distance' }[language] : { nl: 'Aanbod in procent van de norm', en: 'Supply as a percentage of the norm' }[language],
    classes: classesOf(isDistance ? distanceBreaks : amountBreaks, !isDistance, language),
    classOpacity: classFillOpacity,
  });
}

function noteOf(norm: Norm, language: Language): string {
  if (norm.kind === 'amount') return norm.label[language];
  const { distance } = formatFor(language);
  return { nl: `${whoOf(norm.ages, 'nl')} binnen ${distance(metres(norm.withinMetres))}`, en: `${whoOf(norm.ages, 'en')} within ${distance(metres(norm.withinMetres))}` }[language];
}

/** The base and what is held against it, in the base's classes; a zone that both have says how far it differs. */
function comparedNorm(input: SheetInput, against: NonNullable<SheetInput['against']>, norm: Norm): PanelSubject {
  const { analysis, municipality, plan, language } = input;
  const { percent, countPercent } = formatFor(language);
  const base = sharesOf(norm, analysis, input);
  const other = besideBase(norm, input, against, sharesOf(norm, against.analysis, input));
  const breaks = breaksOf(norm);
  const isKnown = base.whole.kind === 'known' && other.whole.kind === 'known';
  const what = `${categories[norm.category][language]}${markOf(norm, language)}`;
  const baseName = plan.name === '' ? { nl: 'Dit plan', en: 'This plan' }[language] : plan.name;
  return {
    title: isKnown
      ? { nl: `${what}: van ${percent(share((base.whole as { value: number }).value))} naar ${percent(share((other.whole as { value: number }).value))} met ${against.label}`, en: `${what}: from ${percent(share((base.whole as { value: number }).value))} to ${percent(share((other.whole as { value: number }).value))} with ${against.label}` }[language]
      : { nl: `${what}: ${baseName} naast ${against.label}`, en: `${what}: ${baseName} beside ${against.label}` }[language],
    subtitle: [noteOf(norm, language), { nl: `beide in de klassen van ${baseName}`, en: `both in the classes of ${baseName}` }[language], analysis.provenance.municipality.name].join(' · '),
    panels: [
      panelOf(`${baseName}, ${analysis.provenance.referenceYear}: ${countPercent(base.whole)}`, noteOf(norm, language), municipality, plan, base.zones, breaks, (figure) => countPercent(figure)),
      panelOf(`${against.label}, ${against.analysis.provenance.referenceYear}: ${countPercent(other.whole)}`, { nl: 'Met het verschil in procentpunten', en: 'With the difference in percentage points' }[language], against.municipality, against.plan, other.zones, breaks,
        (figure, zone) => `${countPercent(figure)}${differenceOf(base.zones.get(zone), figure, language)}`),
    ],
    classesNote: noteOf(norm, language), classes: classesOf(breaks, norm.kind === 'amount', language), classOpacity: classFillOpacity,
  };
}

/** The shares of the other without those whose difference with the base would tell of fewer than five persons. */
function besideBase(norm: Norm, { analysis, norms }: SheetInput, against: NonNullable<SheetInput['against']>, { zones, whole }: Shares): Shares {
  const place = norms.norms.filter(({ kind }) => kind === norm.kind).indexOf(norm);
  const veiled = new Set(comparedAreas(analysis, against.analysis).flatMap(({ other }) =>
    ((norm.kind === 'distance' ? other.coverage[place]!.share : other.needs[place]!.filledShare).kind === 'hidden' ? [other.zone ?? other.kind] : [])));
  return { zones: new Map([...zones].map(([zone, figure]) => [zone, veiled.has(zone) ? hidden : figure])), whole: veiled.has('municipality') ? hidden : whole };
}

/** " (+4)", in percentage points; nothing where either is missing. */
function differenceOf(base: Count | undefined, other: Count, language: Language): string {
  if (base?.kind !== 'known' || other.kind !== 'known') return '';
  const points = Math.round((other.value - base.value) * 100);
  return ` (${points > 0 ? '+' : ''}${formatFor(language).number(points)})`;
}

/** How old each zone is in every year that is known, in classes that are round for the first year. */
function agesOf(input: SheetInput): Result<PanelSubject, SheetProblem> {
  const { analysis, municipality, plan, language } = input;
  const years = analysis.municipality.projections.map(({ year }) => year);
  const base = toldAreas(analysis, 'public');
  const first = new Map(base.map(({ kind, zone, people }) => [kind === 'zone' ? zone! : kind, shareOf(people.from75, people.inhabitants)]));
  const whole = first.get('municipality')!;
  if (years.length === 0 || whole.kind !== 'known') return err({ code: 'nothing-to-compare', layer: 'ages' });
  const { percent, countPercent } = formatFor(language);
  const breaks = roundBreaks([...first.values()].flatMap((figure) => (figure.kind === 'known' ? [figure.value] : [])), 0.01);
  const later = (year: number) => {
    const then = toldLater(analysis, year);
    return new Map(base.map(({ kind, zone }, row) => [kind === 'zone' ? zone! : kind, shareOf(then[row]!.from75, then[row]!.inhabitants)]));
  };
  const shown = years.length <= 5 ? years : [years[0]!, years[Math.floor(years.length / 2)]!, years.at(-1)!];
  const panels = [{ year: analysis.provenance.referenceYear, shares: first }, ...shown.map((year) => ({ year, shares: later(year) }))];
  const last = panels.at(-1)!;
  const { name } = analysis.provenance.municipality;
  const [from, to] = [percent(share(whole.value), 1), countPercent(last.shares.get('municipality')!, 1)];
  return ok({
    title: { nl: `Het aandeel 75-plussers in ${name} gaat van ${from} in ${panels[0]!.year} naar ${to} in ${last.year}`, en: `The share of inhabitants aged 75 and older in ${name} goes from ${from} in ${panels[0]!.year} to ${to} in ${last.year}` }[language],
    subtitle: [
      { nl: 'Aandeel 75-plussers per woonzorgzone, in de klassen van het eerste jaar', en: 'Share of inhabitants aged 75 and older per care zone, in the classes of the first year' }[language],
      { nl: 'elke leeftijdsgroep groeit per zone zoals in de gemeente', en: 'each age band grows in a zone as in the municipality' }[language], name,
    ].join(' · '),
    panels: panels.map(({ year, shares }) => panelOf(`${year}: ${countPercent(shares.get('municipality')!, 1)}`, year === panels[0]!.year ? { nl: 'jaar van de gegevens', en: 'year of the data' }[language] : { nl: 'vooruitberekend', en: 'projected' }[language], municipality, plan, shares, breaks, (figure) => countPercent(figure, 1))),
    classesNote: { nl: 'Aandeel 75-plussers', en: 'Share aged 75 and older' }[language], classes: classesOf(breaks, false, language), classOpacity: classFillOpacity,
  });
}

function shareOf(part: Count, whole: Count): Count {
  if (part.kind !== 'known' || whole.kind !== 'known') return part.kind === 'known' ? whole : part;
  return whole.value === 0 ? notApplicable : known(part.value / whole.value);
}
