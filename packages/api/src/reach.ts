import { err, metres, ok, seconds, type Plan, type Result } from '@woonzorgzones/core/model';
import { withScenario, type ReachArea, type ReachQuestion } from '@woonzorgzones/core/needs';
import { reachGroundOf, withOwnProfiles } from '@woonzorgzones/core/network';
import { planFacilities } from './analyses.ts';
import { planGround, type PlanGround } from './plan-ground.ts';
import type { Failure } from './problem.ts';
import type { ReachQuestionBody } from './schemas.ts';
import type { Services } from './services.ts';
import type { Travel } from './travel.ts';

/** A question of reach made out on a plan: the area today, the area of its scenario where it has one, and the question itself. */
export interface AskedReach {
  readonly today: ReachArea;
  readonly scenario: ReachArea | null;
  readonly question: ReachQuestion;
}

export const reachAreaOf = ({ municipality, plan }: PlanGround): ReachArea => ({ municipality, facilities: planFacilities(municipality, plan), ground: reachGroundOf(municipality) });

/** A question as it came in, with the profile it names as the plan has it. */
export function questionOf({ profiles }: Travel, { travel }: Plan, { destination, profile, metresPerSecond, limit }: ReachQuestionBody): Result<ReachQuestion, Failure> {
  const shipped = profiles.get(profile);
  const [known] = shipped === undefined ? [] : withOwnProfiles([shipped], travel);
  if (known === undefined) return err({ code: 'unknown-travel-profile', profile, profiles: [...profiles.keys()] });
  const paced = metresPerSecond === undefined ? known : { ...known, speed: { value: metresPerSecond, status: 'own' as const, source: 'Eigen tempo' } };
  return ok({ destination, profile: paced, limit: 'metres' in limit ? { metres: metres(limit.metres) } : { seconds: seconds(limit.seconds) } });
}

export async function askedReach(services: Services, plan: string, body: ReachQuestionBody): Promise<Result<AskedReach, Failure>> {
  const ground = await planGround(services, plan);
  if (!ground.ok) return ground;
  const question = questionOf(services.travel, ground.value.plan, body);
  if (!question.ok) return question;
  const today = reachAreaOf(ground.value);
  if (body.scenario === null) return ok({ today, scenario: null, question: question.value });
  const { paths, closedCrossings } = body.scenario;
  const scenario = withScenario(today, { paths: paths.map((path) => Float64Array.from(path.flat())), closedCrossings });
  return scenario.ok ? ok({ today, scenario: scenario.value, question: question.value }) : scenario;
}
