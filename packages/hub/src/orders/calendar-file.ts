import {createHash} from 'node:crypto';
import type {Order, ShopSettings} from '@local-widgets/model/schemas.js';
import {words} from '../text/words.js';

/** One event for a calendar (RFC 5545): when and where the order is handed over. Lines end in CRLF. */
export function calendarFile(order: Order, settings: ShopSettings, now: Date): string {
  const {address = {}, name} = settings;
  const {streetAddress, postalCode, addressLocality} = address;
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  const isOver = ['cancelled', 'refused', 'expired'].includes(order.state);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//local-widgets//hub//FR',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    // names the order without telling its id to whom the calendar is shared with
    `UID:${createHash('sha256').update(order.id).digest('hex').slice(0, 32)}@local-widgets`,
    `DTSTAMP:${utc(now.toISOString())}`,
    `DTSTART:${utc(order.slot.startsAt)}`,
    `DTEND:${utc(order.slot.endsAt)}`,
    `SUMMARY:${text(words(order.language).calendarTitle(name, order.code))}`,
    `LOCATION:${text([name, streetAddress, town].filter(Boolean).join(', '))}`,
    `STATUS:${isOver ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

const utc = (iso: string) => iso.replace(/[-:]|\.\d+/g, '');

const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** At most 75 bytes a line (section 3.1), never within a character. */
function folded(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
