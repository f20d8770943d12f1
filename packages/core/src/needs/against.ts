import { known, notApplicable, unknown, type Count } from '../model/index.ts';
import type { AreaAgainst, FigureChange } from './against-base.ts';
import type { AreaAnalysis, PlanAnalysis } from './analysis.ts';
import type { Gap } from './gap.ts';

/** Lays two analyses of one plan side by side; a norm that is in one of them only has no figure in the other. */
export function areasAgainst(base: PlanAnalysis, scenario: PlanAnalysis): readonly AreaAgainst[] {
  const gapsIn = ({ gaps }: PlanAnalysis, zone: string | null | undefined): number => gaps.filter((gap) => zone === undefined || gap.zone === zone).length;
  const beside = (kind: AreaAgainst['kind'], zone: string | null, before: AreaAnalysis, after: AreaAnalysis): AreaAgainst => ({
    kind, zone,
    inhabitants: change(before.inhabitants.count, after.inhabitants.count),
    from75: change(before.from75.count, after.from75.count),
    needs: after.needs.map((need) => {
      const old = before.needs.find(({ norm }) => norm === need.norm);
      return {
        norm: need.norm, required: change(old?.required.count, need.required.count), present: change(old?.present.count, need.present.count),
        missing: change(old?.missing.count, need.missing.count), reachable: change(old?.reachable.amount, need.reachable.amount),
      };
    }),
    coverage: after.coverage.map((coverage) => {
      const old = before.coverage.find(({ norm }) => norm === coverage.norm);
      return {
        norm: coverage.norm, persons: change(old?.persons.count, coverage.persons.count), within: change(old?.within.count, coverage.within.count),
        beyond: change(old?.beyond.count, coverage.beyond.count),
      };
    }),
    localNeeds: after.localNeeds.map(({ rule, estimate }) =>
      ({ rule, estimate: change(before.localNeeds.find((one) => one.rule === rule)?.estimate.middle.count, estimate.middle.count) })),
    forms: after.housing.forms.map(({ form, needed, level, present, missing }) => {
      const old = before.housing.forms.find((one) => one.form === form);
      return { form, needed: change(old?.needed[old.level].count, needed[level].count), present: change(old?.present.count, present.count), missing: change(old?.missing.count, missing.count) };
    }),
    functions: after.functions.functions.map(({ function: role, state }, place) => ({ function: role, before: before.functions.functions[place]!.state, after: state })),
    gapsBefore: gapsIn(base, kind === 'municipality' ? undefined : zone), gapsAfter: gapsIn(scenario, kind === 'municipality' ? undefined : zone),
  });
  return [
    ...scenario.zones.map((zone, index) => beside('zone', zone.zone, base.zones[index]!, zone)),
    beside('unassigned', null, base.unassigned, scenario.unassigned),
    beside('municipality', null, base.municipality, scenario.municipality),
  ];
}

/** The gaps of one analysis that another does not have. */
export function gapsGone(from: PlanAnalysis, to: PlanAnalysis): readonly Gap[] {
  const there = new Set(to.gaps.map(({ id }) => id));
  return from.gaps.filter(({ id }) => !there.has(id));
}

function change(before: Count = notApplicable, after: Count): FigureChange {
  return { before, after, difference: before.kind === 'known' && after.kind === 'known' ? known(after.value - before.value) : before.kind === 'not-applicable' || after.kind === 'not-applicable' ? notApplicable : unknown };
}
