import { categories, categoryIds, err, known, metres, notApplicable, ok, share, type AgeBand, type CategoryId, type Count, type Language, type Norm, type NormSet, type Result, type Share } from '../../model/index.ts';
import type { AreaAnalysis, PlanAnalysis } from '../../needs/index.ts';
import { formatFor } from '../format.ts';
import { amountDecimals, methodLabel, statusLabel, unitLabel } from '../gap-sentences.ts';
import { zoneTable, type ZoneTable } from '../zone-table.ts';
import type { AreaPaint } from './area-marks.ts';
import { classFillOpacity, coverageRamp } from '../map-colours.ts';
import { amountBreaks, classAt, distanceBreaks } from '../map-classes.ts';
import type { SheetLayer, SheetProblem } from './sheet-problem.ts';
import { nearWords, sheetWords } from './sheet-words.ts';

/** One class of a map: from its lower bound (inclusive) to its upper one. */
export interface SheetClass {
  readonly colour: string;
  readonly label: string;
}

/** What the classes of a map stand for, with the figure of the whole. */
export interface ClassKey {
  readonly heading: string;
  readonly note: string;
  readonly classes: readonly SheetClass[];
  readonly whole: string;
}

/** What a map says: in words, and per zone in figures and fills. Everything in it may be seen by anybody. */
export interface SheetSubject {
  readonly title: string;
  readonly subtitle: string;
  readonly zones: ReadonlyMap<string, { readonly note: string; readonly paint: AreaPaint }>;
  readonly key: ClassKey | null;
  /** Kinds of facility that are drawn, in the order of the tree. */
  readonly categories: readonly CategoryId[];
  readonly remarks: readonly string[];
}

/** The subject of a map of the whole plan, or of one zone of it. */
export function subjectOf(layer: SheetLayer, zone: string | null, analysis: PlanAnalysis, norms: NormSet, language: Language): Result<SheetSubject, SheetProblem> {
  const table = zoneTable(analysis, norms, language, 'public');
  switch (layer.kind) {
    case 'zones': return ok(zonesSubject(zone, analysis, table, language));
    case 'facilities': return ok(facilitiesSubject(zone, analysis, language));
    case 'gallery': case 'ages': return err({ code: 'nothing-to-compare', layer: layer.kind });
    case 'norm': {
      const norm = norms.norms.find(({ id }) => id === layer.norm);
      return norm === undefined
        ? err({ code: 'unknown-norm', norm: layer.norm, known: norms.norms.map(({ id }) => id) })
        : ok(normSubject(norm, zone, analysis, table, language));
    }
  }
}

export function cellsOf({ columns, rows }: ZoneTable, key: string): { readonly zones: ReadonlyMap<string, Count>; readonly whole: Count } {
  const column = columns.findIndex((one) => one.key === key);
  return {
    zones: new Map(rows.flatMap(({ kind, zone, cells }) => (kind === 'zone' && zone !== null ? [[zone, cells[column]!] as const] : []))),
    whole: rows.at(-1)!.cells[column]!,
  };
}

function zonesSubject(zone: string | null, { zones, unassigned, municipality, provenance }: PlanAnalysis, table: ZoneTable, language: Language): SheetSubject {
  const { count, number } = formatFor(language);
  const words = sheetWords[language];
  const inhabitants = cellsOf(table, 'inhabitants');
  const told = [...inhabitants.zones.values()].flatMap((one) => (one.kind === 'known' ? [one.value] : []));
  const { name } = provenance.municipality;
  const chosen = zones.find((one) => one.zone === zone);
  const range = { nl: `van ${number(Math.min(...told))} tot ${number(Math.max(...told))} inwoners`, en: `of ${number(Math.min(...told))} to ${number(Math.max(...told))} inhabitants` }[language];
  const title = chosen !== undefined
    ? { nl: `${chosen.name} telt ${count(inhabitants.zones.get(chosen.zone)!)} inwoners`, en: `${chosen.name} has ${count(inhabitants.zones.get(chosen.zone)!)} inhabitants` }
    : zones.length === 0
      ? { nl: `${name} heeft nog geen woonzorgzones`, en: `${name} has no care zones yet` }
      : zones.length === 1
        ? { nl: `${name} is één woonzorgzone met ${count(inhabitants.whole)} inwoners`, en: `${name} is one care zone with ${count(inhabitants.whole)} inhabitants` }
        : { nl: `${name} telt ${number(zones.length)} woonzorgzones${told.length === zones.length ? ` ${range}` : ''}`, en: `${name} has ${number(zones.length)} care zones${told.length === zones.length ? ` ${range}` : ''}` };
  return {
    title: title[language],
    subtitle: [
      { nl: 'Indeling in woonzorgzones, met hun inwoners', en: 'Division into care zones, with their inhabitants' }[language],
      ...(unassigned.blocks > 0 ? [{ nl: `${number(unassigned.blocks)} bouwblokken nog niet toegewezen`, en: `${number(unassigned.blocks)} blocks not assigned yet` }[language]] : []),
      `${name}, ${provenance.referenceYear}`,
    ].join(' · '),
    zones: new Map(zones.map((one) => [one.zone, { note: `${count(inhabitants.zones.get(one.zone)!)} ${words.inhabitants}`, paint: null }])),
    key: null,
    categories: [],
    remarks: peopleRemarks(municipality, provenance, inhabitants.zones.values(), language),
  };
}

function facilitiesSubject(zone: string | null, analysis: PlanAnalysis, language: Language): SheetSubject {
  const { number } = formatFor(language);
  const { zones, municipality, provenance } = analysis;
  const area: AreaAnalysis = zones.find((one) => one.zone === zone) ?? municipality;
  const name = zones.find((one) => one.zone === zone)?.name ?? provenance.municipality.name;
  const present = area.facilities.flatMap(({ category, facilities: { count } }) => (count.kind === 'known' && count.value > 0 ? [{ category, count: count.value }] : []));
  const total = present.reduce((sum, { count }) => sum + count, 0);
  return {
    title: {
      nl: `${number(total)} ${total === 1 ? 'voorziening' : 'voorzieningen'} van ${number(present.length)} ${present.length === 1 ? 'soort' : 'soorten'} in ${name}`,
      en: `${number(total)} ${total === 1 ? 'facility' : 'facilities'} of ${number(present.length)} ${present.length === 1 ? 'kind' : 'kinds'} in ${name}`,
    }[language],
    subtitle: [
      { nl: 'Voorzieningen voor wonen, zorg en het dagelijks leven; de vorm zegt de groep', en: 'Facilities for living, care and daily life; the shape tells the group' }[language],
      `${provenance.municipality.name}, ${provenance.referenceYear}`,
    ].join(' · '),
    zones: new Map(zones.map((one) => [one.zone, { note: '', paint: null }])),
    key: null,
    categories: categoryIds,
    remarks: [],
  };
}

/** A norm as a map: its share in each zone, and as its title what stands out. */
function normSubject(norm: Norm, zone: string | null, analysis: PlanAnalysis, table: ZoneTable, language: Language): SheetSubject {
  const { percent, countPercent } = formatFor(language);
  const { provenance, zones, municipality } = analysis;
  const isAmount = norm.kind === 'amount';
  const shares = isAmount ? filledShares(norm.id, table) : cellsOf(table, norm.id);
  const breaks = isAmount ? amountBreaks : distanceBreaks;
  const need = municipality.needs.find((one) => one.norm === norm.id);
  const coverage = municipality.coverage.find((one) => one.norm === norm.id);
  const how = norm.kind === 'distance' && coverage !== undefined ? methodLabel(coverage.within.method, language) : null;
  const years = need === undefined || need.required.year === need.present.year
    ? String(provenance.referenceYear)
    : { nl: `aanwezig ${need.present.year}, nodig ${need.required.year}`, en: `present ${need.present.year}, required ${need.required.year}` }[language];
  const measured = isAmount
    ? { nl: 'Aanbod in procent van wat de norm vraagt', en: 'Supply as a percentage of what the norm asks' }[language]
    : { nl: `Aandeel ${whoOf(norm.ages, language)} binnen ${formatFor('nl').distance(metres(norm.withinMetres))}, in procent`, en: `Share of ${whoOf(norm.ages, language)} within ${formatFor('en').distance(metres(norm.withinMetres))}, in per cent` }[language];
  return {
    title: isAmount ? amountTitle(norm, zone, analysis, table, language) : distanceTitle(norm, zone, analysis, shares, language),
    subtitle: [...(isAmount ? [`${norm.label[language]}${markOf(norm, language)}`, measured] : [`${measured}${markOf(norm, language)}`]), { nl: 'per woonzorgzone', en: 'per care zone' }[language], `${provenance.municipality.name}, ${years}${how === null ? '' : `, ${how}`}`].join(' · '),
    zones: new Map(zones.map((one) => {
      const figure = shares.zones.get(one.zone)!;
      return [one.zone, { note: countPercent(figure), paint: paintedBy(breaks, figure) }];
    })),
    key: {
      heading: `${categories[norm.category][language]}${markOf(norm, language)}`,
      note: measured,
      classes: coverageRamp.map((colour, place) => ({ colour, label: classLabel(breaks[place - 1], breaks[place], isAmount, percent, language) })),
      whole: `${provenance.municipality.name}: ${countPercent(shares.whole)}`,
    },
    categories: [norm.category],
    remarks: [...normRemarks(norm, analysis, language), ...peopleRemarks(municipality, provenance, shares.zones.values(), language)],
  };
}

/** The fill of a figure by its class; not known is hatched, not told is dotted, and where the question has no meaning nothing is drawn. */
export function paintedBy(breaks: readonly number[], figure: Count): AreaPaint {
  switch (figure.kind) {
    case 'known': return { colour: coverageRamp[classAt(breaks, figure.value)]!, opacity: classFillOpacity };
    case 'unknown': return 'hatch';
    case 'hidden': return 'dots';
    case 'not-applicable': return null;
  }
}

export function filledShares(norm: string, table: ZoneTable): ReturnType<typeof cellsOf> {
  const required = cellsOf(table, `${norm}-required`);
  const present = cellsOf(table, `${norm}-present`);
  const filled = (have: Count, ask: Count): Count => {
    if (have.kind !== 'known') return have;
    if (ask.kind !== 'known') return ask;
    return ask.value === 0 ? notApplicable : known(have.value / ask.value);
  };
  return { zones: new Map([...present.zones].map(([zone, have]) => [zone, filled(have, required.zones.get(zone)!)])), whole: filled(present.whole, required.whole) };
}

export function classLabel(from: number | undefined, to: number | undefined, isAmount: boolean, percent: (value: Share) => string, language: Language): string {
  const words = sheetWords[language];
  if (from === undefined) return `${words.below} ${percent(share(to!))}`;
  if (to === undefined) return `${percent(share(from))} ${isAmount ? words.normMet : words.from}`;
  return `${formatFor(language).number(from * 100)} ${words.to} ${percent(share(to))}`;
}

function amountTitle(norm: Norm & { readonly kind: 'amount' }, zone: string | null, { zones, provenance }: PlanAnalysis, table: ZoneTable, language: Language): string {
  const { number } = formatFor(language);
  const chosen = zones.find((one) => one.zone === zone);
  const name = chosen?.name ?? provenance.municipality.name;
  const of = (part: string): Count => {
    const cells = cellsOf(table, `${norm.id}-${part}`);
    return chosen === undefined ? cells.whole : cells.zones.get(chosen.zone)!;
  };
  const present = of('present');
  const required = of('required');
  const near = { nl: categories[norm.category].nl.toLowerCase(), en: categories[norm.category].en.toLowerCase() };
  if (present.kind !== 'known' || required.kind !== 'known') {
    return { nl: `Over ${near.nl} in ${name} is niet genoeg bekend`, en: `Not enough is known of ${near.en} in ${name}` }[language];
  }
  const have = number(present.value, amountDecimals(present.value));
  const ask = number(required.value, amountDecimals(required.value));
  const unit = unitLabel(norm.unit, required.value, language);
  return present.value >= required.value
    ? { nl: `${name} haalt de norm voor ${near.nl}: ${have} waar er ${ask} nodig zijn`, en: `${name} meets the norm for ${near.en}: ${have} where ${ask} are needed` }[language]
    : { nl: `${name} heeft ${have} van de ${ask} ${unit} die de norm vraagt voor ${near.nl}`, en: `${name} has ${have} of the ${ask} ${unit} the norm asks for ${near.en}` }[language];
}

function distanceTitle(norm: Norm & { readonly kind: 'distance' }, zone: string | null, analysis: PlanAnalysis, shares: ReturnType<typeof cellsOf>, language: Language): string {
  const { percent, distance } = formatFor(language);
  const { zones, provenance } = analysis;
  const chosen = zones.find((one) => one.zone === zone);
  const name = chosen?.name ?? provenance.municipality.name;
  const figure = chosen === undefined ? shares.whole : shares.zones.get(chosen.zone)!;
  const near = nearWords[norm.category][language];
  if (figure.kind !== 'known') {
    return { nl: `Hoeveel mensen in ${name} dicht bij ${near} wonen, is niet bekend`, en: `How many people in ${name} live near ${near} is not known` }[language];
  }
  const who = whoOf(norm.ages, language);
  const far = distance(metres(norm.withinMetres));
  const lowest = chosen === undefined ? lowestOf(analysis, shares.zones) : null;
  const contrast = lowest === null || lowest.value >= figure.value ? '' : { nl: `; in ${lowest.name} is dat ${percent(share(lowest.value))}`, en: `; in ${lowest.name} it is ${percent(share(lowest.value))}` }[language];
  return {
    nl: `${percent(share(figure.value))} van de ${who} in ${name} woont binnen ${far} van ${near}${contrast}`,
    en: `${percent(share(figure.value))} of the ${who} in ${name} live within ${far} of ${near}${contrast}`,
  }[language];
}

/** The zone where the least is met; of equal ones the first of the plan. */
function lowestOf({ zones }: PlanAnalysis, shares: ReadonlyMap<string, Count>): { readonly name: string; readonly value: number } | null {
  return zones.flatMap(({ zone, name }) => {
    const figure = shares.get(zone)!;
    return figure.kind === 'known' ? [{ name, value: figure.value }] : [];
  }).sort((a, b) => a.value - b.value)[0] ?? null;
}

export function whoOf(ages: AgeBand | null, language: Language): string {
  if (ages === null) return { nl: 'inwoners', en: 'inhabitants' }[language];
  if (ages.to === null) return { nl: `${ages.from}-plussers`, en: `inhabitants aged ${ages.from} and older` }[language];
  return { nl: `inwoners van ${formatFor('nl').ages(ages)}`, en: `inhabitants of ${formatFor('en').ages(ages)}` }[language];
}

const markOf = ({ status }: Norm, language: Language): string => (status === 'confirmed' ? '' : ` (${statusLabel(status, language)})`);

function normRemarks(norm: Norm, { provenance: { distances } }: PlanAnalysis, language: Language): readonly string[] {
  const { number } = formatFor(language);
  const source = [norm.source.title, norm.source.place, norm.source.year].filter((part) => part !== null).join(', ');
  const status = {
    confirmed: { nl: `Norm: ${source}.`, en: `Norm: ${source}.` },
    unconfirmed: { nl: `Onbevestigde norm: nog niet nagelezen in de bron (${source}).`, en: `Unconfirmed norm: not yet read in its source (${source}).` },
    own: { nl: `Eigen norm van de gemeente: ${source}.`, en: `The municipality’s own norm: ${source}.` },
  }[norm.status][language];
  if (norm.kind === 'amount' || distances.method === 'measured') return [status];
  return [status, {
    nl: `Afstanden hemelsbreed × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'nl')}), niet langs straten.`,
    en: `Distances as the crow flies × ${number(distances.detourFactor, 2)} (${statusLabel(distances.detourStatus, 'en')}), not along streets.`,
  }[language]];
}

function peopleRemarks(municipality: AreaAnalysis, { population }: PlanAnalysis['provenance'], shown: Iterable<Count>, language: Language): readonly string[] {
  const hides = [...shown, municipality.inhabitants.count].some(({ kind }) => kind === 'hidden');
  return [
    population.totals === 'measured-per-block'
      ? { nl: `Inwoners geteld per bouwblok (${population.year}); waar zij wonen en hun leeftijd zijn berekend.`, en: `Inhabitants counted per block (${population.year}); where they live and their ages are modelled.` }[language]
      : { nl: `Inwoners van de gemeente geteld (${population.year}); per zone zijn ze berekend uit de adressen.`, en: `Inhabitants of the municipality counted (${population.year}); per zone they are modelled from addresses.` }[language],
    ...(hides ? [{ nl: 'Aantallen van 1 tot en met 4 personen worden niet getoond.', en: 'Numbers of 1 up to 4 persons are not shown.' }[language]] : []),
  ];
}
