import { hidden, unknown, type Count } from '../model/index.ts';
import type { PlanAnalysis } from '../needs/index.ts';
import { discloseDifferences } from './disclose-differences.ts';
import { areaKey, toldAreas, toldAreasBeside, type ToldArea, type ToldCoverage, type ToldNeed } from './disclosed-analysis.ts';

/** An area as it is in two plans, years or scenarios. */
export interface ComparedArea {
  readonly told: ToldArea;
  /** Its figures stand in the places of the norms of `told`; what their difference would give away is hidden. */
  readonly other: ToldArea;
}

/**
 * The areas that two analyses both have, the municipality last, as anybody may see them side by side: the same zone is the one
 * with the same id. A norm that only the first has is unknown in the second. O(areas × norms).
 */
export function comparedAreas(analysis: PlanAnalysis, against: PlanAnalysis): readonly ComparedArea[] {
  const base = toldAreas(analysis, 'public');
  const others = new Map(toldAreasBeside(against, base).map((told) => [areaKey(told), told]));
  const pairs = base.flatMap((told) => {
    const other = others.get(areaKey(told));
    return other === undefined ? [] : [{ told, other: inPlacesOf(told, other) }];
  });
  const besides = (pick: (area: ToldArea) => Count): readonly Count[] => discloseDifferences(pairs.map(({ told }) => pick(told)), pairs.map(({ other }) => pick(other)));
  const inhabitants = besides(({ people }) => people.inhabitants);
  const from75 = besides(({ people }) => people.from75);
  const within = analysis.municipality.coverage.map((_, norm) => besides(({ coverage }) => coverage[norm]!.within));
  return pairs.map(({ told, other }, row) => {
    const people = { ...other.people, inhabitants: inhabitants[row]!, from75: from75[row]! };
    // A requirement is persons times a published rate: it goes where the persons go.
    const hidesPeople = [people.inhabitants, people.from75].some(({ kind }) => kind === 'hidden');
    return {
      told,
      other: {
        ...other, people,
        coverage: other.coverage.map((one, norm) => (within[norm]![row]!.kind === 'hidden' ? { persons: veiled(one.persons), within: hidden, beyond: hidden, share: hidden } : one)),
        needs: hidesPeople ? other.needs.map(({ required, present, missing, filledShare }) => ({ required: veiled(required), present, missing: veiled(missing), filledShare: veiled(filledShare) })) : other.needs,
      },
    };
  });
}

const veiled = (count: Count): Count => (count.kind === 'known' ? hidden : count);

const noCoverage: ToldCoverage = { persons: unknown, within: unknown, beyond: unknown, share: unknown };
const noNeed: ToldNeed = { required: unknown, present: unknown, missing: unknown, filledShare: unknown };

/** The other with its norms in the places that ours have. */
function inPlacesOf({ area }: ToldArea, other: ToldArea): ToldArea {
  const coverageOf = new Map(other.area.coverage.map(({ norm }, place) => [norm, other.coverage[place]!]));
  const needOf = new Map(other.area.needs.map(({ norm }, place) => [norm, other.needs[place]!]));
  return { ...other, coverage: area.coverage.map(({ norm }) => coverageOf.get(norm) ?? noCoverage), needs: area.needs.map(({ norm }) => needOf.get(norm) ?? noNeed) };
}
