import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cleanImage} from '../../src/chat/images/clean-image.js';
import {
  animationFrame,
  chunk,
  exif,
  frameHeader,
  jpeg,
  losslessFrame,
  lossyFrame,
  png,
  segment,
  webp,
} from './support/pictures.js';

describe('pictures', () => {
  it('keep their pixels, and lose what is written beside them', () => {
    for (const [name, sent, type] of [
      [
        'JPEG',
        jpeg({
          extra: [
            exif({secret: 'SECRET'}),
            segment(0xfe, 'SECRET'),
            segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0SECRET'),
          ],
          tail: 'SECRET',
        }),
        'image/jpeg',
      ],
      [
        'PNG',
        png({
          extra: [
            chunk('tEXt', 'SECRET'),
            chunk('eXIf', 'SECRET'),
            chunk('iTXt', 'SECRET'),
            chunk('tIME', 'SECRET!'),
          ],
          tail: 'SECRET',
        }),
        'image/png',
      ],
      [
        'WebP',
        webp({
          extra: [
            ['EXIF', 'SECRET'],
            ['XMP ', 'SECRET!'],
            ['ABCD', 'SECRET'],
          ],
          tail: 'SECRET',
        }),
        'image/webp',
      ],
    ] as const) {
      assert.match(sent.toString('latin1'), /SECRET/, name);
      const cleaned = cleanImage(sent);
      assert.ok(cleaned, name);
      assert.deepEqual([cleaned.type, cleaned.width, cleaned.height], [type, 40, 30], name);
      assert.doesNotMatch(cleaned.bytes.toString('latin1'), /SECRET/, name);
      assert.match(cleaned.bytes.toString('latin1'), /PIXELS/, name);
      // once more changes nothing
      assert.deepEqual(cleanImage(cleaned.bytes), cleaned, name);
    }
  });

  it('keep their colours', () => {
    const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01PROFILE');
    assert.match(
      cleanImage(jpeg({extra: [profile]}))!.bytes.toString('latin1'),
      /PROFILE\0.*PROFILE/,
    );
    const other = segment(0xe2, 'MPF\0SECRET');
    assert.doesNotMatch(cleanImage(jpeg({extra: [other]}))!.bytes.toString('latin1'), /SECRET/);
    const iccp = png({extra: [chunk('iCCP', 'PROFILE')]});
    assert.match(cleanImage(iccp)!.bytes.toString('latin1'), /PROFILE/);
    const adobe = segment(0xee, 'Adobe\0COLOURS');
    assert.match(cleanImage(jpeg({extra: [adobe]}))!.bytes.toString('latin1'), /COLOURS/);
  });

  it('stay upright', () => {
    for (const isLittle of [true, false]) {
      const cleaned = cleanImage(
        jpeg({extra: [exif({orientation: 6, isLittle, secret: 'SECRET'})]}),
      );
      assert.deepEqual([cleaned?.width, cleaned?.height], [30, 40]);
      const again = cleanImage(cleaned!.bytes);
      assert.deepEqual(again, cleaned);
      assert.doesNotMatch(cleaned!.bytes.toString('latin1'), /SECRET/);
    }
    const upright = cleanImage(jpeg({extra: [exif({orientation: 1})]}))!;
    assert.doesNotMatch(upright.bytes.toString('latin1'), /Exif/);
  });

  it('have several scans, restarts and stuffed bytes', () => {
    const scans = Buffer.from('PIXELS\xff\x00\xff\xd0more\xff', 'latin1');
    const progressive = jpeg({scans: [scans, Buffer.from('SCAN2')]});
    const cleaned = cleanImage(progressive);
    assert.match(
      cleaned!.bytes.toString('latin1'),
      // eslint-disable-next-line no-control-regex -- these are the bytes that are looked for
      /PIXELS\xff\x00\xff\xd0more\xff.*SCAN2\xff\xd9$/s,
    );
  });

  it('tell no program that they are something else', () => {
    for (const [name, bytes] of [
      ['nothing', Buffer.alloc(0)],
      ['HTML', Buffer.from('<html><script>')],
      ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')],
      ['GIF', Buffer.from('GIF89a0000')],
      ['half a JPEG', jpeg({}).subarray(0, 60)],
      ['a JPEG without a frame', Buffer.from('ffd8ffd9', 'hex')],
      ['half a PNG', png({}).subarray(0, -6)],
      ['a PNG with an unknown critical chunk', png({extra: [chunk('BOOM', 'x')]})],
      [
        'a PNG whose first chunk is a text',
        Buffer.concat([png({}).subarray(0, 8), chunk('tEXt', 'x'), png({}).subarray(8)]),
      ],
      ['a WebP without a frame', webp({}).subarray(0, 12)],
      [
        'a WebP that says it is longer',
        Buffer.concat([
          webp({}).subarray(0, 4),
          Buffer.from('ffffff7f', 'hex'),
          webp({}).subarray(8),
        ]),
      ],
      [
        'a JPEG whose segment is longer than it',
        Buffer.concat([jpeg({}).subarray(0, 2), Buffer.from('ffe0ffff', 'hex')]),
      ],
    ] as const) {
      assert.equal(cleanImage(bytes), undefined, name);
    }
  });

  it('are never larger for a decoder than they say to us', () => {
    const [width, height] = [16_000, 16_000];
    for (const [name, bytes] of [
      ['a JPEG with a frame before its own', jpeg({extra: [frameHeader(width, height)]})],
      [
        'a JPEG with another frame after its first scan',
        jpeg({scans: [Buffer.concat([Buffer.from('PIXELS'), frameHeader(width, height)])]}),
      ],
      ['a WebP with a larger lossy frame', webp({frames: [lossyFrame(width, height)]})],
      ['a WebP with a larger lossless frame', webp({frames: [losslessFrame(width, height)]})],
      ['a WebP with a broader frame', webp({frames: [losslessFrame(41, 30)]})],
      ['a WebP with a higher frame', webp({frames: [losslessFrame(40, 31)]})],
      ['a WebP with a second frame', webp({frames: [lossyFrame(), lossyFrame(width, height)]})],
      [
        'an animation that is larger than its canvas',
        webp({frames: [animationFrame(lossyFrame(), width, height)]}),
      ],
      [
        'an animation with a frame that is larger than it says',
        webp({frames: [animationFrame(lossyFrame(width, height))]}),
      ],
    ] as const) {
      assert.equal(cleanImage(bytes), undefined, name);
    }
    const animation = webp({
      frames: [animationFrame(lossyFrame()), animationFrame(losslessFrame(8, 8), 8, 8)],
    });
    assert.deepEqual(cleanImage(animation)?.width, 40);
  });

  it('come to an end, whatever is cut off', () => {
    for (const whole of [jpeg({extra: [exif({orientation: 6})]}), png({}), webp({})]) {
      for (let length = 0; length < whole.length; length++) {
        const found = cleanImage(whole.subarray(0, length));
        assert.ok(found === undefined || found.bytes.length <= whole.length);
      }
    }
  });
});
