import type {SlotLoad} from '../api/types.js';

/**
 * How full a slot is, in whole percent from 0 to 100: by what is nearer its end, orders or items. Where
 * nothing is limited it never is.
 */
export function fullness(slot: SlotLoad): {share: number; isFull: boolean} {
  const {takenOrders, takenItems, capacityOrders, capacityItems} = slot;
  const shares = [shareOf(takenOrders, capacityOrders), shareOf(takenItems, capacityItems)];
  const share = Math.max(...shares);
  return {share: Math.round(Math.min(1, share) * 100), isFull: share >= 1};
}

function shareOf(taken: number, capacity: number | null | undefined): number {
  return capacity ? taken / capacity : 0;
}
