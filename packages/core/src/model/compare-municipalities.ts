import { areaM2 } from '../geo/polygon.ts';
import type { CategoryId } from './categories.ts';
import type { Facility } from './facility.ts';
import { encodeMunicipality } from './municipality-codec.ts';
import type { Block, Municipality, SourceFile } from './municipality.ts';

/** A figure of the older dataset beside the same of the newer. */
interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What a newer dataset of a municipality holds that the older one did not, and the other way round. Lists are sorted by id. */
export interface MunicipalityDifferences {
  /** Nothing at all differs but the files it was read from. */
  readonly same: boolean;
  readonly year: BeforeAfter<number>;
  readonly inhabitants: BeforeAfter<number>;
  readonly blocks: {
    readonly count: BeforeAfter<number>;
    readonly added: readonly { readonly id: string; readonly name: string; readonly inhabitants: number }[];
    readonly removed: readonly { readonly id: string; readonly name: string; readonly inhabitants: number }[];
    readonly changed: readonly {
      readonly id: string;
      readonly name: BeforeAfter<string>;
      readonly inhabitants: BeforeAfter<number>;
      /** Its surface changed by more than a hundredth. */
      readonly areaM2: BeforeAfter<number> | null;
    }[];
  };
  readonly addresses: {
    readonly count: BeforeAfter<number>;
    readonly added: number;
    readonly removed: number;
    /** Same address, more than 1 m from where it was. */
    readonly moved: number;
    /** Dwellings at all addresses. */
    readonly dwellings: BeforeAfter<number>;
  };
  readonly facilities: {
    readonly count: BeforeAfter<number>;
    readonly added: readonly { readonly id: string; readonly name: string; readonly category: CategoryId }[];
    readonly removed: readonly { readonly id: string; readonly name: string; readonly category: CategoryId }[];
    readonly changed: readonly {
      readonly id: string;
      readonly name: string;
      readonly category: CategoryId;
      readonly changes: readonly FacilityChange[];
    }[];
  };
  /** Other parts of a dataset, by how many there are, where that differs. */
  readonly parts: readonly (BeforeAfter<number> & { readonly what: 'age-tables' | 'divisions' | 'division-areas' | 'kernen' | 'barriers' | 'crossings' | 'streets' | 'water' | 'green' | 'buildings' | 'unplaced' })[];
  readonly sources: readonly {
    readonly role: string;
    readonly title: string;
    readonly change: 'added' | 'removed' | 'same' | 'newer' | 'older' | 'other-content';
    /** Reference dates as given. */
    readonly date: BeforeAfter<string | null>;
  }[];
}

type FacilityChange =
  | { readonly field: 'name' | 'address' | 'opened' | 'closed'; readonly before: string | null; readonly after: string | null }
  | { readonly field: 'capacity'; readonly before: number | null; readonly after: number | null }
  | { readonly field: 'recognised'; readonly before: boolean | null; readonly after: boolean | null }
  | { readonly field: 'functions'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly field: 'position'; readonly metres: number };

/** Positions less far apart count as the same: files are rounded, and borders are joined within this. */
const toleranceMetres = 1;

/** Surfaces that differ less count as the same: borders are joined to their neighbours at each import. */
const surfaceTolerance = 0.01;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => byText(a.id, b.id);

/**
 * What would change for whoever works with `before` when `after` takes its place: the planner sees it before a newer file is
 * taken. Blocks and facilities are matched by id; facilities and addresses whose id is not there any more also by their name
 * (street and number) or place, because ids of files without any are made from those. Independent of the order in the files.
 */
export function compareMunicipalities(before: Municipality, after: Municipality): MunicipalityDifferences {
  return {
    same: isSame(before, after),
    year: { before: before.population.year, after: after.population.year },
    inhabitants: { before: inhabitantsOf(before), after: inhabitantsOf(after) },
    blocks: compareBlocks(before.blocks, after.blocks),
    addresses: compareAddresses(before, after),
    facilities: compareFacilities(before.facilities, after.facilities),
    parts: compareParts(before, after),
    sources: compareSources(before.sources, after.sources),
  };
}

/** Alike to the last bit, apart from which files it was read from. */
function isSame(before: Municipality, after: Municipality): boolean {
  const [older, newer] = [before, after].map((municipality) => encodeMunicipality({ ...municipality, sources: [] })) as [Uint8Array, Uint8Array];
  return older.length === newer.length && older.every((byte, i) => byte === newer[i]);
}

const inhabitantsOf = ({ blocks }: Municipality): number => blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0);

function compareBlocks(before: readonly Block[], after: readonly Block[]): MunicipalityDifferences['blocks'] {
  const older = new Map(before.map((block) => [block.id, block]));
  const newer = new Set(after.map(({ id }) => id));
  const brief = ({ id, name, inhabitants }: Block) => ({ id, name, inhabitants });
  return {
    count: { before: before.length, after: after.length },
    added: after.filter(({ id }) => !older.has(id)).map(brief).sort(byId),
    removed: before.filter(({ id }) => !newer.has(id)).map(brief).sort(byId),
    changed: after.flatMap((block) => {
      const was = older.get(block.id);
      if (was === undefined) return [];
      const area = { before: areaM2(was.shape), after: areaM2(block.shape) };
      const resized = Math.abs(area.after - area.before) > surfaceTolerance * area.before ? area : null;
      if (resized === null && was.name === block.name && was.inhabitants === block.inhabitants) return [];
      return [{ id: block.id, name: { before: was.name, after: block.name }, inhabitants: { before: was.inhabitants, after: block.inhabitants }, areaM2: resized }];
    }).sort(byId),
  };
}

interface Matched<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** Pairs what has the same key, key after key: what one leaves over the next may still pair. Same keys pair in the order given. */
function matchBy<T>(before: readonly T[], after: readonly T[], keys: readonly ((one: T) => string)[]): Matched<T> {
  const pairs: (readonly [T, T])[] = [];
  let removed = before;
  let added = after;
  for (const keyOf of keys) {
    const waiting = Map.groupBy(removed, keyOf);
    const paired = new Set<T>();
    added = added.filter((one) => {
      const was = waiting.get(keyOf(one))?.shift();
      if (was === undefined) return true;
      paired.add(was);
      pairs.push([was, one]);
      return false;
    });
    removed = removed.filter((one) => !paired.has(one));
  }
  return { pairs, added, removed };
}

function compareAddresses({ addresses: before }: Municipality, { addresses: after }: Municipality): MunicipalityDifferences['addresses'] {
  const rows = ({ ids, streets, numbers, xy }: Municipality['addresses']) =>
    ids.map((id, i) => ({ id, home: `${streets[i]!}\n${numbers[i]!}`, x: xy[2 * i]!, y: xy[2 * i + 1]! })).sort((a, b) => byId(a, b) || a.x - b.x || a.y - b.y);
  const { pairs, added, removed } = matchBy(rows(before), rows(after), [({ id }) => id, ({ home }) => home]);
  const dwellings = ({ dwellings: column }: Municipality['addresses']) => column.reduce((sum, count) => sum + count, 0);
  return {
    count: { before: before.ids.length, after: after.ids.length },
    added: added.length,
    removed: removed.length,
    moved: pairs.filter(([was, is]) => Math.hypot(is.x - was.x, is.y - was.y) > toleranceMetres).length,
    dwellings: { before: dwellings(before), after: dwellings(after) },
  };
}

function compareFacilities(before: readonly Facility[], after: readonly Facility[]): MunicipalityDifferences['facilities'] {
  const { pairs, added, removed } = matchBy([...before].sort(byId), [...after].sort(byId), [
    ({ id, category }) => `${category}\n${id}`,
    ({ name, category }) => `${category}\n${name.toLowerCase()}`,
    ({ x, y, category }) => `${category}\n${Math.round(x)}\n${Math.round(y)}`,
  ]);
  const brief = ({ id, name, category }: Facility) => ({ id, name, category });
  return {
    count: { before: before.length, after: after.length },
    added: added.map(brief),
    removed: removed.map(brief),
    changed: pairs.flatMap(([was, is]) => {
      const changes = facilityChanges(was, is);
      return changes.length === 0 ? [] : [{ ...brief(is), changes }];
    }).sort(byId),
  };
}

function facilityChanges(was: Facility, is: Facility): readonly FacilityChange[] {
  const changes: FacilityChange[] = [];
  for (const field of ['name', 'address', 'opened', 'closed'] as const) {
    if (was[field] !== is[field]) changes.push({ field, before: was[field], after: is[field] });
  }
  if (was.capacity !== is.capacity) changes.push({ field: 'capacity', before: was.capacity, after: is.capacity });
  if (was.recognised !== is.recognised) changes.push({ field: 'recognised', before: was.recognised, after: is.recognised });
  if ([...was.functions].sort().join() !== [...is.functions].sort().join()) changes.push({ field: 'functions', before: was.functions, after: is.functions });
  const metres = Math.hypot(is.x - was.x, is.y - was.y);
  if (metres > toleranceMetres) changes.push({ field: 'position', metres });
  return changes;
}

function compareParts(before: Municipality, after: Municipality): MunicipalityDifferences['parts'] {
  const counts = ({ ageTables, divisions, nuclei, barriers, crossings, basemap, unplaced }: Municipality) => ({
    'age-tables': ageTables.length,
    divisions: divisions.length,
    'division-areas': divisions.reduce((sum, { areas }) => sum + areas.length, 0),
    kernen: nuclei.length,
    barriers: barriers.length,
    crossings: crossings.length,
    streets: basemap.streets.length,
    water: basemap.water.length,
    green: basemap.green.length,
    buildings: basemap.buildings.length,
    unplaced: unplaced.length,
  } as const);
  const older = counts(before);
  const newer = counts(after);
  return (Object.keys(older) as (keyof typeof older)[]).filter((what) => older[what] !== newer[what]).map((what) => ({ what, before: older[what], after: newer[what] }));
}

function compareSources(before: readonly SourceFile[], after: readonly SourceFile[]): MunicipalityDifferences['sources'] {
  const inOrder = (sources: readonly SourceFile[]) => [...sources].sort((a, b) => byText(a.role, b.role) || byText(a.title, b.title) || byText(a.file, b.file));
  const { pairs, added, removed } = matchBy(inOrder(before), inOrder(after), [
    ({ role, sha256 }) => `${role}\n${sha256}`, ({ role, title }) => `${role}\n${title}`, ({ role, file }) => `${role}\n${file}`, ({ role }) => role,
  ]);
  return [
    ...pairs.map(([was, is]) => ({ role: is.role, title: is.title, change: sourceChange(was, is), date: { before: was.referenceDate, after: is.referenceDate } })),
    ...added.map(({ role, title, referenceDate }) => ({ role, title, change: 'added' as const, date: { before: null, after: referenceDate } })),
    ...removed.map(({ role, title, referenceDate }) => ({ role, title, change: 'removed' as const, date: { before: referenceDate, after: null } })),
  ].sort((a, b) => byText(a.role, b.role) || byText(a.title, b.title));
}

/** ISO dates and years compare as text as far as both are given: a year does not say whether it is before one of its months. */
function sourceChange(was: SourceFile, is: SourceFile): 'same' | 'newer' | 'older' | 'other-content' {
  if (was.sha256 === is.sha256) return 'same';
  if (was.referenceDate === null || is.referenceDate === null) return 'other-content';
  const length = Math.min(was.referenceDate.length, is.referenceDate.length);
  const order = byText(was.referenceDate.slice(0, length), is.referenceDate.slice(0, length));
  return order === 0 ? 'other-content' : order < 0 ? 'newer' : 'older';
}
