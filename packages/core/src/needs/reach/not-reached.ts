import type { Municipality } from '../../model/index.ts';
import { Reason, reasonCodes, type ReasonCode } from '../../network/reasons.ts';
import { UNREACHED } from '../../network/travel-network.ts';
import { reasonAt, type ReachAnswer } from './reach.ts';

/** A street with people who have nothing within the limit. */
export interface StreetNotReached {
  readonly street: string;
  readonly addresses: number;
  /** Of the ages asked. */
  readonly persons: number;
  readonly byReason: readonly { readonly reason: ReasonCode; readonly persons: number }[];
  /** The longest way among those who have one, in the unit of the answer; null where nobody has. */
  readonly farthest: number | null;
  /** Id of the address where it begins: to find it on the map. */
  readonly firstAddress: string;
}

/** The people who are not reached within the limit, street by street; most persons first. Streets without such people are left out. */
export function notReachedByStreet({ addresses }: Pick<Municipality, 'addresses'>, answer: ReachAnswer, persons: Float64Array): readonly StreetNotReached[] {
  const rows = new Map<string, { addresses: number; persons: number; byReason: Float64Array; farthest: number; firstAddress: string }>();
  for (let i = 0; i < addresses.ids.length; i++) {
    const reason = reasonAt(answer, i);
    if (reason === Reason.reached || persons[i] === 0) continue;
    const street = addresses.streets[i]!;
    let row = rows.get(street);
    if (row === undefined) rows.set(street, (row = { addresses: 0, persons: 0, byReason: new Float64Array(reasonCodes.length), farthest: -1, firstAddress: addresses.ids[i]! }));
    row.addresses++;
    row.persons += persons[i]!;
    row.byReason[reason]! += persons[i]!;
    if (answer.cost[i] !== UNREACHED) row.farthest = Math.max(row.farthest, answer.cost[i]! / 1000);
  }
  return [...rows]
    .map(([street, { byReason, farthest, ...row }]) => ({
      street, ...row, farthest: farthest < 0 ? null : farthest,
      byReason: reasonCodes.flatMap((reason, at) => (byReason[at]! > 0 ? [{ reason, persons: byReason[at]! }] : [])),
    }))
    .sort((a, b) => b.persons - a.persons || (a.street < b.street ? -1 : 1));
}
