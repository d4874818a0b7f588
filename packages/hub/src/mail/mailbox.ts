import {domainToASCII} from 'node:url';
import {MailError, type Mailbox} from './mailer.js';

/** RFC 5322 `dot-atom` before the at sign: no quotes, no comments, nothing that ends an address. */
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * A name and an address as they may stand in a header. Whatever a person typed as a name stays on its
 * line and is shown as text. Throws a permanent `MailError` for an address that is not exactly one
 * (`a@b.example, c@d.example`).
 */
export function mailbox(name: string | undefined, address: string): Mailbox {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || address.length > 254 || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) {
    throw new MailError('This is no mail address.', true);
  }
  const shown = oneLine(name ?? '').slice(0, 80);
  return {address: `${local}@${domain}`, ...(shown && {name: shown})};
}

/** Text for a header: control and invisible direction characters become spaces. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
