import type {AddressInfo} from 'node:net';
import {simpleParser, type ParsedMail} from 'mailparser';
import {SMTPServer} from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  /** Of the envelope. */
  recipients: string[];
}

interface ServerOptions {
  user?: string;
  password?: string;
  /** The SMTP code with which each recipient is refused. */
  refuse?: number;
}

/** A mail server on loopback that keeps what it gets, without TLS. */
export async function smtpServer({user, password, refuse}: ServerOptions = {}) {
  const mails: Promise<ReceivedMail>[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: user === undefined,
    logger: false,
    onAuth(auth, _session, done) {
      const isRight = auth.username === user && auth.password === password;
      if (isRight) done(null, {user: auth.username});
      else done(new Error('wrong password'));
    },
    onRcptTo({address}, _session, done) {
      const error = Object.assign(new Error(`${address}: no`), {responseCode: refuse});
      done(refuse === undefined ? null : error);
    },
    onData(stream, {envelope}, done) {
      const recipients = envelope.rcptTo.map(({address}) => address);
      const mail = simpleParser(stream).then(parsed => Object.assign(parsed, {recipients}));
      mails.push(mail);
      void mail.then(() => done());
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const {port} = server.server.address() as AddressInfo;
  return {
    options: {host: '127.0.0.1', port, secure: false},
    /** Ends it, and gives all mails that came. */
    async stop(): Promise<ReceivedMail[]> {
      await new Promise<void>(resolve => server.close(() => resolve()));
      return Promise.all(mails);
    },
  };
}
