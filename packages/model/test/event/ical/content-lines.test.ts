import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ContentLines} from '../../../src/event/ical/content-lines.js';

const NAMES = new Map(
  ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'URL', 'X-A.B'].map(one => [one, one]),
);

/** `1 SUMMARY;params:value` of each property that is read. */
function linesOf(text: string): string[] {
  const lines = new ContentLines(text, NAMES);
  const found: string[] = [];
  for (let one = lines.next(); one; one = lines.next()) {
    found.push(`${one.line} ${one.name};${one.params}:${one.value}`);
  }
  return found;
}

describe('content lines', () => {
  it('have a name, parameters and a value', () => {
    assert.deepEqual(linesOf('SUMMARY:A\nURL;VALUE=URI;X="a:b":https://a.example/?a=1:2'), [
      '1 SUMMARY;:A',
      '2 URL;VALUE=URI;X="a:b":https://a.example/?a=1:2',
    ]);
    assert.deepEqual(linesOf('summary:A\nx-a.b:1\nSUMMARY:\nSUMMARY: A '), [
      '1 SUMMARY;:A',
      '2 X-A.B;:1',
      '3 SUMMARY;:',
      '4 SUMMARY;: A ',
    ]);
  });

  it('end with CRLF, LF or CR, and the last with nothing', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const expected = ['1 SUMMARY;:A', '2 URL;:b'];
      assert.deepEqual(linesOf(`SUMMARY:A${end}URL:b`), expected);
      assert.deepEqual(linesOf(`SUMMARY:A${end}URL:b${end}`), expected);
    }
    assert.deepEqual(linesOf(''), []);
    assert.deepEqual(linesOf('\r\n'), []);
    // a CR alone is a line end only where there is no other
    assert.deepEqual(linesOf('URL:a\rb\n'), ['1 URL;:a\rb']);
  });

  it('go on after a space or a tab, which belongs to the fold', () => {
    assert.deepEqual(linesOf('SUM\n MARY:A\n'), []);
    assert.deepEqual(linesOf('SUMMARY:A\r\n  b\r\n\tc\r\nURL:d'), ['1 SUMMARY;:A bc', '4 URL;:d']);
    assert.deepEqual(linesOf('URL;X=\n 1:b\n \n c'), ['1 URL;X=1:bc']);
    assert.deepEqual(linesOf('OTHER:A\n URL:no\nURL:b'), ['3 URL;:b']);
  });

  it('that are none belong to the text before them, or to nothing', () => {
    assert.deepEqual(linesOf('SUMMARY:A\nsecond\n\n  \nthird line\nURL:b'), [
      '1 SUMMARY;:A\\nsecond\\nthird line',
      '6 URL;:b',
    ]);
    assert.deepEqual(linesOf('LOCATION:A\nsecond'), ['1 LOCATION;:A\\nsecond']);
    assert.deepEqual(linesOf('DESCRIPTION:A\n second'), ['1 DESCRIPTION;:Asecond']);
    assert.deepEqual(linesOf('URL:b\nstray\nSUMMARY:A'), ['1 URL;:b', '3 SUMMARY;:A']);
    assert.deepEqual(linesOf('stray\nURL:b'), ['2 URL;:b']);
    // nobody has a name of more than 80 letters
    const long = 'X'.repeat(81);
    assert.deepEqual(linesOf(`SUMMARY:A\n${long}:b`), [`1 SUMMARY;:A\\n${long}:b`]);
    assert.deepEqual(linesOf(`SUMMARY:A\n${'X'.repeat(80)}:b`), ['1 SUMMARY;:A']);
  });

  it('end their parameters at the first colon outside quotes, or at all', () => {
    assert.deepEqual(linesOf('URL;A="x:y";B="z:":v'), ['1 URL;A="x:y";B="z:":v']);
    assert.deepEqual(linesOf('URL;A="x:y'), ['1 URL;A="x:y']);
    assert.deepEqual(linesOf('URL;A=x'), ['1 URL;A=x:']);
    assert.deepEqual(linesOf('URL;A=x:y"z'), ['1 URL;A=x:y"z']);
  });

  it('are read from where one begins', () => {
    const text = 'SUMMARY:A\nURL:b\nURL:c';
    const lines = new ContentLines(text, NAMES, 10, 1);
    assert.deepEqual(lines.next(), {line: 2, name: 'URL', params: '', value: 'b'});
    assert.equal(lines.at, 16);
    lines.names = new Map();
    assert.equal(lines.next(), undefined);
  });
});
