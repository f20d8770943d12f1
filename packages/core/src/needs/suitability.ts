import type { DwellingFacts, Suitability, SuitabilityRule } from '../model/index.ts';

/** Whether a rule holds for a dwelling; null where a fact it needs is missing and the others are as said. */
function holds({ when }: SuitabilityRule, dwelling: DwellingFacts): boolean | null {
  const { types, builtFrom, builtTo } = when;
  const answers: (boolean | null)[] = [];
  if (types !== null) answers.push(dwelling.type === null ? null : types.includes(dwelling.type));
  if (builtFrom !== null) answers.push(dwelling.builtYear === null ? null : dwelling.builtYear >= builtFrom);
  if (builtTo !== null) answers.push(dwelling.builtYear === null ? null : dwelling.builtYear <= builtTo);
  for (const fact of ['lift', 'oneFloor', 'groundFloor', 'stepFree', 'wheelchair'] as const) {
    if (when[fact] !== null) answers.push(dwelling[fact] === null ? null : dwelling[fact] === when[fact]);
  }
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/**
 * Whether somebody with a care need can go on living in a dwelling: the first rule that holds decides. Where a fact is
 * missing, every outcome that some value of it could give is weighed; only when they are all the same is it known.
 */
export function suitabilityOf(dwelling: DwellingFacts, rules: readonly SuitabilityRule[]): Suitability {
  const possible = new Set<Suitability>();
  for (const rule of rules) {
    const held = holds(rule, dwelling);
    if (held === false) continue;
    possible.add(rule.gives);
    if (held === true) return possible.size === 1 ? rule.gives : 'onbekend';
  }
  return 'onbekend';
}
