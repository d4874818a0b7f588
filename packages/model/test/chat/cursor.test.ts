import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readCursor, writeCursor} from '../../src/chat/cursor.js';

const CONVERSATION = '0197a5b2-7c11-7000-8000-0242ac130003';

describe('the cursor of a stream', () => {
  it('tells the last event of each room, and is read back', () => {
    const cursor = new Map([
      ['halles', 12],
      [CONVERSATION, 3],
    ]);
    const text = writeCursor(cursor);
    assert.equal(text, `halles:12,${CONVERSATION}:3`);
    assert.deepEqual(readCursor(text), cursor);
  });

  it('is empty without rooms', () => {
    assert.equal(writeCursor(new Map()), '');
    assert.deepEqual(readCursor(''), new Map());
  });

  it('leaves out what is no entry, and keeps the others', () => {
    const entries = [
      'halles',
      'halles:',
      ':4',
      'Halles:4',
      '-halles:4',
      'halles-:4',
      'halles--centre:4',
      'halles:-4',
      'halles:4x',
      ' halles:4',
      // no number of an event is that long
      'halles:1234567890123456',
    ];
    assert.deepEqual(readCursor([...entries, 'rue-du-bac:4'].join()), new Map([['rue-du-bac', 4]]));
  });
});
