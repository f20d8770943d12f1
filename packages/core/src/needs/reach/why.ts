import type { Line } from '../../geo/shapes.ts';
import { err, ok, type Facility, type Result } from '../../model/index.ts';
import { findRoute } from '../../network/route.ts';
import { reasonCodes, type ReasonCode } from '../../network/reasons.ts';
import { placesOf, reasonAt, towardsOf, type ReachAnswer, type ReachArea, type ReachProblem } from './reach.ts';

/** Why an address has the distance it has: which facility, by which streets, with which connectors. */
export interface Why {
  readonly address: string;
  /** Null where there is no way. */
  readonly facility: Facility | null;
  readonly reason: ReasonCode;
  /** Metres or seconds, as the answer; null where there is no way. */
  readonly cost: number | null;
  /** Metres from the door to the street, and from the street to the facility; null in straight lines and without a way. */
  readonly connectors: { readonly address: number; readonly facility: number } | null;
  /** In the order they are travelled; null for a street without a name. Empty in straight lines. */
  readonly streets: readonly { readonly name: string | null; readonly metres: number }[];
  /** From door to door, Lambert 2008 metres. */
  readonly line: Line;
}

/** The way behind a distance. In straight lines it is the line itself. */
export function explain(area: ReachArea, answer: ReachAnswer, addressId: string): Result<Why, ReachProblem> {
  const { ids, xy } = area.municipality.addresses;
  const address = ids.indexOf(addressId);
  if (address < 0) return err({ code: 'address-not-found', address: addressId });
  const row = answer.facility[address]!;
  const facility = answer.facilities[row] ?? null;
  const reason = reasonCodes[reasonAt(answer, address)];
  const none = { address: addressId, facility: null, reason, cost: null, connectors: null, streets: [], line: new Float64Array() };
  if (facility === null) return ok(none);
  const door = [xy[2 * address]!, xy[2 * address + 1]!], there = [facility.x, facility.y];
  const found = { address: addressId, facility, reason, cost: answer.cost[address]! / 1000 };
  if (area.ground === null) return ok({ ...found, connectors: null, streets: [], line: Float64Array.from([...door, ...there]) });

  const { network, addresses, link } = area.ground.traveller(answer.question.profile, towardsOf(answer.question));
  const facilities = link(placesOf([facility]));
  const isOutward = towardsOf(answer.question) === 'from';
  const route = isOutward ? findRoute(network, facilities, 0, addresses, address) : findRoute(network, addresses, address, facilities, 0);
  if (!route.ok) return ok({ ...none, reason: reasonCodes[route.error.reason] });
  const { startConnector, endConnector, streets, line } = route.value;
  const [from, to] = isOutward ? [there, door] : [door, there];
  return ok({
    ...found,
    connectors: { address: (isOutward ? endConnector : startConnector) / 1000, facility: (isOutward ? startConnector : endConnector) / 1000 },
    streets: streets.map(({ name, millimetres }) => ({ name, metres: millimetres / 1000 })),
    line: Float64Array.from([...from, ...line, ...to]),
  });
}
