import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import type {Readable} from 'node:stream';
import {SMTPServer} from 'smtp-server';
import type {SMTPServerOptions} from 'smtp-server';
import {loadRoom} from '../../chat/rooms/load-room.js';
import type {HubContext} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import type {MailBridgeOptions} from '../options.js';
import {MOST_BYTES, refusalText} from './mail-limits.js';
import {receiveMail, replyKey} from './receive-mail.js';
import type {MailOutcome, MailRefusal} from './receive-mail.js';
import {readReplyAddress} from './reply-address.js';

export interface SmtpReceiver {
  /** The real one, where any free one was asked for. */
  port: number;
  stop(): Promise<void>;
}

/** Milliseconds between two words of the other server, and that connections have to end. */
const SILENCE = 60_000;
const FAREWELL = 2000;
/** Connections at once. */
const MOST_CLIENTS = 50;

/**
 * Takes answers from the mail server in front, or as the domain's own MX: for signed addresses alone, all
 * others are refused before a mail is sent. What cannot be written now is refused for now (4xx), so that the
 * other server keeps it and comes again; nothing is acknowledged that is not in the database.
 *
 * @throws the error of the socket, or of the certificate's files
 */
export async function startSmtpReceiver(
  context: HubContext,
  options: MailBridgeOptions & {smtp: NonNullable<MailBridgeOptions['smtp']>},
): Promise<SmtpReceiver> {
  const {host, port, certificateFile, keyFile} = options.smtp;
  const tls =
    certificateFile !== undefined && keyFile !== undefined
      ? {cert: await readFile(certificateFile), key: await readFile(keyFile)}
      : undefined;
  const server = new SMTPServer({
    name: options.address.slice(options.address.lastIndexOf('@') + 1),
    banner: 'local-widgets hub',
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE,
    closeTimeout: FAREWELL,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    logger: false,
    ...tls,
    ...handlers(context, options),
  });
  // of single connections; the server goes on
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}

type Handlers = Required<Pick<SMTPServerOptions, 'onRcptTo' | 'onData'>>;

function handlers(context: HubContext, options: MailBridgeOptions): Handlers {
  const fail = (error: unknown) => {
    if (error instanceof SmtpReply) return error;
    const facts = {bridge: 'mail', error: errorFacts(error)};
    context.log.warn(facts, 'A mail could not be taken; its server comes again.');
    return new SmtpReply(451, '4.3.0 Try again later');
  };
  return {
    onRcptTo({address}, _session, done) {
      checkRecipient(context, options, address).then(
        () => done(),
        (error: unknown) => done(fail(error)),
      );
    },
    onData(stream, {envelope}, done) {
      const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const recipients = envelope.rcptTo.map(({address}) => address);
      readAll(stream)
        .then(raw => receiveMail(context, options, {raw, recipients, sender}))
        .then(replyTo)
        .then(
          text => done(null, text),
          (error: unknown) => done(fail(error)),
        );
    },
  };
}

/** An answer of 4xx or 5xx, with its enhanced code (RFC 3463). */
class SmtpReply extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

async function checkRecipient(
  context: HubContext,
  options: MailBridgeOptions,
  address: string,
): Promise<void> {
  const key = await replyKey(context.chat);
  const found = readReplyAddress(options.address, key, address, context.clock.now());
  if (found === undefined) throw refusal('unknown');
  if (found === 'expired') throw refusal('expired');
  const room = await loadRoom(context.db, found.room);
  if (room?.row.kind !== 'conversation' || room.row.erased_at !== null) throw refusal('unknown');
  if (room.row.state === 'ended') throw refusal('ended');
}

const CODES: Readonly<Partial<Record<MailRefusal, [number, string]>>> = {
  unknown: [550, '5.1.1'],
  'too-long': [552, '5.3.4'],
  unreadable: [554, '5.6.0'],
};

function refusal(reason: MailRefusal): SmtpReply {
  const [code, enhanced] = CODES[reason] ?? [550, '5.7.1'];
  return new SmtpReply(code, `${enhanced} ${refusalText(reason)}`);
}

/** One answer for all conversations of a mail: good news when it reached any. */
function replyTo(outcomes: readonly MailOutcome[]): string {
  const refused = outcomes.find(outcome => outcome.result === 'refused');
  if (refused && outcomes.every(({result}) => result === 'refused')) throw refusal(refused.reason);
  return 'OK: taken';
}

/** @throws SmtpReply 552 when it is too large: the rest is read and thrown away */
async function readAll(stream: Readable & {sizeExceeded?: boolean}): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size <= MOST_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MOST_BYTES || stream.sizeExceeded) throw refusal('too-long');
  return Buffer.concat(chunks);
}
