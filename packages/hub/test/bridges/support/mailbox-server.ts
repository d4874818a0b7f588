import type {AddressInfo} from 'node:net';
import {simpleParser} from 'mailparser';
import type {ParsedMail} from 'mailparser';
import {createTransport} from 'nodemailer';
import type {SendMailOptions} from 'nodemailer';
import {SMTPServer} from 'smtp-server';
import {until} from './until.js';

/** The mail server of merchants and visitors: keeps what it gets, and hands it out one by one. */
export class MailboxServer {
  readonly mails: (ParsedMail & {recipients: string[]})[] = [];
  #read = 0;

  private constructor(
    readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(): Promise<MailboxServer> {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      logger: false,
      onData(stream, {envelope}, done) {
        const recipients = envelope.rcptTo.map(({address}) => address);
        void simpleParser(stream).then(mail => {
          started.mails.push(Object.assign(mail, {recipients}));
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
    const started: MailboxServer = new MailboxServer(
      server,
      (server.server.address() as AddressInfo).port,
    );
    return started;
  }

  get smtp() {
    return {host: '127.0.0.1', port: this.port, secure: false};
  }

  /** The next mail that comes, or came and was not looked at. */
  async next(): Promise<ParsedMail & {recipients: string[]}> {
    const mail = await until('a mail comes', () => this.mails[this.#read]);
    this.#read++;
    return mail;
  }

  stop(): Promise<void> {
    return new Promise(resolve => this.server.close(() => resolve()));
  }
}

/** The only address in the field of a mail. */
export function addressIn(field: ParsedMail['replyTo']): string {
  const [one] = field?.value ?? [];
  if (one?.address === undefined) throw new Error('There is no address.');
  return one.address;
}

/** Hands a mail to the server at this port, as the next mail server does. */
export async function sendMail(port: number, mail: SendMailOptions): Promise<string> {
  const transport = createTransport({host: '127.0.0.1', port, secure: false, ignoreTLS: true});
  try {
    const {response} = await transport.sendMail(mail);
    return response;
  } finally {
    transport.close();
  }
}

/** What a mail program writes as an answer: the new words, and all of the old mail as a quote. */
export function answerTo(mail: ParsedMail, text: string): SendMailOptions {
  const quote = (mail.text ?? '').split('\n').map(line => `> ${line}`);
  return {
    to: addressIn(mail.replyTo),
    subject: `Re: ${mail.subject}`,
    inReplyTo: mail.messageId,
    references: [mail.references ?? [], mail.messageId ?? []].flat(),
    text: `${text}\n\nLe lun. 23 nov. 2026 à 08:12, ${mail.from?.text} a écrit :\n\n${quote.join('\n')}\n`,
  };
}
