import { disclosureFloor, hidden, type Count } from '../model/index.ts';

/**
 * A count of persons as it may leave the planner's own screen: 1 up to the floor is hidden, zero may be shown
 * (drempelwaarde 5; domain: Provincies in Cijfers).
 */
export const disclose = (count: Count, floor: number = disclosureFloor): Count =>
  count.kind === 'known' && count.value > 0 && count.value < floor ? hidden : count;
