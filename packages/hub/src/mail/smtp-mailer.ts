import type {Clock} from '../chance-and-clock.js';
import {composeMessage} from './compose-message.js';
import {loadNodemailer} from './load-nodemailer.js';
import {MailError, type Mailer, type MailOptions} from './mailer.js';

/** Milliseconds: to connect and be greeted, and between two words of the server. */
const CONNECT_TIMEOUT = 10_000;
const SILENCE_TIMEOUT = 30_000;

/** Hands mails to an SMTP server, over a few connections that are kept. */
export function createSmtpMailer(smtp: NonNullable<MailOptions['smtp']>, clock: Clock): Mailer {
  const {host, port, secure, user, password} = smtp;
  const options = {
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure,
    requireTLS: !secure && (smtp.requireTls ?? user !== undefined),
    ...(user !== undefined && {auth: {user, pass: password ?? ''}}),
    connectionTimeout: CONNECT_TIMEOUT,
    greetingTimeout: CONNECT_TIMEOUT,
    socketTimeout: SILENCE_TIMEOUT,
  } as const;
  const make = () => loadNodemailer().createTransport(options);
  let transport: ReturnType<typeof make> | undefined;
  return {
    async send(mail) {
      transport ??= make();
      const message = composeMessage(mail, clock.now());
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw toMailError(error);
      }
    },
    close: () => transport?.close(),
  };
}

/** Replies of 500 and above to one mail are final (RFC 5321, 4.2.1); all else may pass. */
function toMailError(error: unknown): MailError {
  const {responseCode, code} = error as {responseCode?: number; code?: string};
  const isPermanent = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
  // what the server said may hold the address, which belongs in no log
  const said = [code, responseCode].filter(part => part !== undefined).join(' ');
  return new MailError(`The mail server did not take it (${said || 'no answer'}).`, isPermanent, {
    cause: error,
  });
}
