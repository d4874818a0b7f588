import {deliverPush} from '../chat/push/deliver-push.js';
import type {HubContext} from '../context.js';
import type {Carriers} from './carriers.js';
import {claimDue, type OutboxKind, type OutboxRow} from './claim.js';
import {deliverMail} from './deliver-mail.js';
import {deliverWebhook} from './deliver-webhook.js';
import {errorFacts} from './error-facts.js';
import {giveWay} from './give-way.js';

/** Messages that one round claims; each is sent beside the others. */
const AT_ONCE = 10;

/** How many messages left, were put off, or were given up. */
export interface OutboxRound {
  sent: number;
  retried: number;
  failed: number;
}

/**
 * Sends what is due, until nothing is. At least once each: a process that dies between sending and
 * writing it down leaves the message to be sent again, with the same id. Any number of processes may
 * run it at the same time.
 *
 * @param isStopping looked at between rounds
 */
export async function runOutboxOnce(
  context: HubContext,
  carriers: Carriers,
  isStopping: () => boolean = () => false,
): Promise<OutboxRound> {
  // a lane for each kind: a receiver that takes its time must not hold up the others
  const kinds: readonly OutboxKind[] = ['mail', 'webhook', 'push'];
  const rounds = await Promise.all(kinds.map(kind => runLane(context, carriers, kind, isStopping)));
  const sum = (key: keyof OutboxRound) => rounds.reduce((all, round) => all + round[key], 0);
  return {sent: sum('sent'), retried: sum('retried'), failed: sum('failed')};
}

async function runLane(
  context: HubContext,
  carriers: Carriers,
  kind: OutboxKind,
  isStopping: () => boolean,
): Promise<OutboxRound> {
  const round: OutboxRound = {sent: 0, retried: 0, failed: 0};
  for (;;) {
    await giveWay(context, isStopping);
    if (isStopping()) break;
    const rows = await claimDue(context, kind, AT_ONCE);
    const deliveries: ReturnType<typeof deliver>[] = [];
    for (const row of rows) {
      deliveries.push(deliver(context, carriers, row));
      // requests that have come in while it was written need not wait for the others
      await new Promise(resolve => setImmediate(resolve));
    }
    const results = await Promise.all(deliveries);
    for (const result of results) {
      if (!result) continue;
      round[result]++;
      context.metrics.deliveries.inc({kind, result});
    }
    if (rows.length < AT_ONCE) break;
  }
  return round;
}

/** Undefined when its end could not be written down: then the message is sent again after its lease. */
async function deliver(
  context: HubContext,
  carriers: Carriers,
  row: OutboxRow,
): Promise<keyof OutboxRound | undefined> {
  try {
    if (row.kind === 'mail') return await deliverMail(context, carriers.mailer, row);
    if (row.kind === 'push') return await deliverPush(context, carriers, row);
    return await deliverWebhook(context, carriers, row);
  } catch (error) {
    const facts = {outbox: row.id, error: errorFacts(error)};
    context.log.error(facts, 'How a delivery ended could not be written down.');
    return undefined;
  }
}
