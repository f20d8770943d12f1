import { ok, type CategoryId, type Municipality, type Result } from '@woonzorgzones/core/model';
import { bandsOf, classOf, dailyDistance, figurePerZone, personsOf, shareSupply, type ReachProblem } from '@woonzorgzones/core/needs';
import { UNREACHED } from '@woonzorgzones/core/network';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { areaOf, collection, homesOf } from './draw-reach.ts';
import type { ReachAbout, ReachAsk, ReachFigures } from './reach-messages.ts';

/** Supply is judged against the mean of the municipality: half as much again, the mean, three quarters of it, half of it. */
const shareOfMean = [1.5, 1, 0.75, 0.5] as const;

/** Comes after five classes: who has none at all. */
const withoutClass = 5;

/** Limits of the classes of a way, as a share of the limit; as `classOf` breaks them. */
const shareOfLimit = [0.5, 1, 1.5, 2] as const;

/** Answers what is in reach, or how far daily life lies, and draws it by home and by zone. */
export function drawFigures(municipality: Municipality, ask: ReachAsk, about: Exclude<ReachAbout, { readonly kind: 'nearest' }>): Result<ReachFigures, ReachProblem> {
  const bands = bandsOf(municipality, ask.ages);
  if (!bands.ok) return bands;
  const persons = personsOf(municipality, bands.value);
  return about.kind === 'supply' ? supplyFigures(municipality, ask, about, persons) : dailyFigures(municipality, ask, about, persons);
}

function supplyFigures(municipality: Municipality, ask: ReachAsk, { method, decay }: ReachAbout & { readonly kind: 'supply' }, persons: Float64Array): Result<ReachFigures, ReachProblem> {
  const area = areaOf(municipality, ask);
  const shared = shareSupply(area, { destination: ask.destination, profile: ask.profile, limit: ask.limit }, { method, decay, ages: ask.ages });
  if (!shared.ok) return shared;
  const { perPerson, supply, idle, unknown } = shared.value;
  // Who has none in reach has 0, which is not unknown: it counts in the mean, and is told apart.
  const parts = zonesOf(municipality, ask, perPerson, persons);
  const having = zonesOf(municipality, ask, perPerson.map((value) => (value > 0 ? value : Number.NaN)), persons);
  const mean = parts.all.mean ?? 0;
  const classes = Uint8Array.from(perPerson, (value) => {
    if (!(value > 0)) return withoutClass;
    const at = shareOfMean.findIndex((share) => value >= share * mean);
    return at < 0 ? shareOfMean.length : at;
  });
  const nameOf = new Map(ask.facilities.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id);
  return ok({
    of: 'supply', homes: homesOfClass(municipality, classes, persons), breaks: shareOfMean.map((share) => share * mean),
    all: { ...parts.all, without: having.all.without }, zones: parts.zones.map((zone, row) => ({ ...zone, without: having.zones[row]!.without })),
    supply: { total: supply, idle: named(idle), unknown: named(unknown) }, missing: [], categories: [],
  });
}

function dailyFigures(municipality: Municipality, ask: ReachAsk, { visits }: ReachAbout & { readonly kind: 'daily' }, persons: Float64Array): Result<ReachFigures, ReachProblem> {
  const daily = dailyDistance(areaOf(municipality, ask), ask.profile, visits);
  if (!daily.ok) return daily;
  const { cost, missing, categories } = daily.value;
  const limit = 'metres' in ask.limit ? ask.limit.metres : ask.limit.seconds * ask.profile.speed.value;
  const parts = zonesOf(municipality, ask, Float64Array.from(cost, (way) => (way === UNREACHED ? Number.NaN : way / 1000)), persons);
  const byCategory = new Map<CategoryId, number>();
  missing.forEach((row, i) => {
    const category = categories[row];
    if (category !== undefined && persons[i]! > 0) byCategory.set(category, (byCategory.get(category) ?? 0) + persons[i]!);
  });
  return ok({
    of: 'daily', homes: homesOfClass(municipality, classOf({ cost, limitCost: limit * 1000 }), persons), breaks: shareOfLimit.map((share) => share * limit), ...parts,
    supply: null, categories, missing: [...byCategory].map(([category, here]) => ({ category, persons: here })).sort((a, b) => b.persons - a.persons || (a.category < b.category ? -1 : 1)),
  });
}

function zonesOf(municipality: Municipality, { zoning }: ReachAsk, figure: Float64Array, persons: Float64Array): Pick<ReachFigures, 'all' | 'zones'> {
  const ground = zoning === null ? municipality : blocksOf(municipality, zoning.splits === undefined ? {} : { splits: zoning.splits });
  const [all] = figurePerZone(ground, { zones: [], zoneOfBlock: {} }, figure, persons);
  return { all: all ?? { zone: null, persons: 0, mean: null, without: 0 }, zones: zoning === null ? [] : figurePerZone(ground, zoning, figure, persons) };
}

const homesOfClass = (municipality: Municipality, classes: Uint8Array, persons: Float64Array): object => {
  const at = homesOf(municipality);
  return collection(municipality.addresses.ids.flatMap((id, i) => (persons[i]! > 0
    ? [{ type: 'Feature', properties: { id, class: classes[i]!, change: -1 }, geometry: { type: 'Point', coordinates: at[i]! } }] : [])));
};
