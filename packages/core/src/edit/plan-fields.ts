import type { Plan } from '../model/plan.ts';

/** The optional parts of a plan in the one order in which they are kept. */
const order = ['register', 'delineation', 'nuclei', 'splits', 'norms', 'need', 'travel', 'scenarios', 'judgements', 'story'] as const satisfies readonly (keyof Plan)[];
type OptionalPart = (typeof order)[number];

/** The plan with one optional part in its place, or without it: equal plans are equal bytes whatever the road to them. */
export function withPart<K extends OptionalPart>(plan: Plan, part: K, value: Plan[K] | undefined): Plan {
  const kept = Object.entries(plan).filter(([name]) => !(order as readonly string[]).includes(name));
  const parts = order.map((name) => [name, name === part ? value : plan[name]] as const).filter(([, content]) => content !== undefined);
  return Object.fromEntries([...kept, ...parts]) as unknown as Plan;
}
