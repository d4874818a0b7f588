import PostalMime, {addressParser} from 'postal-mime';
import type {Address, Attachment, Email} from 'postal-mime';
import {reasonToIgnore} from './automatic.js';
import type {IgnoredReason} from './automatic.js';
import {htmlToText} from './html-to-text.js';
import {stripReply} from './strip-reply.js';

/** A mail that came in, as far as a conversation needs it. */
export interface ReadMail {
  /** Address of its `From`, in lower case; empty when there is none that can be read. */
  from: string;
  /** All addresses that it names as receivers, those that a provider noted included. */
  recipients: readonly string[];
  /** `Message-ID` without angle brackets. */
  messageId?: string | undefined;
  /** Mails that it answers, without angle brackets. */
  references: readonly string[];
  /** What was answered, without quote and signature. */
  said: string;
  pictures: readonly MailedPicture[];
  /** Names of what cannot be shown in a conversation. */
  otherFiles: readonly string[];
  /** Why nobody wrote it; absent when somebody did. */
  ignored?: IgnoredReason | undefined;
  /** Values of `Authentication-Results` (RFC 8601), the latest first. */
  authentication: readonly string[];
}

export interface MailedPicture {
  name: string;
  /** `image/jpeg`, `image/png`, `image/webp`. */
  type: string;
  bytes: Uint8Array;
}

/** Nobody's mail is built deeper, and nobody's head is longer. */
const LIMITS = {maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0};
/** Characters that are looked at; an answer is far shorter, with all that it quotes. */
const MOST_TEXT = 400_000;
/** Characters of a list of Message-IDs. */
const MOST_IDS = 20_000;
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);
/** Bytes: smaller pictures inside the text are logos and the dots that count readers. */
const LEAST_INLINE = 40_000;
const RECIPIENT_HEADERS = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'x-forwarded-to',
  'envelope-to',
  'x-envelope-to',
];

/** @throws Error when it is no mail, or built to be hard to read */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const email = await PostalMime.parse(raw, LIMITS);
  const files = email.attachments.map(toFile);
  const [messageId] = idsIn(email.messageId ?? '');
  return {
    from: firstAddress(email.from)?.toLowerCase() ?? '',
    recipients: recipientsOf(email),
    messageId,
    references: idsIn(`${email.inReplyTo ?? ''} ${email.references ?? ''}`),
    said: stripReply(textOf(email)),
    pictures: files.flatMap(file => (file.kind === 'picture' ? [file.picture] : [])),
    otherFiles: files.flatMap(file => (file.kind === 'other' ? [file.name] : [])),
    ignored: reasonToIgnore(email),
    authentication: valuesOf(email, 'authentication-results'),
  };
}

/** Message-IDs, without angle brackets. */
function idsIn(text: string): string[] {
  return [...text.slice(0, MOST_IDS).matchAll(/<([^<>\s]{1,300})>/g)].map(([, id]) => id!);
}

/** Its plain text; made from its HTML when it has none. */
function textOf({text, html = ''}: Email): string {
  const hasText = text !== undefined && text.trim() !== '';
  return hasText ? text.slice(0, MOST_TEXT) : htmlToText(html.slice(0, MOST_TEXT));
}

function valuesOf({headers}: Pick<Email, 'headers'>, name: string): string[] {
  return headers.flatMap(({key, value}) => (key === name ? [value] : []));
}

function firstAddress(address: Address | undefined): string | undefined {
  return address?.group ? address.group[0]?.address : address?.address;
}

function recipientsOf(email: Email): string[] {
  const addresses = RECIPIENT_HEADERS.flatMap(name => valuesOf(email, name)).flatMap(value =>
    addressParser(value, {flatten: true}).map(firstAddress),
  );
  return [...new Set(addresses.filter(address => address !== undefined))];
}

type MailedFile =
  {kind: 'picture'; picture: MailedPicture} | {kind: 'other'; name: string} | {kind: 'decoration'};

function toFile({filename, mimeType, content, related}: Attachment): MailedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const name = filename ?? mimeType;
  if (related && mimeType.startsWith('image/') && bytes.length < LEAST_INLINE) {
    return {kind: 'decoration'};
  }
  return PICTURES.has(mimeType)
    ? {kind: 'picture', picture: {name, type: mimeType, bytes}}
    : {kind: 'other', name};
}
