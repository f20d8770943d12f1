import type { BlockSplit, Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { withPart } from './plan-fields.ts';

/** What a planner can do to the blocks themselves. The parts stay in the zone of the whole until they are given elsewhere. */
export type SplitEdit =
  | { readonly kind: 'split-block'; readonly block: string; readonly line: readonly number[]; readonly parts: number }
  /** Makes the parts one block again; they must be in one zone, and none of them cut further. */
  | { readonly kind: 'join-block'; readonly block: string };

export type SplitEditProblem =
  | { readonly code: 'block-split-already'; readonly block: string }
  | { readonly code: 'block-not-split'; readonly block: string }
  /** The line does not cut the block, or into another number of parts than the edit says. */
  | { readonly code: 'line-does-not-split'; readonly block: string }
  | { readonly code: 'parts-in-different-zones'; readonly block: string }
  | { readonly code: 'part-split-further'; readonly block: string };

/** Into how many parts the line would cut a block of the plan; 1 when it does not cut it. */
export type PartsOfCut = (plan: Plan, block: string, line: readonly number[]) => number;

const mostParts = 9;

/** Zones that are locked, by id and by the name under which a planner knows them. */
export interface ZoneLocked {
  readonly code: 'zone-locked';
  readonly zones: readonly string[];
  readonly names: readonly string[];
}

export const zoneLocked = ({ zones }: Plan, ids: readonly string[]): ZoneLocked =>
  ({ code: 'zone-locked', zones: ids, names: ids.map((id) => zones.find((zone) => zone.id === id)?.name ?? id) });

export const partIds = ({ block, parts }: Pick<BlockSplit, 'block' | 'parts'>): readonly string[] => Array.from({ length: parts }, (_, part) => `${block}/${part + 1}`);

/** The ids of the blocks as the plan has them: a cut block makes way for its parts. */
export function blockIdsOf({ splits = [] }: Pick<Plan, 'splits'>, blocks: ReadonlySet<string>): ReadonlySet<string> {
  if (splits.length === 0) return blocks;
  const ids = new Set(blocks);
  for (const split of splits) {
    ids.delete(split.block);
    for (const id of partIds(split)) ids.add(id);
  }
  return ids;
}

/** What a cut does to a plan, and how to take it back. Without `partsOf` the number of parts is taken at its word. */
export function applySplitEdit(
  plan: Plan, edit: SplitEdit, partsOf: PartsOfCut | undefined,
): Result<{ readonly plan: Plan; readonly inverse: readonly SplitEdit[] }, SplitEditProblem | ZoneLocked> {
  const { block } = edit;
  const splits = plan.splits ?? [];
  const standing = splits.find((split) => split.block === block);
  const isLocked = (zone: string | undefined): zone is string => plan.zones.some(({ id, locked }) => id === zone && locked);
  if (edit.kind === 'split-block') {
    const { line, parts } = edit;
    if (standing !== undefined) return err({ code: 'block-split-already', block });
    if (!Number.isInteger(parts) || parts < 2 || parts > mostParts || (partsOf && partsOf(plan, block, line) !== parts)) return err({ code: 'line-does-not-split', block });
    const zone = plan.zoneOfBlock[block];
    if (isLocked(zone)) return err(zoneLocked(plan, [zone]));
    const next = [...splits, { block, line, parts }].sort((a, b) => (a.block < b.block ? -1 : 1));
    return ok({ plan: withZones(withPart(plan, 'splits', next), [block], partIds(edit), zone), inverse: [{ kind: 'join-block', block }] });
  }
  if (standing === undefined) return err({ code: 'block-not-split', block });
  const parts = partIds(standing);
  if (splits.some((split) => parts.includes(split.block))) return err({ code: 'part-split-further', block });
  const zones = new Set(parts.map((part) => plan.zoneOfBlock[part]));
  if (zones.size > 1) return err({ code: 'parts-in-different-zones', block });
  const [zone] = zones;
  if (isLocked(zone)) return err(zoneLocked(plan, [zone]));
  const left = splits.filter((split) => split !== standing);
  return ok({ plan: withZones(withPart(plan, 'splits', left.length === 0 ? undefined : left), parts, [block], zone), inverse: [{ kind: 'split-block', ...standing }] });
}

/** The plan with `after` in the zone that `before` was in; sorted by block, so that equal plans are equal bytes. */
function withZones(plan: Plan, before: readonly string[], after: readonly string[], zone: string | undefined): Plan {
  if (zone === undefined) return plan;
  const gone = new Set(before);
  const kept = Object.entries(plan.zoneOfBlock).filter(([block]) => !gone.has(block));
  const zoneOfBlock = Object.fromEntries([...kept, ...after.map((block): [string, string] => [block, zone])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { ...plan, zoneOfBlock };
}
