import { facilitiesOf, known, unknown, usualNeedSettings, type AgeTable, type Count, type Facility, type Municipality, type NeedSettings, type NormSet, type Plan } from '../model/index.ts';
import { reachGroundOf } from '../network/reach-ground.ts';
import { straightLineWalk, type WalkMeasure } from '../network/straight-line.ts';
import { streetWalk } from '../network/street-walk.ts';
import type { AreaAnalysis, PlanAnalysis } from './analysis.ts';
import type { Figure, Method } from './figure.ts';
import { placeOf } from './applies.ts';
import { sumOver, type Area } from './area.ts';
import { coverageOf, coverPerBlock, from75, type BlockCoverage } from './coverage.ts';
import { catchmentOf } from './catchment.ts';
import { asksPerDraw, bandOfBeyond, bandOfNeed } from './draw-bands.ts';
import { drawnColumns, spreadOf } from './draws.ts';
import { findGaps } from './gaps.ts';
import { housingGroundOf, housingIn, type HousingGround } from './housing.ts';
import { localGroundOf, localNeedOf, type LocalGround } from './local-need.ts';
import { askedOfPart, askedOfWhole, groundOf, needOf, type Asked, type NormGround } from './need.ts';
import { peopleOf, personsWithin, tableOfPeople, type People } from './people.ts';
import { laterYears, projectPeople } from './projection.ts';
import { resolvedNorm } from './requirement.ts';
import { supplyByDate } from './supply-by-date.ts';
import { reachableIn, reachSupply, whereBroughtHome, type SupplyReach } from './supply-reach.ts';
import { supplyByCategory, supplyIn, type Supply } from './supply.ts';
import { vulnerabilityIn, vulnerabilityOf } from './vulnerability.ts';
import { functionsIn, placeFunctions, type FunctionGround } from './zone-functions.ts';

export interface AnalysisSettings {
  readonly need: NeedSettings;
  readonly walk: WalkMeasure;
  /** The year of the picture, one of `yearsOf`; absent, that of the dataset. */
  readonly year?: number | undefined;
}

/** Walks along the streets of the dataset; where it has none, in a straight line, marked as such. `need`: that of a plan. */
export function analysisSettings(municipality: Municipality, need: NeedSettings = usualNeedSettings): AnalysisSettings {
  const ground = reachGroundOf(municipality);
  return { need, walk: ground === null ? straightLineWalk : streetWalk(ground) };
}

/** All that does not depend on where the zones lie: made once per dataset, norm set and list of facilities, then read at each edit. */
export interface AnalysisGround {
  readonly municipality: Municipality;
  readonly norms: NormSet;
  readonly settings: AnalysisSettings;
  readonly people: People;
  readonly inhabitants75: Float64Array | null;
  readonly draws: ReturnType<typeof drawnColumns>;
  readonly later: ReturnType<typeof laterYears>;
  readonly supply: Supply;
  readonly grounds: readonly NormGround[];
  readonly coverages: readonly BlockCoverage[];
  /** Who uses the supply of each amount norm by reach, in the order of `grounds`. */
  readonly reach: readonly SupplyReach[];
  /** Per amount norm and draw what each block asks. */
  readonly asks: readonly (readonly Float64Array[] | null)[];
  readonly functions: FunctionGround;
  /** `vulnerabilityOf`: per block, 1 and above. */
  readonly vulnerability: Float64Array;
  readonly local: readonly LocalGround[];
  readonly housing: HousingGround;
}

/**
 * What the people of a municipality need and reach, block by block. `facilities`: those of a plan (`facilitiesOf`).
 * O(addresses × (categories + norms)).
 */
export function prepareAnalysis(
  municipality: Municipality, norms: NormSet, facilities: readonly Facility[], settings: AnalysisSettings = analysisSettings(municipality),
): AnalysisGround {
  const referenceYear = settings.year ?? municipality.population.year;
  const people = peopleAt(municipality, referenceYear);
  const supply = supplyIn(referenceYear, municipality, facilities);
  const tables = tablesOf(municipality, people, referenceYear);
  const place = { ...placeOf(municipality, settings.need), year: referenceYear };
  const later = laterYears(people, tables, referenceYear);
  const vulnerability = vulnerabilityOf(municipality, settings.need);
  const grounds = norms.norms.flatMap((norm) => (norm.kind === 'amount' ? [groundOf(resolvedNorm(norm, norms.norms), people, tables, place)] : []));
  const draws = drawnColumns(municipality.draws, people);
  return {
    municipality, norms, settings, people, supply, draws, grounds,
    inhabitants75: personsWithin(people, from75),
    later, vulnerability,
    coverages: coverPerBlock(municipality, people, norms.norms.filter((norm) => norm.kind === 'distance'), supply, settings.walk, place),
    reach: grounds.map(({ norm }) => reachSupply(municipality, people, norm, catchmentOf(norm, norms), supply, settings.walk)),
    asks: grounds.map((norm) => asksPerDraw(norm, people, draws, tables, referenceYear)),
    functions: placeFunctions(municipality, people, supply, settings.walk),
    local: (norms.local ?? []).map((rule) => localGroundOf(rule, [{ year: referenceYear, people }, ...later], vulnerability)),
    housing: housingGroundOf(municipality, norms),
  };
}

/** What does not depend on facilities: who live in each area of a plan and what the norms ask of them. */
interface Zoned {
  /** Zones in the order of the plan, then what is not assigned. */
  readonly parts: readonly ZonedArea[];
  readonly whole: ZonedArea;
  /** Per amount norm what it asks of the whole municipality, before rounding. */
  readonly exact: readonly number[];
}

interface ZonedArea {
  readonly area: Area;
  readonly held: ReadonlySet<number>;
  readonly asked: readonly Asked[];
  readonly people: ReturnType<typeof peopleFigures>;
}

const zonedBefore = new WeakMap<readonly NormGround[], WeakMap<Plan, Zoned>>();

/** Reckoned once per plan as long as people and norms stay: a change of facilities comes back to it. */
function zoned(ground: AnalysisGround, plan: Plan): Zoned {
  const ofGround = zonedBefore.get(ground.grounds) ?? new WeakMap<Plan, Zoned>();
  zonedBefore.set(ground.grounds, ofGround);
  let found = ofGround.get(plan);
  if (found === undefined) ofGround.set(plan, (found = zoneOut(ground, plan)));
  return found;
}

function zoneOut(ground: AnalysisGround, plan: Plan): Zoned {
  const { municipality: { blocks }, grounds, settings } = ground;
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const places = new Map(plan.zones.map(({ id }, index) => [id, index]));
  const areas: number[][] = Array.from({ length: plan.zones.length + 1 }, () => []);
  for (const [block, { id }] of blocks.entries()) areas[places.get(zoneOf.get(id) ?? '') ?? plan.zones.length]!.push(block);
  const everywhere: Area = [...blocks.keys()];
  const partsAsked = areas.map((area) => grounds.map((norm) => askedOfPart(area, norm, settings.need.split)));
  const wholeAsked = grounds.map((norm, index) => askedOfWhole(everywhere, norm, partsAsked.map((asked) => asked[index]!)));
  const of = (area: Area, asked: readonly Asked[], isWhole: boolean): ZonedArea => ({ area, held: new Set(area), asked, people: peopleFigures(ground, area, isWhole) });
  return {
    parts: areas.map((area, index) => of(area, partsAsked[index]!, false)),
    whole: of(everywhere, wholeAsked, true),
    exact: wholeAsked.map(({ derivation }) => derivation?.exact ?? 0),
  };
}

/** What a plan means for its zones, on ground prepared before for its facilities. O(blocks × norms). */
export function analysePlan(ground: AnalysisGround, plan: Plan): PlanAnalysis {
  const { municipality, norms, settings, people, supply, grounds, coverages } = ground;
  const { population, code, name, fictitious, sources } = municipality;
  const { parts, whole, exact } = zoned(ground, plan);
  const figures = parts.map((part) => areaFigures(ground, part, exact, false));
  const judged = parts.map(({ area }, index) => ({ zone: plan.zones[index]?.id ?? null, area, figures: figures[index]! }));
  return {
    provenance: {
      dataset: plan.dataset,
      municipality: { code, name, fictitious },
      normSet: { id: norms.id, name: norms.name, version: norms.version, own: plan.norms?.id === norms.id && plan.norms.version === norms.version },
      need: settings.need,
      referenceYear: supply.year, population, sources,
      distances: settings.walk.basis,
    },
    bands: people.bands,
    municipality: areaFigures(ground, whole, exact, true),
    zones: plan.zones.map((zone, index) => ({ zone: zone.id, name: zone.name, ...figures[index]! })),
    unassigned: figures.at(-1)!,
    facilitiesOutside: supplyByCategory(supply.open.filter(({ block }) => block === -1).map(({ facility }) => facility), supply),
    gaps: findGaps(judged, grounds, coverages, people),
  };
}

/** What a plan means for the people in it: inhabitants, supply, need and reach of each zone and of the municipality. */
export const analyse = (municipality: Municipality, plan: Plan, norms: NormSet, settings?: AnalysisSettings): PlanAnalysis =>
  analysePlan(prepareAnalysis(municipality, norms, facilitiesOf(municipality, plan), settings ?? analysisSettings(municipality, plan.need)), plan);

/** Which files say where people live, and which how old they are. */
function sourcesOf({ sources }: Municipality): { readonly byPlace: readonly number[]; readonly byAge: readonly number[] } {
  const rolesOf = (roles: readonly string[]) => sources.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  return { byPlace: rolesOf(placeRoles), byAge: rolesOf([...placeRoles, 'ages']) };
}

/** What an area is by its people alone, whatever facilities there are. */
function peopleFigures(ground: AnalysisGround, area: Area, isWhole: boolean) {
  const { municipality, people, inhabitants75, draws, later, supply, settings } = ground;
  const { population } = municipality;
  const { byPlace, byAge } = sourcesOf(municipality);
  const measured = supply.year === population.year && (isWhole || population.totals === 'measured-per-block');
  const figure = (method: Method, of: readonly number[]) => (count: Count): Figure => ({ count, year: supply.year, method, sources: of });
  const persons = sumOver(area, people.inhabitants);
  const addresses = sumOver(area, people.addresses);
  const indicated = settings.need.vulnerability.on ? [...new Set([...byAge, ...(municipality.indicators ?? []).map(({ source }) => source)])].sort((a, b) => a - b) : byAge;
  return {
    blocks: area.length,
    addresses,
    inhabitants: figure(measured ? 'measured' : 'modelled', byPlace)(known(persons)),
    inhabitantsDeviation: measured || addresses === 0 ? 0 : (persons * population.householdSpread) / Math.sqrt(addresses),
    byBand: people.byBand.map((column) => known(sumOver(area, column))),
    from75: figure('modelled', byAge)(inhabitants75 ? known(sumOver(area, inhabitants75)) : unknown),
    spread: spreadOf(area, people, draws),
    projections: later.map(({ year, people: then }) => ({
      year, inhabitants: sumOver(area, then.inhabitants), byBand: then.byBand.map((column) => sumOver(area, column)),
    })),
    localNeeds: ground.local.map((local) => localNeedOf(
      area, local, (count, year) => ({ count, year, method: 'modelled', sources: local.rule.weighted ? indicated : byAge }), supply.year,
    )),
    vulnerability: vulnerabilityIn(area, municipality, ground.vulnerability, settings.need, supply.year),
  };
}

/** `exact`: per amount norm what it asks of the whole municipality, before rounding. */
function areaFigures(ground: AnalysisGround, { area, held, asked, people: ofPeople }: ZonedArea, exact: readonly number[], isWhole: boolean): AreaAnalysis {
  const { municipality, people, draws, supply, grounds, coverages, settings } = ground;
  const facilities = supply.open.filter(({ block }) => held.has(block)).map(({ facility }) => facility);
  const { byAge } = sourcesOf(municipality);
  const reachMethod: Method = settings.walk.basis.method === 'straight-line' ? 'straight-line' : 'modelled';
  const reachSources = [...new Set([...byAge, ...supply.sources])].sort((a, b) => a - b);
  const reached = (count: Count): Figure => ({ count, year: supply.year, method: reachMethod, sources: reachSources });
  const supplied = supplyByCategory(facilities, supply);
  return {
    ...ofPeople,
    facilities: supplied,
    needs: grounds.map((norm, index) => {
      const reachable = reachableIn(area, ground.reach[index]!);
      const need = whereBroughtHome(needOf(norm, asked[index]!, facilities, supply, byAge), reachable);
      return { ...need, reachable, band: bandOfNeed(area, need, exact[index]!, ground.asks[index]!, isWhole) };
    }),
    coverage: coverages.map((coverage) => ({ ...coverageOf(area, coverage, reached), band: bandOfBeyond(area, coverage, people, draws) })),
    functions: functionsIn(area, ground.functions),
    supplyByDate: supplyByDate(held, supply),
    housing: housingIn(area, ground.housing, supplied, ofPeople.localNeeds, settings.need.level),
  };
}

/** Files that say how many people live where. */
const placeRoles = ['blocks', 'addresses', 'inhabitants'];

/** The age tables, with the people themselves for the year they are of: then the zones are parts of the same whole. */
function tablesOf({ ageTables }: Municipality, people: People, referenceYear: number): readonly AgeTable[] {
  return [...ageTables.filter(({ year }) => year !== referenceYear), tableOfPeople(people, referenceYear)].sort((a, b) => a.year - b.year);
}

/** The years a picture can be made of: that of the dataset, and those of age tables that fit its age bands; ascending. */
export function yearsOf(municipality: Municipality): readonly number[] {
  const people = peopleOf(municipality);
  const { year } = municipality.population;
  const others = municipality.ageTables.filter((table) => table.year !== year && projectPeople(people, table) !== null).map((table) => table.year);
  return [...new Set([year, ...others])].sort((a, b) => a - b);
}

function peopleAt(municipality: Municipality, year: number): People {
  const given = peopleOf(municipality);
  if (year === municipality.population.year) return given;
  const table = municipality.ageTables.find((one) => one.year === year);
  const people = table && projectPeople(given, table);
  if (!people) throw new Error(`Got the year ${year} when expected one of those an age table fits.`);
  return people;
}
