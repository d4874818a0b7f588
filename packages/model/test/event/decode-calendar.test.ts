import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {decodeCalendar} from '../../src/event/decode-calendar.js';
import {isICalendar} from '../../src/event/readers/is-icalendar.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map(part => Buffer.from(part as string)));
/** The two bytes of é. */
const [C3, A9] = [[0xc3], [0xa9]];

describe('decodeCalendar', () => {
  it('reads UTF-8, UTF-16 in either order, and Windows-1252', () => {
    assert.equal(decodeCalendar(bytes('Fête')), 'Fête');
    assert.equal(decodeCalendar(bytes('\ufeffFête')), 'Fête');
    const wide = Buffer.from('\ufeffFête', 'utf16le');
    assert.equal(decodeCalendar(wide), 'Fête');
    assert.equal(decodeCalendar(Buffer.from(wide).swap16()), 'Fête');
    assert.equal(decodeCalendar(Buffer.from('Fête d’été', 'latin1')), 'Fête d\u0019été');
  });

  it('takes out the folds that lie within a letter, with CRLF or LF, a space or a tab', () => {
    for (const fold of ['\r\n ', '\n ', '\r\n\t', '\n\t']) {
      assert.equal(decodeCalendar(bytes('F', C3, fold, A9, 't')), 'Fét', JSON.stringify(fold));
      const euro = bytes([0xe2], fold, [0x82], fold, [0xac]);
      assert.equal(decodeCalendar(euro), '€');
    }
    // one fold within a letter, and another that is none: it stays
    assert.equal(decodeCalendar(bytes('a', C3, '\n ', A9, '\n b\n ', 'é')), 'aé\n b\n é');
    assert.equal(decodeCalendar(bytes(C3, '\n ', A9, 'é\r\n c')), 'éé\r\n c');
    assert.equal(decodeCalendar(bytes(C3, '\n', A9, 'éé')), '\ufffd\n\ufffdéé');
  });

  it('loses a few broken bytes, not the accents of all', () => {
    assert.equal(decodeCalendar(bytes('é', [0xff])), 'é\ufffd');
    assert.equal(decodeCalendar(bytes('é', [0xff, 0xff])), 'Ã©ÿÿ');
  });
});

describe('isICalendar', () => {
  it('knows a calendar by the line on which it begins', () => {
    for (const text of [
      'BEGIN:VCALENDAR',
      'begin:vevent \n',
      '\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0',
      'words\n \t\xa0BEGIN:VCALENDAR\t\n',
      `${'x'.repeat(19_984)}\nBEGIN:VCALENDAR`,
    ]) {
      assert.equal(isICalendar(text), true, text.slice(-40));
    }
    for (const text of [
      '',
      'BEGIN:VTODO',
      'x BEGIN:VCALENDAR',
      'BEGIN:VCALENDARS',
      'BEGIN:VCALENDAR x',
      `${'x'.repeat(19_985)}\nBEGIN:VCALENDAR`,
    ]) {
      assert.equal(isICalendar(text), false, text.slice(-40));
    }
  });
});
