import type {Order, OrderActor, OrderState} from '../schemas/order.js';

type Moves = {readonly [By in OrderActor]?: readonly OrderState[]};

/**
 * Who may take an order from where to where; for each the usual next step comes first. How long
 * someone may (a customer up to `cancelUntil`, the hub from a time on) is for the caller to know.
 */
const MOVES: {readonly [From in OrderState]?: Moves} = {
  received: {
    customer: ['cancelled'],
    shop: ['accepted', 'refused'],
    hub: ['accepted', 'expired', 'cancelled'],
  },
  accepted: {
    customer: ['cancelled'],
    shop: ['ready', 'collected', 'no-show', 'cancelled'],
    hub: ['no-show', 'cancelled'],
  },
  ready: {
    customer: ['cancelled'],
    shop: ['collected', 'no-show', 'cancelled', 'accepted'],
    hub: ['no-show'],
  },
  collected: {shop: ['ready', 'accepted']},
  'no-show': {shop: ['collected', 'ready', 'accepted']},
};

/**
 * Steps back, for a wrong tap at the desk. An accepted order is a promise: it is not taken back.
 */
const UNDONE: {readonly [From in OrderState]?: readonly OrderState[]} = {
  ready: ['accepted'],
  collected: ['ready', 'accepted'],
  'no-show': ['ready', 'accepted'],
};

/** The states into which `by` may bring an order, the usual one first; undoing comes last. */
export function nextStates(state: OrderState, by: OrderActor): OrderState[] {
  return [...(MOVES[state]?.[by] ?? [])];
}

/** Whether `by` may bring an order from one state into another; never from a state into itself. */
export function canGo(from: OrderState, to: OrderState, by: OrderActor): boolean {
  return nextStates(from, by).includes(to);
}

/** Whether a step goes back to where the order was before: it is told to nobody as news. */
export function isUndo(from: OrderState, to: OrderState): boolean {
  return UNDONE[from]?.includes(to) ?? false;
}

/**
 * The state to which the shop may undo the last step, and that is the one before it; undefined when
 * the last step stands.
 *
 * @param history Oldest first, as in `Order`.
 */
export function undoState(history: Pick<Order, 'history'>['history']): OrderState | undefined {
  const [before, last] = history.slice(-2).map(({state}) => state);
  return before && last && isUndo(last, before) ? before : undefined;
}

/** Whether nothing is left to do; only the shop can still undo `collected` and `no-show`. */
export function isFinal(state: OrderState): boolean {
  return state !== 'received' && state !== 'accepted' && state !== 'ready';
}

/**
 * Whether the order takes its place in the slot, and its pieces of the stock. What was prepared and
 * not collected stays taken: the shop counts for itself what it can still sell.
 */
export function holdsSlot(state: OrderState): boolean {
  return state !== 'refused' && state !== 'cancelled' && state !== 'expired';
}
