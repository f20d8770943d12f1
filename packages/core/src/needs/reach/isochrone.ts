import type { Line } from '../../geo/shapes.ts';
import { metres, ok, seconds, type Result } from '../../model/index.ts';
import type { Limit } from '../../network/nearest.ts';
import { serviceAreaLines, serviceAreas } from '../../network/service-area.ts';
import { checkQuestion, classEnds, destinationsOf, placesOf, towardsOf, type ReachArea, type ReachProblem, type ReachQuestion } from './reach.ts';

/** The streets within a share of the limit; the area of a shorter limit lies inside that of a longer. */
export interface IsochroneBand {
  readonly limit: Limit;
  /** Stretches of street, cut exactly where the limit falls; Lambert 2008 metres. */
  readonly lines: readonly Line[];
}

export type IsochroneProblem = ReachProblem | { readonly code: 'no-streets-for-area' };

const scaled = (limit: Limit, share: number): Limit => ('metres' in limit ? { metres: metres(limit.metres * share) } : { seconds: seconds(limit.seconds * share) });

/**
 * The streets around a facility, or around all of a kind, up to half the limit, the limit, and one and a half and twice the
 * limit. Not drawn as a hull: a hull bridges the canal.
 */
export function isochrone(area: ReachArea, question: ReachQuestion, facility: string | null): Result<readonly IsochroneBand[], IsochroneProblem> {
  const problem = checkQuestion(area, question);
  if (problem !== null) return { ok: false, error: problem };
  if (area.ground === null) return { ok: false, error: { code: 'no-streets-for-area' } };
  const places = facility === null ? destinationsOf(area, question.destination) : area.facilities.filter(({ id }) => id === facility);
  if (facility !== null && places.length === 0) return { ok: false, error: { code: 'facility-not-found', facility } };
  const { network, link } = area.ground.traveller(question.profile, towardsOf(question));
  const limits = classEnds.map((share) => scaled(question.limit, share));
  const areas = serviceAreas(network, link(placesOf(places)), limits);
  return ok(areas.map((reached, i) => ({ limit: limits[i]!, lines: serviceAreaLines(network, reached) })));
}
