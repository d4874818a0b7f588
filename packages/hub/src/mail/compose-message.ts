import type {SendMailOptions} from 'nodemailer';
import {HUB_HEADER} from '../bridges/mail/automatic.js';
import {mailbox, oneLine} from './mailbox.js';
import type {Mail, Mailbox} from './mailer.js';

/**
 * A mail in the words of nodemailer: text first, HTML as its alternative, an iCalendar file attached.
 * Marked as made by a machine (RFC 3834), so that out-of-office answers do not come back.
 */
export function composeMessage(mail: Mail, at: Date): SendMailOptions {
  const {inReplyTo, references = inReplyTo ? [inReplyTo] : [], replyTo, calendar} = mail;
  const files = calendar ? [calendarOf(calendar, mail.calendarName)] : (mail.attachments ?? []);
  return {
    from: checked(mail.from),
    to: checked(mail.to),
    ...(replyTo && {replyTo: checked(replyTo)}),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    date: at,
    messageId: `<${mail.messageId}>`,
    ...(inReplyTo && {inReplyTo: `<${inReplyTo}>`}),
    ...(references.length > 0 && {references: references.map(id => `<${id}>`).join(' ')}),
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      [HUB_HEADER]: '1',
    },
    ...(files.length > 0 && {attachments: [...files]}),
    // nothing of a mail names a file or an address to be fetched
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const calendarOf = (content: string, filename = 'retrait.ics') => ({
  filename,
  content,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
});

function checked({name, address}: Mailbox): {name: string; address: string} {
  const safe = mailbox(name, address);
  return {name: safe.name ?? '', address: safe.address};
}
