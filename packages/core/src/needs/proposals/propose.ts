import { categories, fulfils, functionsOf, known, unknown, type CategoryId, type Count, type DistanceNorm, type Facility, type FacilityFunction, type LivingForm, type Plan, type ScenarioStep } from '../../model/index.ts';
import { reachGroundOf } from '../../network/reach-ground.ts';
import { anyWalker } from '../../network/profiles.ts';
import { metres } from '../../model/index.ts';
import { analysePlan, type AnalysisGround } from '../analyse.ts';
import type { Need, PlanAnalysis, ZoneAnalysis } from '../analysis.ts';
import type { Gap } from '../gap.ts';
import { changeFacilities } from '../change-facilities.ts';
import { dailyServices, type KernSheet } from '../kern-services.ts';
import { siteFacilities } from '../reach/siting.ts';
import { facilitiesAfter } from '../scenario-facilities.ts';
import { wayChanges } from '../way-changes.ts';
import { nearestPlaces } from './near-places.ts';
import type { DoubtCode, NamedFacility, Proposal, ProposalCondition, ProposalEffect, ProposalFacts } from './proposal.ts';
import { kernRoads, type KernPeople } from './kern-roads.ts';
import { proposalRuleTable } from './rules.ts';

/** What proposals are made from: a plan with its figures and, where kernen were found, their sheets and people. */
export interface ProposalGround {
  readonly ground: AnalysisGround;
  readonly plan: Plan;
  readonly analysis: PlanAnalysis;
  readonly kernen: readonly KernSheet[];
  readonly kernPeople: KernPeople;
}

/** Told how far the work is; false stops it. */
export type ProposalWatch = (done: number, of: number) => boolean;

/** The same with the zone of each block looked up; null in none. */
interface Given extends ProposalGround {
  readonly zoneOfBlock: readonly (string | null)[];
}

function zonesOfBlocks({ ground: { municipality }, plan }: ProposalGround): Given['zoneOfBlock'] {
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const zones = new Set(plan.zones.map(({ id }) => id));
  return municipality.blocks.map(({ id }) => {
    const zone = zoneOf.get(id);
    return zone !== undefined && zones.has(zone) ? zone : null;
  });
}

/** A proposal before it is reckoned through. */
type Draft = Pick<Proposal, 'id' | 'zone' | 'gaps' | 'facts' | 'steps' | 'conditions' | 'doubts'> & {
  /** What is known of the effect without reckoning again; absent where the steps tell. */
  readonly effect?: ProposalEffect;
};

/**
 * What could be done about the gaps of a plan, by the rules of `proposalRuleTable`: each with its effect reckoned through. The
 * order is that of the worst gap each answers, then of the rules; the same plan gives the same list. Null when it was stopped.
 */
export function proposalsFor(input: ProposalGround, watch: ProposalWatch = () => true): readonly Proposal[] | null {
  const given: Given = { ...input, zoneOfBlock: zonesOfBlocks(input) };
  const drafts = [
    ...functionDrafts(given), ...enlargeDrafts(given), ...reorganiseDrafts(given), ...siteDrafts(given), ...housingDrafts(given), ...transportDrafts(given), ...kernDrafts(given),
  ];
  const found: Proposal[] = [];
  for (const [done, draft] of drafts.entries()) {
    if (!watch(done, drafts.length)) return null;
    found.push(reckoned(given, draft));
  }
  watch(drafts.length, drafts.length);
  const rank = new Map(given.analysis.gaps.map(({ id }, place) => [id, place]));
  const placeOf = ({ gaps }: Proposal): number => Math.min(Infinity, ...gaps.map((gap) => rank.get(gap) ?? Infinity));
  const ruleOrder = new Map(proposalRuleTable.map(({ id }, place) => [id, place]));
  return found.sort((a, b) => placeOf(a) - placeOf(b) || ruleOrder.get(a.rule)! - ruleOrder.get(b.rule)! || (a.id < b.id ? -1 : 1));
}

function reckoned({ ground, plan, analysis }: Given, { effect, ...draft }: Draft): Proposal {
  const { fictitious } = ground.municipality;
  const doubts: readonly DoubtCode[] = [...new Set([...draft.doubts, ...(fictitious ? ['fictitious' as const] : [])])];
  const weighing = doubts.filter((doubt) => doubt !== 'fictitious').length;
  return {
    ...draft, rule: draft.facts.rule, zoneName: analysis.zones.find(({ zone }) => zone === draft.zone)?.name ?? null, doubts,
    effect: effect ?? effectOf(ground, plan, analysis, draft),
    confidence: weighing === 0 ? 'high' : weighing === 1 ? 'middle' : 'low',
  };
}

/** Reckons the plan again with the steps of a proposal. */
function effectOf(ground: AnalysisGround, plan: Plan, analysis: PlanAnalysis, { gaps, steps, facts }: Omit<Draft, 'effect'>): ProposalEffect {
  const facilities = facilitiesAfter(ground.supply.all.map(({ facility }) => facility), steps, ground.municipality.fictitious);
  if (!facilities.ok) throw new Error(`Got ${facilities.error.code} when expected steps that fit the facilities they were made from.`);
  const changed = changeFacilities(ground, facilities.value);
  const after = new Map(analysePlan(changed, plan).gaps.map((gap) => [gap.id, gap]));
  const gap = analysis.gaps.find(({ id }) => id === gaps[0]);
  const then = gap && after.get(gap.id);
  const less = (count: (gap: Gap) => Count): Count => {
    if (gap === undefined) return known(0);
    const [was, is] = [count(gap), then === undefined ? known(0) : count(then)];
    return was.kind === 'known' && is.kind === 'known' ? known(Math.max(0, was.value - is.value)) : unknown;
  };
  const way = wayChanges(ground, changed, plan).find(({ kind }) => kind === 'municipality')?.shorter;
  const isSite = facts.rule === 'new-site';
  const norm = isSite ? farthestNorm(ground, facts.category)?.id : undefined;
  const gained = (of: 'concerned' | 'concerned75' | 'concerned80'): Count => gainedWithin(ground, changed, norm, of);
  return {
    persons: isSite ? gained('concerned') : less(({ affected }) => affected),
    from75: isSite ? gained('concerned75') : less(({ affected75 }) => affected75),
    from80: isSite ? gained('concerned80') : less(({ affected80 }) => affected80),
    places: facts.rule === 'enlarge' ? facts.by : isSite ? 1 : null,
    missingBefore: gap?.missing ?? null, missingAfter: gap === undefined ? null : (then?.missing ?? 0),
    metresBefore: way?.meanMetresBefore ?? null, metresAfter: way?.meanMetresAfter ?? null,
  };
}

/** Persons of the whole municipality who come within a distance norm. */
function gainedWithin(before: AnalysisGround, after: AnalysisGround, norm: string | undefined, of: 'concerned' | 'concerned75' | 'concerned80'): Count {
  const [was, is] = [before, after].map(({ coverages }) => coverages.find((coverage) => coverage.norm.id === norm)?.[of]?.within);
  if (was === undefined || is === undefined) return unknown;
  return known(is.reduce((sum, here) => sum + here, 0) - was.reduce((sum, here) => sum + here, 0));
}

const named = ({ ground, zoneOfBlock, analysis }: Given, id: string): NamedFacility => {
  const place = ground.supply.open.find(({ facility }) => facility.id === id)!;
  const zone = place.block < 0 ? null : zoneOfBlock[place.block]!;
  return { id, name: place.facility.name, zone, zoneName: analysis.zones.find((one) => one.zone === zone)?.name ?? null };
};

const inZone = ({ ground, zoneOfBlock }: Given, zone: string): readonly Facility[] =>
  ground.supply.open.filter(({ block }) => block >= 0 && zoneOfBlock[block] === zone).map(({ facility }) => facility);

/** Gaps of a zone by the id of their norm. */
const gapOf = ({ analysis }: Given, zone: string, norm: string): Gap | undefined => analysis.gaps.find((gap) => gap.zone === zone && gap.norm === norm);

function doubtsOf({ analysis }: Given, gap: Gap): readonly DoubtCode[] {
  return [
    ...(gap.status === 'unconfirmed' ? ['norm-unconfirmed' as const] : gap.status === 'own' ? ['own-norm' as const] : []),
    ...(analysis.provenance.distances.method === 'straight-line' && (gap.kind === 'distance' || gap.kind === 'function') ? ['straight-line' as const] : []),
    ...(gap.band !== null && gap.missing > 0 && gap.band.low < gap.missing / 2 ? ['band-wide' as const] : []),
  ];
}

/** Which kinds of building can take a function, the likeliest first: the deck asks it of the dienstencentrum and the rusthuis. */
const canTake: Readonly<Record<FacilityFunction, readonly CategoryId[]>> = {
  activiteitscentrum: ['ldc', 'buurthuis', 'wzc', 'sociale-dienst'],
  coordinatiepunt: ['ldc', 'zorgloket', 'sociale-dienst', 'wijkgezondheidscentrum', 'wzc'],
  zorgkruispunt: ['wzc', 'gaw', 'wijkgezondheidscentrum', 'ziekenhuis'],
};

/** A function that a zone lacks: a building in it takes it; else the centre of a neighbour serves both. */
function functionDrafts(given: Given): readonly Draft[] {
  const { analysis } = given;
  const drafts: Draft[] = [];
  for (const zone of analysis.zones) {
    for (const { function: missing, state, nearest } of zone.functions.functions) {
      const gap = gapOf(given, zone.zone, `functie-${missing}`);
      if (state === 'present' || state === 'unknown' || gap === undefined) continue;
      const taker = inZone(given, zone.zone).filter(({ category }) => canTake[missing].includes(category))
        .sort((a, b) => canTake[missing].indexOf(a.category) - canTake[missing].indexOf(b.category) || (b.capacity ?? -1) - (a.capacity ?? -1) || (a.id < b.id ? -1 : 1))[0];
      if (taker !== undefined) {
        const functions = [...functionsOf(taker).map((one) => one.function), missing];
        drafts.push({
          id: `take-function/${zone.zone}/${missing}`, zone: zone.zone, gaps: [gap.id],
          facts: { rule: 'take-function', function: missing, facility: named(given, taker.id) },
          steps: [{ kind: 'give-functions', facility: taker.id, functions: sortedFunctions(functions) }],
          conditions: ['owner-agrees', 'room-in-building', 'staff', ...(missing === 'zorgkruispunt' ? ['recognition' as const] : [])],
          doubts: doubtsOf(given, gap),
        });
      } else if (nearest !== null) drafts.push(shareDraft(given, zone, missing, nearest, gap));
    }
  }
  return [...drafts, ...kernShareDrafts(given)];
}

const functionOrder: readonly FacilityFunction[] = ['activiteitscentrum', 'coordinatiepunt', 'zorgkruispunt'];
const sortedFunctions = (functions: readonly FacilityFunction[]): readonly FacilityFunction[] => functionOrder.filter((one) => functions.includes(one));

/** The zone keeps its gap in the count of what stands in it: its people are served from next door. */
function shareDraft(given: Given, zone: ZoneAnalysis, shared: FacilityFunction, nearest: { readonly facility: string; readonly meanMetres: number }, gap: Gap): Draft {
  return {
    id: `share-centre/${zone.zone}/${shared}`, zone: zone.zone, gaps: [gap.id],
    facts: { rule: 'share-centre', function: shared, facility: named(given, nearest.facility), forName: zone.name, meanMetres: nearest.meanMetres },
    steps: [], conditions: ['owner-agrees', 'staff', 'agreement-between-zones', 'stop-served'], doubts: doubtsOf(given, gap),
    effect: {
      persons: gap.affected, from75: gap.affected75, from80: gap.affected80, places: null, missingBefore: 1, missingAfter: 1,
      metresBefore: nearest.meanMetres, metresAfter: nearest.meanMetres,
    },
  };
}

/** Two kernen of one zone, a centre in one of them: it takes tasks for the other (Kolderbos for Sledderlo). */
function kernShareDrafts(given: Given): readonly Draft[] {
  const { analysis, kernen } = given;
  return analysis.zones.flatMap((zone) => {
    const own = kernen.filter((kern) => kern.zone === zone.zone);
    const centres = inZone(given, zone.zone).filter((facility) => fulfils(facility, 'activiteitscentrum'));
    if (own.length < 2 || centres.length === 0) return [];
    return own.flatMap((kern): Draft[] => {
      const meeting = kern.services.find(({ service }) => service === 'ontmoeting');
      if (meeting?.state !== 'far' || kern.persons.kind !== 'known' || kern.persons.value === 0) return [];
      const nearest = nearestPlaces(given.ground, given.kernPeople.rowsOf(kern.kern), centres);
      if (nearest === null) return [];
      const gap = gapOf(given, zone.zone, 'functie-coordinatiepunt');
      return [{
        id: `share-centre/${zone.zone}/${kern.kern}`, zone: zone.zone, gaps: gap === undefined ? [] : [gap.id],
        facts: { rule: 'share-centre', function: 'activiteitscentrum', facility: named(given, nearest.facility.id), forName: kern.name, meanMetres: nearest.meanMetres },
        steps: [], conditions: ['owner-agrees', 'staff', 'stop-served'], doubts: ['own-rule'],
        effect: {
          persons: kern.persons, from75: kern.from75, from80: kern.from80, places: null, missingBefore: null, missingAfter: null,
          metresBefore: nearest.meanMetres, metresAfter: nearest.meanMetres,
        },
      }];
    });
  });
}

/** Kinds of which a building can hold more; practitioners and shops are not the municipality's to enlarge. */
const canGrow: readonly CategoryId[] = ['wzc', 'kortverblijf', 'dagverzorging', 'gaw', 'seniorenwoning', 'kinderopvang'];

/** A shortage of at least one unit, where the zone has a building of the kind whose size is known. The largest one grows. */
function enlargeDrafts(given: Given): readonly Draft[] {
  const { analysis, ground } = given;
  return analysis.zones.flatMap((zone) => zone.needs.flatMap((need): Draft[] => {
    const gap = gapOf(given, zone.zone, need.norm);
    const norm = ground.grounds.find(({ norm: one }) => one.id === need.norm)!.norm;
    if (gap === undefined || norm.measure !== 'capacity' || !canGrow.includes(need.category) || gap.missing < 1 || isMetInTown(analysis, need)) return [];
    const largest = inZone(given, zone.zone).filter(({ category, capacity, recognised }) => category === need.category && capacity !== null && recognised !== false)
      .sort((a, b) => b.capacity! - a.capacity! || (a.id < b.id ? -1 : 1))[0];
    if (largest === undefined) return [];
    const by = Math.ceil(gap.missing - 1e-9);
    return [{
      id: `enlarge/${zone.zone}/${need.norm}`, zone: zone.zone, gaps: [gap.id],
      facts: { rule: 'enlarge', category: need.category, unit: need.unit, facility: named(given, largest.id), from: largest.capacity!, by },
      steps: [{ kind: 'enlarge', facility: largest.id, capacity: largest.capacity! + by }],
      conditions: ['owner-agrees', 'room-in-building', 'recognition', 'staff'], doubts: doubtsOf(given, gap),
    }];
  }));
}

/** A zone may be short where the town is not: then the rest of the town serves it, and nothing has to grow. */
const isMetInTown = ({ municipality }: PlanAnalysis, { norm }: Need): boolean => {
  const town = municipality.needs.find((need) => need.norm === norm)?.missing.count;
  return town?.kind === 'known' && town.value === 0;
};

/** The forms that a residence can turn to, the one with more care first. */
const lighterForms: readonly LivingForm[] = ['verzorgd-wonen', 'aanleunwonen'];

/** More residential places than the zone needs while lighter dwellings are missing in it. */
function reorganiseDrafts(given: Given): readonly Draft[] {
  const { analysis } = given;
  return analysis.zones.flatMap((zone) => {
    const need = zone.needs.find(({ category, required }) => category === 'wzc' && required.count.kind === 'known');
    if (need?.required.count.kind !== 'known' || need.present.count.kind !== 'known') return [];
    const surplus = Math.floor(need.present.count.value - need.required.count.value + 1e-9);
    const residence = inZone(given, zone.zone).filter(({ category, capacity }) => category === 'wzc' && capacity !== null)
      .sort((a, b) => b.capacity! - a.capacity! || (a.id < b.id ? -1 : 1))[0];
    if (surplus < 1 || residence === undefined) return [];
    return lighterForms.flatMap((form): Draft[] => {
      const gap = analysis.gaps.find((one) => one.zone === zone.zone && one.kind === 'housing' && one.form === form);
      if (gap === undefined || gap.missing < 1) return [];
      const places = Math.min(surplus, Math.ceil(gap.missing - 1e-9), residence.capacity!);
      return [{
        id: `reorganise/${zone.zone}/${form}`, zone: zone.zone, gaps: [gap.id],
        facts: { rule: 'reorganise', category: 'wzc', unit: 'plaatsen', facility: named(given, residence.id), surplus, form, dwellingsMissing: gap.missing },
        steps: [{ kind: 'enlarge', facility: residence.id, capacity: residence.capacity! - places }],
        conditions: ['owner-agrees', 'recognition', 'step-free', 'people-decide'], doubts: [...new Set([...doubtsOf(given, gap), ...(need.status === 'unconfirmed' ? ['norm-unconfirmed' as const] : [])])],
        effect: {
          persons: known(places), from75: scaled(gap.affected75, places / gap.missing), from80: scaled(gap.affected80, places / gap.missing), places,
          missingBefore: gap.missing, missingAfter: Math.max(0, gap.missing - places), metresBefore: null, metresAfter: null,
        },
      }];
    });
  });
}

const scaled = (count: Count, share: number): Count => (count.kind === 'known' ? known(Math.round(count.value * Math.min(1, share))) : count);

/** One address per block, the one nearest to the middle of its addresses: near enough to any better one, and few enough to try all. */
function sites({ ground: { municipality: { addresses, blocks } } }: Given): Int32Array {
  const rows: number[][] = blocks.map(() => []);
  for (const [address, block] of addresses.block.entries()) rows[block]!.push(address);
  return Int32Array.from(rows.flatMap((own) => {
    if (own.length === 0) return [];
    const mean = (axis: 0 | 1): number => own.reduce((sum, address) => sum + addresses.xy[2 * address + axis]!, 0) / own.length;
    const [x, y] = [mean(0), mean(1)];
    const away = (address: number): number => Math.hypot(addresses.xy[2 * address]! - x, addresses.xy[2 * address + 1]! - y);
    return [own.reduce((best, address) => (away(address) < away(best) ? address : best))];
  }));
}

/** Where the town is short of a whole centre of a kind with a distance norm, the address that brings most people within it. */
function siteDrafts(given: Given): readonly Draft[] {
  const { analysis, ground } = given;
  const { municipality } = ground;
  const { addresses } = municipality;
  return ground.grounds.flatMap(({ norm }, index): Draft[] => {
    const town = analysis.municipality.needs[index]!;
    const limit = ground.reach[index]!.rule;
    if (norm.measure !== 'facilities' || limit.norm === null || town.missing.count.kind !== 'known' || town.missing.count.value < 1 || !publicCentres.includes(norm.category)) return [];
    const rows = sites(given);
    const sited = siteFacilities(
      { municipality, facilities: ground.supply.open.map(({ facility }) => facility), ground: reachGroundOf(municipality) },
      { destination: norm.category, profile: anyWalker, limit: { metres: metres(limit.withinMetres!) }, model: 'most-covered', newSites: 1, keepExisting: true, candidates: Float64Array.from(Array.from(rows).flatMap((row) => [addresses.xy[2 * row]!, addresses.xy[2 * row + 1]!])), weights: [], capacityOfNew: 0 },
      { kind: 'swap' }, () => true,
    );
    const site = sited.ok ? sited.value.sites.find(({ facility }) => facility === null) : undefined;
    if (!sited.ok || site === undefined) return [];
    const address = rows.find((row) => addresses.xy[2 * row] === site.x && addresses.xy[2 * row + 1] === site.y)!;
    const zone = given.zoneOfBlock[addresses.block[address]!]!;
    const gaps = analysis.gaps.filter((gap) => gap.zone === zone && gap.category === norm.category && gap.kind !== 'function');
    const step: ScenarioStep = { kind: 'open', facility: {
      id: `voorstel-${norm.category}`, category: norm.category, name: categories[norm.category].nl, address: null, capacity: null, recognised: true, functions: [], opened: null, closed: null, x: site.x, y: site.y,
    } };
    return [{
      id: `new-site/${norm.category}`, zone, gaps: gaps.map(({ id }) => id),
      facts: { rule: 'new-site', category: norm.category, withinMetres: limit.withinMetres!, x: site.x, y: site.y, address: `${addresses.streets[address]!} ${addresses.numbers[address]!}`, proven: sited.value.proven },
      steps: [step], conditions: ['plots-free', 'recognition', 'staff', 'step-free', 'stop-served'],
      doubts: [...(town.status === 'unconfirmed' ? ['norm-unconfirmed' as const] : town.status === 'own' ? ['own-norm' as const] : []), ...(sited.value.proven ? [] : ['not-proven' as const])],
    }];
  });
}

/** Kinds the municipality itself may site. */
const publicCentres: readonly CategoryId[] = ['ldc', 'zorgloket', 'buurthuis', 'dagverzorging', 'kinderopvang'];

/** Dwellings of a form that are missing, where there is room, and no more than there is room for. */
function housingDrafts(given: Given): readonly Draft[] {
  return given.analysis.zones.flatMap((zone) => {
    let room = zone.housing.reserve.dwellings.count;
    return zone.housing.forms.flatMap(({ form }): Draft[] => {
      const gap = given.analysis.gaps.find((one) => one.zone === zone.zone && one.kind === 'housing' && one.form === form);
      if (gap === undefined || gap.missing < 1 || (room.kind === 'known' && room.value < 1)) return [];
      const missing = Math.ceil(gap.missing - 1e-9);
      const atMost = room.kind === 'known' ? Math.min(missing, Math.floor(room.value)) : null;
      const reserve = room;
      // Room is given out once: what one form takes, the next cannot have.
      if (room.kind === 'known') room = known(room.value - atMost!);
      const share = atMost === null ? 0 : atMost / gap.missing;
      return [{
        id: `new-housing/${zone.zone}/${form}`, zone: zone.zone, gaps: [gap.id],
        facts: { rule: 'new-housing', form, missing, reserve, atMost }, steps: [],
        conditions: [atMost === null ? 'reserve-unknown' : 'plots-free', 'step-free', 'owner-agrees'], doubts: [...doubtsOf(given, gap), ...(atMost === null ? ['capacity-unknown' as const] : [])],
        effect: {
          persons: atMost === null ? unknown : known(atMost), from75: atMost === null ? unknown : scaled(gap.affected75, share), from80: atMost === null ? unknown : scaled(gap.affected80, share),
          places: atMost, missingBefore: gap.missing, missingAfter: atMost === null ? null : Math.max(0, gap.missing - atMost), metresBefore: null, metresAfter: null,
        },
      }];
    });
  });
}

/** A stop this near makes public transport an answer (In voor zorg!, domain 1.1). */
const stopMetres = 300;

/** Services that people travel to when they cannot walk: who is beyond the widest distance norm of the kind. */
const ridden: readonly CategoryId[] = ['ldc', 'huisarts', 'apotheek', 'winkel'];
const leastRiders75 = 20;

/** The distance norm of a kind that reaches furthest, of those that are asked here. */
const farthestNorm = ({ coverages }: AnalysisGround, category: CategoryId): DistanceNorm | null => coverages
  .filter(({ norm, concerned }) => norm.category === category && norm.function === undefined && concerned !== null)
  .map(({ norm }) => norm).sort((a, b) => b.withinMetres - a.withinMetres || (a.id < b.id ? -1 : 1))[0] ?? null;

function transportDrafts(given: Given): readonly Draft[] {
  const { analysis, ground } = given;
  return analysis.zones.flatMap((zone) => ridden.flatMap((category): Draft[] => {
    const norm = farthestNorm(ground, category);
    const gap = norm === null ? undefined : gapOf(given, zone.zone, norm.id);
    if (gap?.affected75.kind !== 'known' || gap.affected75.value < leastRiders75) return [];
    const near = given.kernPeople.beyondNearStop(zone.zone, norm!, stopMetres);
    return [{
      id: `transport/${zone.zone}/${category}`, zone: zone.zone, gaps: [gap.id],
      facts: { rule: 'transport', category, withinMetres: norm!.withinMetres, beyond: gap.missing, nearStop: near, stopMetres }, steps: [],
      conditions: ['stop-served', 'step-free'], doubts: doubtsOf(given, gap),
      effect: { persons: near, from75: gap.affected75, from80: gap.affected80, places: null, missingBefore: gap.missing, missingAfter: gap.missing, metresBefore: null, metresAfter: null },
    }];
  }));
}

/** Fewer people than a quarter of the least zone (6.000) cannot carry services alone: a rule of this project, for want of a source. */
const smallKern = 1_500;

function kernDrafts(given: Given): readonly Draft[] {
  return given.kernen.flatMap((kern): Draft[] => {
    const far = kern.services.filter(({ state }) => state === 'far');
    if (kern.persons.kind !== 'known' || kern.persons.value === 0 || kern.persons.value >= smallKern || far.length === 0) return [];
    const roads = kernRoads(given.ground, given.kernPeople, kern, given.kernen, dailyServices.filter(({ id }) => far.some(({ service }) => service === id)));
    if (roads === null) return [];
    const facts: ProposalFacts = {
      rule: 'small-kern', kern: kern.kern, kernName: kern.name, persons: kern.persons.value, level: kern.level, of: kern.of, services: far.map(({ service }) => service), ...roads,
    };
    return [{
      id: `small-kern/${kern.kern}`, zone: kern.zone, gaps: [], facts, steps: [],
      conditions: ['people-decide', 'plots-free', 'reserve-unknown'] satisfies ProposalCondition[], doubts: ['own-rule'],
      effect: {
        persons: kern.persons, from75: kern.from75, from80: kern.from80, places: far.length, missingBefore: far.length, missingAfter: 0,
        metresBefore: roads.buildUp.peopleMetresNow / kern.persons.value / far.length, metresAfter: roads.buildUp.peopleMetresThen / kern.persons.value / far.length,
      },
    }];
  });
}
