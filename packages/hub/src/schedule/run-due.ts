import {mailUnread} from '../chat/mail/unread-mail.js';
import {remindOfDates} from '../events/signup/remind.js';
import type {HubContext} from '../context.js';
import {errorFacts} from '../outbox/error-facts.js';
import {checkPendingPayments, refundPayments} from '../payments/watch-payments.js';
import {runRetentionWhenDue} from '../retention/run-retention.js';
import {alarmShops} from './alarm-shops.js';
import {expireOrders} from './expire-orders.js';
import {markNoShows} from './mark-no-shows.js';

const JOBS = {
  expireOrders,
  alarmShops,
  markNoShows,
  mailUnread,
  remindOfDates,
  checkPendingPayments,
  refundPayments,
  runRetentionWhenDue,
};

/**
 * Does what is due by the clock, each job on its own: one that fails is logged and tried again with the
 * next run, and keeps no other from its work. Any number of processes may run it at the same time.
 *
 * @param isStopping looked at between jobs, and by those that may take long
 */
export async function runDue(
  context: HubContext,
  isStopping: () => boolean = () => false,
): Promise<void> {
  for (const [job, run] of Object.entries(JOBS)) {
    if (isStopping()) return;
    try {
      await run(context, isStopping);
    } catch (error) {
      context.log.error({job, error: errorFacts(error)}, 'A job did not come to its end.');
    }
  }
}
