import {Counter, Gauge, Histogram, Registry, collectDefaultMetrics} from 'prom-client';

/** What the hub counts, in the text format of Prometheus at `/metrics`. */
export interface Metrics {
  registry: Registry;
  /** Seconds from a request to its answer. */
  requestSeconds: Histogram<'method' | 'route' | 'status'>;
  /** Orders that came to a state. */
  orderStates: Counter<'state'>;
  /** Attempts to send something out; `result` is `sent`, `retried` or `failed`. */
  deliveries: Counter<'kind' | 'result'>;
  /** Orders in each open state, and rows that wait to leave: read from the database when asked. */
  ordersOpen: Gauge<'state'>;
  outboxWaiting: Gauge<'kind'>;
  outboxOldestSeconds: Gauge;
  /**
   * What went over bridges: `out` is `sent`, `failed` (tried again) or `refused` (given up), `in` is `taken`
   * or `refused`.
   */
  bridgeMessages: Counter<'bridge' | 'direction' | 'result'>;
  /** 1 for a bridge that works, and conversations that it has not delivered all of: from the database. */
  bridgeUp: Gauge<'bridge'>;
  bridgeWaiting: Gauge<'bridge'>;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5];

/** A registry of its own for each hub, so that several may run in one process. */
export function createMetrics({withProcess = true} = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({register: registry});
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'hub_request_seconds',
      help: 'Seconds from a request to its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers,
    }),
    orderStates: new Counter({
      name: 'hub_order_states_total',
      help: 'Orders that came to a state.',
      labelNames: ['state'],
      registers,
    }),
    deliveries: new Counter({
      name: 'hub_deliveries_total',
      help: 'Attempts to send a mail or a webhook.',
      labelNames: ['kind', 'result'],
      registers,
    }),
    ordersOpen: new Gauge({
      name: 'hub_orders_open',
      help: 'Orders in each state that is not final.',
      labelNames: ['state'],
      registers,
    }),
    outboxWaiting: new Gauge({
      name: 'hub_outbox_waiting',
      help: 'Mails and webhooks that wait to be sent.',
      labelNames: ['kind'],
      registers,
    }),
    outboxOldestSeconds: new Gauge({
      name: 'hub_outbox_oldest_seconds',
      help: 'Age of the oldest that should have left by now.',
      registers,
    }),
    bridgeMessages: new Counter({
      name: 'hub_bridge_messages_total',
      help: 'Messages that went over a bridge of the chat.',
      labelNames: ['bridge', 'direction', 'result'],
      registers,
    }),
    bridgeUp: new Gauge({
      name: 'hub_bridge_up',
      help: 'Whether a bridge of the chat works.',
      labelNames: ['bridge'],
      registers,
    }),
    bridgeWaiting: new Gauge({
      name: 'hub_bridge_waiting',
      help: 'Conversations whose next message could not be delivered by a bridge so far.',
      labelNames: ['bridge'],
      registers,
    }),
  };
}
