import {startSmtpReceiver} from '../../../src/bridges/mail/smtp-receiver.js';
import type {SmtpReceiver} from '../../../src/bridges/mail/smtp-receiver.js';
import {VisitorMailBridge} from '../../../src/bridges/mail/visitor-mail-bridge.js';
import type {MailBridgeOptions} from '../../../src/bridges/options.js';
import {Pump} from '../../../src/bridges/pump/pump.js';
import {findOrMakePerson, setMembership} from '../../../src/accounts/people.js';
import type {HubContext} from '../../../src/context.js';
import type {Hub} from '../../../src/hub.js';
import {createCarriers} from '../../../src/outbox/carriers.js';
import {runOutboxOnce} from '../../../src/outbox/run-outbox.js';
import {mailUnread} from '../../../src/chat/mail/unread-mail.js';
import {addChatShop, listening} from '../../chat/support/chat-hub.js';
import type {TestDatabase} from '../../support/databases.js';
import {testClock} from '../../support/fixtures.js';
import {MailboxServer} from '../support/mailbox-server.js';

const BRIDGE: MailBridgeOptions = {
  address: 'chat@reply.hub.example',
  webhookSecret: 'a secret of twenty characters',
  acceptsAnySender: false,
};

/** A hub that sends to a mail server of the test, and takes mails in; nothing of it by itself. */
export interface MailHub {
  hub: Hub;
  context: HubContext;
  clock: ReturnType<typeof testClock>;
  mailbox: MailboxServer;
  /** Where it takes mails in. */
  receiver: SmtpReceiver;
  /** Sends what is due by now: to the shop, and to visitors who have left. */
  send(): Promise<void>;
  stop(): Promise<void>;
}

export async function mailHub(
  database: TestDatabase,
  changes: Partial<MailBridgeOptions> = {},
): Promise<MailHub> {
  const clock = testClock();
  const mailbox = await MailboxServer.start();
  const options = {...BRIDGE, ...changes};
  const hub = await listening(database, {
    clock,
    settings: {
      publicUrl: 'https://hub.example',
      mail: {from: {address: 'hub@hub.example'}, smtp: mailbox.smtp},
      bridges: {mail: options},
    },
  });
  const {context} = hub;
  await addChatShop(database.db, {chat: {mailAfterMinutes: 0}});
  await database.db.transaction().execute(async trx => {
    const person = {email: 'Paul@fournil.example', name: 'Paul', language: 'fr'} as const;
    const personId = await findOrMakePerson(context, trx, person);
    await setMembership(context, trx, {personId, shopId: 'fournil', role: 'merchant'});
  });
  const smtp = {host: '127.0.0.1', port: 0};
  const receiver = await startSmtpReceiver(context, {...options, smtp});
  const carriers = createCarriers(context);
  return {
    hub,
    context,
    clock,
    mailbox,
    receiver,
    async send() {
      await mailUnread(context);
      await new Pump(context, new VisitorMailBridge(context)).look();
      await runOutboxOnce(context, carriers);
    },
    async stop() {
      carriers.close();
      await receiver.stop();
      await hub.stop();
      await mailbox.stop();
    },
  };
}
