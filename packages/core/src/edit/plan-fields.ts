import type { Plan } from '../model/plan.ts';

/** The optional parts of a plan in the one order in which they are kept. */
const order = ['register', 'delineation', 'nuclei', 'splits', 'norms', 'need', 'travel', 'scenarios', 'judgements', 'story'] as const satisfies readonly (keyof Plan)[];
type OptionalPart = (typeof order)[number];

/** The plan with one optional part in its place, or without it: equal plans are equal bytes whatever the road to them. */
export function withPart<K extends OptionalPart>(plan: Plan, part: K, value: Plan[K] | undefined): Plan {
  const kept: Record<string, unknown> = { ...plan };
  const parts: Record<string, unknown> = {};
  for (const name of order) {
    const content = name === part ? value : plan[name];
    delete kept[name];
    if (content !== undefined) parts[name] = content;
  }
  return { ...kept, ...parts } as unknown as Plan;
}
