import type {HubContext} from '../context.js';
import {NO_SHOP, writeInGroup} from '../database/write-group.js';
import {MailError, type Mailer} from '../mail/mailer.js';
import {nextAttempt} from '../webhooks/retry-schedule.js';
import type {OutboxRow} from './claim.js';
import {errorFacts} from './error-facts.js';
import {settle, type Outcome} from './settle.js';
import {writeMail} from './write-mail.js';

/** Makes one attempt to send a mail, and writes down how it ended. */
export async function deliverMail(
  context: HubContext,
  mailer: Mailer,
  row: OutboxRow,
): Promise<Outcome['result']> {
  const outcome = await attempt(context, mailer, row);
  await writeInGroup(context, NO_SHOP, trx => settle(trx, context, row, outcome));
  return outcome.result;
}

async function attempt(context: HubContext, mailer: Mailer, row: OutboxRow): Promise<Outcome> {
  try {
    const mail = await writeMail(context, row);
    if (!mail) return {result: 'sent', note: 'nobody to send it to'};
    await mailer.send(mail);
    return {result: 'sent'};
  } catch (error) {
    // only our own sentences are kept: what a server says may hold an address
    const told = error instanceof MailError ? error.message : 'The mail could not be written.';
    const facts = {outbox: row.id, attempts: row.attempts, told};
    if (error instanceof MailError) context.log.warn(facts, 'A mail was not sent.');
    else context.log.error({...facts, error: errorFacts(error)}, 'A mail could not be written.');
    if (error instanceof MailError && error.isPermanent) return {result: 'failed', error: told};
    const {clock, chance} = context;
    const at = nextAttempt({attempts: row.attempts, now: clock.now(), chance});
    return at ? {result: 'retried', error: told, at} : {result: 'failed', error: told};
  }
}
