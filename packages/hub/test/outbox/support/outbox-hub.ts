import type {HubContext} from '../../../src/context.js';
import type {MailMessage} from '../../../src/outbox/outbox.js';
import {claimDue, type OutboxRow} from '../../../src/outbox/claim.js';
import {recordingLog} from '../../support/recording-log.js';
import {memoryDatabase} from '../../support/memory.js';
import {testHub, type TestHubOptions} from '../../support/test-hub.js';
import {recordingCarriers} from './carriers.js';
import {testClock} from '../../support/fixtures.js';
import {rowsOf} from './rows.js';

/** A hub in memory whose log is kept, with carriers that send nothing. */
export async function outboxHub(options: TestHubOptions = {}) {
  const clock = testClock();
  const hub = await testHub(await memoryDatabase(), {clock, ...options});
  const {lines, log} = recordingLog();
  const context: HubContext = {...hub.context, log};
  const {db, outbox} = context;
  /** Writes a mail, and takes it to be sent. */
  const claimMail = async (message: Omit<MailMessage, 'kind'>): Promise<OutboxRow> => {
    await outbox.enqueue(db, {kind: 'mail', ...message});
    const [row] = await claimDue(context, 'mail', 1);
    return row!;
  };
  /** Places an order, and empties the outbox of what that wrote. */
  const order = async (request: Parameters<typeof hub.order>[0] = {}): Promise<string> => {
    const {body} = await hub.order(request);
    await db.deleteFrom('outbox').execute();
    return body.order.id as string;
  };
  const rows = () => rowsOf(db);
  return {
    hub,
    context,
    clock,
    db,
    outbox,
    lines,
    carriers: recordingCarriers(),
    claimMail,
    order,
    rows,
  };
}
