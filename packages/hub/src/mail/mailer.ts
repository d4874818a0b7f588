/** A mail ready to be sent; every field was made by `mail/render-mail.ts`. */
export interface Mail {
  from: Mailbox;
  to: Mailbox;
  replyTo?: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** BCP 47, for `Content-Language`. */
  language: string;
  /** Without angle brackets (RFC 5322, 3.6.4); the same again when the mail is sent again. */
  messageId: string;
  /** The message that this one follows, so that mail programs keep them together. */
  inReplyTo?: string;
  /** All that it follows, the first one first (RFC 5322, 3.6.4); `inReplyTo` alone when absent. */
  references?: readonly string[];
  attachments?: readonly MailAttachment[];
  /** An iCalendar file (RFC 5545). */
  calendar?: string;
  /** Its name; `retrait.ics` unless told. */
  calendarName?: string;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface Mailbox {
  /** Shown name, plain text on one line. */
  name?: string;
  address: string;
}

/** How mails leave the hub. */
export interface Mailer {
  /** Settles once the next server has taken the mail over; rejects with `MailError`. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** `isPermanent`: trying again cannot help (an address that no server takes). */
export class MailError extends Error {
  override name = 'MailError';

  constructor(
    message: string,
    readonly isPermanent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `mail` part of the hub's configuration. */
export interface MailOptions {
  /** Sender of every mail; answers go to the shop. */
  from: {name?: string; address: string};
  /** Where there is none, mails are written to the `mail` folder beside the database. */
  smtp?: {
    host: string;
    port: number;
    /** TLS from the first byte (port 465); otherwise STARTTLS is used where it is offered. */
    secure: boolean;
    /** Refuse a server that offers no STARTTLS. Default: true when there is a user. */
    requireTls?: boolean;
    user?: string;
    password?: string;
  };
}
