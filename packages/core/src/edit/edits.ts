import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { CareZone, Plan } from '../model/plan.ts';
import { noRegisterChanges, type RegisterChanges } from '../model/register-changes.ts';
import { err, ok, type Result } from '../model/result.ts';
import { applyNormEdit, type NormEdit, type NormEditProblem } from './norm-edits.ts';
import { applyNucleusEdit, type NucleusEdit, type NucleusEditProblem } from './nucleus-edits.ts';
import { applySplitEdit, blockIdsOf, zoneLocked, type PartsOfCut, type SplitEdit, type SplitEditProblem, type ZoneLocked } from './split-edits.ts';
import { withPart } from './plan-fields.ts';
import { applyScenarioEdit, type ScenarioEdit, type ScenarioEditProblem } from './scenario-edits.ts';
import { applyTravelEdit, type TravelEdit, type TravelEditProblem } from './travel-edits.ts';
import { applyStoryEdit, type StoryEdit, type StoryEditProblem } from './story-edits.ts';
import { applyFacilityEdit, type FacilityEdit, type FacilityEditProblem } from './facility-edits.ts';

/** A zone as an edit brings it in: never locked yet. */
export type NewZone = Pick<CareZone, 'id' | 'name'>;

/** How blocks came to change hands. */
export const assignGestures = ['painted', 'border-moved', 'repaired', 'rebalanced'] as const;
export type AssignGesture = (typeof assignGestures)[number];

/**
 * What a planner can do to a plan, as plain values: what the screen sends, the API accepts and the log keeps.
 * A locked zone keeps its blocks and stays in the plan; it may be renamed.
 */
export type Edit =
  /** Take over a whole division (a proposal of the engine, wijken, stadsdelen). Locked zones must be in it, with the same blocks. */
  | { readonly kind: 'adopt-zones'; readonly zones: readonly NewZone[]; readonly zoneOfBlock: Readonly<Record<string, string>> }
  /** Give blocks to a zone, or with null to none ("nog niet toegewezen"). `gesture` says how, for the name of the step. */
  | { readonly kind: 'assign-blocks'; readonly blocks: readonly string[]; readonly zone: string | null; readonly gesture?: AssignGesture | undefined }
  /** `at`: position in the order of drawing; null puts it last. */
  | { readonly kind: 'add-zone'; readonly zone: NewZone; readonly at: number | null }
  /** Its blocks become "nog niet toegewezen". */
  | { readonly kind: 'remove-zone'; readonly zone: string }
  | { readonly kind: 'name-zone'; readonly zone: string; readonly name: string }
  | { readonly kind: 'lock-zone'; readonly zone: string }
  | { readonly kind: 'unlock-zone'; readonly zone: string }
  /** All blocks of `from` go to `into`, which keeps its id and name; `from` disappears. */
  | { readonly kind: 'merge-zones'; readonly from: string; readonly into: string }
  | { readonly kind: 'rename-plan'; readonly name: string }
  /** What zones are drawn by and held to from here on; null for the usual settings. */
  | { readonly kind: 'choose-delineation'; readonly settings: DelineationSettings | null }
  | NormEdit
  | NucleusEdit
  | SplitEdit
  | ScenarioEdit
  | StoryEdit
  | TravelEdit
  | FacilityEdit;

export type EditProblem =
  | { readonly code: 'unknown-zone'; readonly zones: readonly string[] }
  | { readonly code: 'unknown-block'; readonly blocks: readonly string[] }
  | ZoneLocked
  | { readonly code: 'zone-id-taken'; readonly zone: string }
  | { readonly code: 'zone-name-taken'; readonly name: string; readonly zone: string }
  | { readonly code: 'name-empty' }
  | { readonly code: 'position-outside'; readonly at: number; readonly zones: number }
  | { readonly code: 'merge-with-itself'; readonly zone: string }
  | NormEditProblem
  | NucleusEditProblem
  | SplitEditProblem
  | ScenarioEditProblem
  | StoryEditProblem
  | TravelEditProblem
  | FacilityEditProblem;

/** What an edit may name: the blocks and the facilities of the municipality, those that wait for a place included, and how lines cut blocks. */
export interface EditGround {
  readonly blocks: ReadonlySet<string>;
  readonly facilities: ReadonlySet<string>;
  readonly partsOf: PartsOfCut;
}

/** The plan after an edit, and the edits that take it back, in order; none when the edit changed nothing. */
export interface Applied {
  readonly plan: Plan;
  readonly inverse: readonly Edit[];
}

/**
 * What an edit does to a plan, and how to take it back.
 * Without `ground` blocks and facilities are taken at their word, as when a kept log is replayed. O(blocks + facilities changed).
 */
export function applyEdit(plan: Plan, edit: Edit, ground?: EditGround): Result<Applied, EditProblem> {
  const blocks = ground && blockIdsOf(plan, ground.blocks);
  switch (edit.kind) {
    case 'adopt-zones': return adoptZones(plan, edit, blocks);
    case 'assign-blocks': return assignBlocks(plan, edit, blocks);
    case 'add-zone': return addZone(plan, edit);
    case 'remove-zone': return removeZone(plan, edit.zone);
    case 'name-zone': return nameZone(plan, edit);
    case 'lock-zone': return setLock(plan, edit.zone, true);
    case 'unlock-zone': return setLock(plan, edit.zone, false);
    case 'merge-zones': return mergeZones(plan, edit);
    case 'rename-plan': return renamePlan(plan, edit.name);
    case 'choose-norm-set': case 'copy-norm-set': case 'set-norm': case 'drop-norm': case 'choose-need': return applyNormEdit(plan, edit);
    case 'choose-delineation': return chooseDelineation(plan, edit.settings);
    case 'add-nucleus': case 'drop-nucleus': case 'restore-nucleus': case 'move-nucleus': case 'name-nucleus': return applyNucleusEdit(plan, edit);
    case 'split-block':
      if (blocks?.has(edit.block) === false) return err({ code: 'unknown-block', blocks: [edit.block] });
      return applySplitEdit(plan, edit, ground?.partsOf);
    case 'join-block': return applySplitEdit(plan, edit, ground?.partsOf);
    case 'add-scenario': case 'change-scenario': case 'drop-scenario': case 'judge-proposal': return applyScenarioEdit(plan, edit);
    case 'choose-story': case 'put-chapter': case 'drop-chapter': return applyStoryEdit(plan, edit);
    case 'choose-travel-profile': return applyTravelEdit(plan, edit);
    default: return changeRegister(plan, edit, ground?.facilities);
  }
}

/** Several edits as one: all of them, or none and the first problem. */
export function applyEdits(plan: Plan, edits: readonly Edit[], ground?: EditGround): Result<Applied, EditProblem> {
  let current = plan;
  let inverse: readonly Edit[] = [];
  for (const edit of edits) {
    const applied = applyEdit(current, edit, ground);
    if (!applied.ok) return applied;
    current = applied.value.plan;
    inverse = [...applied.value.inverse, ...inverse];
  }
  return ok({ plan: current, inverse });
}

type EditOf<K extends Edit['kind']> = Extract<Edit, { kind: K }>;

function adoptZones(plan: Plan, edit: EditOf<'adopt-zones'>, blockIds: ReadonlySet<string> | undefined): Result<Applied, EditProblem> {
  const locks = new Map(plan.zones.map(({ id, locked }) => [id, locked]));
  const zones: CareZone[] = [];
  for (const { id, name } of edit.zones) {
    const problem = problemOfNewZone(zones, id, name);
    if (problem) return err(problem);
    zones.push({ id, name: name.trim(), locked: locks.get(id) ?? false });
  }

  const adopted = new Map(Object.entries(edit.zoneOfBlock));
  const unknownBlocks = unknownAmong(adopted.keys(), blockIds);
  if (unknownBlocks.length > 0) return err({ code: 'unknown-block', blocks: unknownBlocks });
  const ids = new Set(zones.map(({ id }) => id));
  const unknownZones = [...new Set(adopted.values())].filter((zone) => !ids.has(zone)).sort();
  if (unknownZones.length > 0) return err({ code: 'unknown-zone', zones: unknownZones });

  const present = new Map(Object.entries(plan.zoneOfBlock));
  const touched = new Set(plan.zones.filter(({ id, locked }) => locked && !ids.has(id)).map(({ id }) => id));
  let changed = zones.length !== plan.zones.length || zones.some(({ id, name }, at) => id !== plan.zones[at]?.id || name !== plan.zones[at].name);
  for (const block of new Set([...present.keys(), ...adopted.keys()])) {
    const [before, after] = [present.get(block), adopted.get(block)];
    if (before === after) continue;
    changed = true;
    for (const zone of [before, after]) if (zone !== undefined && locks.get(zone)) touched.add(zone);
  }
  if (touched.size > 0) return err(zoneLocked(plan, [...touched].sort()));
  if (!changed) return ok({ plan, inverse: [] });

  const inverse: Edit = { kind: 'adopt-zones', zones: plan.zones.map(({ id, name }) => ({ id, name })), zoneOfBlock: plan.zoneOfBlock };
  return ok({ plan: { ...plan, zones, zoneOfBlock: inOrder(adopted) }, inverse: [inverse] });
}

function assignBlocks(plan: Plan, edit: EditOf<'assign-blocks'>, blockIds: ReadonlySet<string> | undefined): Result<Applied, EditProblem> {
  const unknownBlocks = unknownAmong(edit.blocks, blockIds);
  if (unknownBlocks.length > 0) return err({ code: 'unknown-block', blocks: unknownBlocks });
  const target = edit.zone === null ? null : plan.zones.find(({ id }) => id === edit.zone);
  if (target === undefined) return err({ code: 'unknown-zone', zones: edit.zone === null ? [] : [edit.zone] });

  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const leaving = new Map<string | null, string[]>();
  for (const block of [...new Set(edit.blocks)].sort()) {
    const before = zoneOf.get(block) ?? null;
    if (before === edit.zone) continue;
    leaving.set(before, [...(leaving.get(before) ?? []), block]);
    if (edit.zone === null) zoneOf.delete(block);
    else zoneOf.set(block, edit.zone);
  }
  if (leaving.size === 0) return ok({ plan, inverse: [] });

  const locked = plan.zones.filter((zone) => zone.locked && (zone === target || leaving.has(zone.id))).map(({ id }) => id).sort();
  if (locked.length > 0) return err(zoneLocked(plan, locked));
  const inverse = [...leaving].map(([zone, blocks]): Edit => ({ kind: 'assign-blocks', blocks, zone }));
  return ok({ plan: { ...plan, zoneOfBlock: inOrder(zoneOf) }, inverse });
}

function addZone(plan: Plan, edit: EditOf<'add-zone'>): Result<Applied, EditProblem> {
  const { id, name } = edit.zone;
  const problem = problemOfNewZone(plan.zones, id, name);
  if (problem) return err(problem);
  const at = edit.at ?? plan.zones.length;
  if (!Number.isInteger(at) || at < 0 || at > plan.zones.length) return err({ code: 'position-outside', at, zones: plan.zones.length });
  const zone: CareZone = { id, name: name.trim(), locked: false };
  return ok({ plan: { ...plan, zones: plan.zones.toSpliced(at, 0, zone) }, inverse: [{ kind: 'remove-zone', zone: id }] });
}

function removeZone(plan: Plan, id: string): Result<Applied, EditProblem> {
  const zone = plan.zones.find((candidate) => candidate.id === id);
  if (!zone) return err({ code: 'unknown-zone', zones: [id] });
  if (zone.locked) return err(zoneLocked(plan, [id]));
  const blocks = blocksOf(plan, id);
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  for (const block of blocks) zoneOf.delete(block);
  return ok({
    plan: { ...plan, zones: plan.zones.filter((candidate) => candidate !== zone), zoneOfBlock: inOrder(zoneOf) },
    inverse: bringBack(plan, zone, blocks),
  });
}

function mergeZones(plan: Plan, edit: EditOf<'merge-zones'>): Result<Applied, EditProblem> {
  if (edit.from === edit.into) return err({ code: 'merge-with-itself', zone: edit.from });
  const from = plan.zones.find(({ id }) => id === edit.from);
  const into = plan.zones.find(({ id }) => id === edit.into);
  if (!from || !into) return err({ code: 'unknown-zone', zones: [...(from ? [] : [edit.from]), ...(into ? [] : [edit.into])] });
  const locked = [from, into].filter((zone) => zone.locked).map(({ id }) => id).sort();
  if (locked.length > 0) return err(zoneLocked(plan, locked));
  const blocks = blocksOf(plan, from.id);
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  for (const block of blocks) zoneOf.set(block, into.id);
  return ok({
    plan: { ...plan, zones: plan.zones.filter((zone) => zone !== from), zoneOfBlock: inOrder(zoneOf) },
    inverse: bringBack(plan, from, blocks),
  });
}

function nameZone(plan: Plan, edit: EditOf<'name-zone'>): Result<Applied, EditProblem> {
  const zone = plan.zones.find(({ id }) => id === edit.zone);
  if (!zone) return err({ code: 'unknown-zone', zones: [edit.zone] });
  const name = edit.name.trim();
  const problem = problemOfName(plan.zones.filter((other) => other !== zone), name);
  if (problem) return err(problem);
  if (name === zone.name) return ok({ plan, inverse: [] });
  return ok({ plan: withZone(plan, { ...zone, name }), inverse: [{ kind: 'name-zone', zone: zone.id, name: zone.name }] });
}

function setLock(plan: Plan, id: string, locked: boolean): Result<Applied, EditProblem> {
  const zone = plan.zones.find((candidate) => candidate.id === id);
  if (!zone) return err({ code: 'unknown-zone', zones: [id] });
  if (zone.locked === locked) return ok({ plan, inverse: [] });
  return ok({ plan: withZone(plan, { ...zone, locked }), inverse: [{ kind: locked ? 'unlock-zone' : 'lock-zone', zone: id }] });
}

function renamePlan(plan: Plan, given: string): Result<Applied, EditProblem> {
  const name = given.trim();
  if (name === '') return err({ code: 'name-empty' });
  if (name === plan.name) return ok({ plan, inverse: [] });
  return ok({ plan: { ...plan, name }, inverse: [{ kind: 'rename-plan', name: plan.name }] });
}

function changeRegister(plan: Plan, edit: FacilityEdit, facilities: ReadonlySet<string> | undefined): Result<Applied, EditProblem> {
  const applied = applyFacilityEdit(plan.register ?? noRegisterChanges, edit, facilities);
  if (!applied.ok) return applied;
  const { register, inverse } = applied.value;
  return ok({ plan: inverse.length === 0 ? plan : withPart(plan, 'register', saysNothing(register) ? undefined : register), inverse });
}

const saysNothing = (register: RegisterChanges): boolean => JSON.stringify(register) === JSON.stringify(noRegisterChanges);

function chooseDelineation(plan: Plan, settings: DelineationSettings | null): Result<Applied, EditProblem> {
  const delineation = plan.delineation ?? null;
  if (JSON.stringify(delineation) === JSON.stringify(settings)) return ok({ plan, inverse: [] });
  return ok({ plan: withPart(plan, 'delineation', settings ?? undefined), inverse: [{ kind: 'choose-delineation', settings: delineation }] });
}

/** Puts a zone that went back in its place, with its blocks. */
function bringBack(plan: Plan, zone: CareZone, blocks: readonly string[]): readonly Edit[] {
  const add: Edit = { kind: 'add-zone', zone: { id: zone.id, name: zone.name }, at: plan.zones.indexOf(zone) };
  return blocks.length === 0 ? [add] : [add, { kind: 'assign-blocks', blocks, zone: zone.id }];
}

function problemOfNewZone(others: readonly CareZone[], id: string, name: string): EditProblem | null {
  if (others.some((other) => other.id === id)) return { code: 'zone-id-taken', zone: id };
  return problemOfName(others, name.trim());
}

/** Two zones that differ in capitals only would be one zone to a reader. */
function problemOfName(others: readonly CareZone[], name: string): EditProblem | null {
  if (name === '') return { code: 'name-empty' };
  const same = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  return same ? { code: 'zone-name-taken', name, zone: same.id } : null;
}

const withZone = (plan: Plan, changed: CareZone): Plan => ({ ...plan, zones: plan.zones.map((zone) => (zone.id === changed.id ? changed : zone)) });

const blocksOf = (plan: Plan, zone: string): readonly string[] =>
  Object.entries(plan.zoneOfBlock).filter(([, holder]) => holder === zone).map(([block]) => block).sort();

function unknownAmong(blocks: Iterable<string>, blockIds: ReadonlySet<string> | undefined): readonly string[] {
  if (!blockIds) return [];
  return [...new Set(blocks)].filter((block) => !blockIds.has(block)).sort();
}

/** Sorted by block, so that equal plans are equal bytes whatever the road to them. */
const inOrder = (zoneOf: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...zoneOf].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
