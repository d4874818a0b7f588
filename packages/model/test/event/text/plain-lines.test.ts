import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {plainLine, plainLines} from '../../../src/event/text/plain-lines.js';

describe('plainLines', () => {
  it('keeps line ends, with no more than one empty line between', () => {
    for (const [text, expected] of [
      ['a  b', 'a b'],
      ['a\nb', 'a\nb'],
      ['a\r\nb\rc', 'a\nb\nc'],
      [' a \n  b ', 'a\nb'],
      ['a\n\nb', 'a\n\nb'],
      ['a\n\n\n\nb\n\n\nc', 'a\n\nb\n\nc'],
      ['\n\na\n\n', 'a'],
      ['\n \n', undefined],
      ['', undefined],
      [7, '7'],
      [['a', 'b'], 'a, b'],
      [null, undefined],
    ] as const) {
      assert.equal(plainLines(text, 100), expected, JSON.stringify(text));
    }
  });

  it('cuts what is too long', () => {
    assert.equal(plainLines('abcde', 5), 'abcde');
    assert.equal(plainLines('abcdef', 5), 'abcd…');
    assert.equal(plainLines('ab\ncd', 5), 'ab\ncd');
    assert.equal(plainLines('ab\ncde', 5), 'ab\nc…');
    assert.equal(plainLines('abc\ndef', 5), 'abc…');
    // nobody takes the markup out of megabytes
    assert.equal(plainLines(`${'<b>'.repeat(20)}abc`, 5), undefined);
  });

  it('makes line ends of the tags that end a line, and leaves out the others', () => {
    for (const [html, expected] of [
      ['<p>a</p><p>b</p>', 'a\nb'],
      ['a<br>b<BR/>c', 'a\nb\nc'],
      ['<div class="x">a</div>b', 'a\nb'],
      ['<h1>a</h1><h6>b</h6>c', 'a\nb\nc'],
      ['<table><tr><td>a</td></tr><tr>b</tr></table>', 'a\nb'],
      ['<ul><li>a</li><li class=x>b</li></ul>c', '• a\n• b\nc'],
      ['<ol><li>a</ol>b', '• a\nb'],
      ['<p>a\nb</p>', 'a b'],
      ['<b>a</b> <i>b</i><u>c</u><em>d</em><strong>e</strong><span>f</span>', 'a bcdef'],
      ['<p>a<!-- no -->b<script>c</script></p>', 'abc'],
      ['<a href="https://a.example">a</a>', 'a'],
      ['<img src=x>a', 'a'],
    ] as const) {
      assert.equal(plainLines(html, 200), expected, html);
    }
    for (const text of ['a < b > c', 'x <y> z', '<3', '<bold>', '<pa>a</pa>', 'a<b']) {
      assert.equal(plainLines(text, 200), text);
    }
    // a tag of more than 2,000 letters is none
    const [most, more] = [2000, 2001].map(length => `<p${' '.repeat(length)}>`);
    assert.equal(plainLines(`${most!}a`, 2100), 'a');
    assert.equal(plainLines(`${more!}a`, 2100), '<p >a');
  });

  it('makes letters of entities', () => {
    for (const [html, expected] of [
      ['a &amp; b', 'a & b'],
      ['&lt;b&gt; &quot;a&apos;', '<b> "a\''],
      ['a&nbsp;b', 'a b'],
      ['&rsquo;&lsquo;&laquo;&raquo;&ndash;&mdash;&hellip;&euro;', '’‘«»–—…€'],
      ['&eacute;&egrave;&agrave;&ccedil;&EACUTE;', 'éèàçé'],
      ['&#233;&#xE9;&#X1f600;', 'éé😀'],
      ['a&#0;b&#1114112;c', 'abc'],
      ['a&#1114111;', `a${String.fromCodePoint(0x10ffff)}`],
      ['&odd; &constructor; &;', '&odd; &constructor; &;'],
      ['&amp;lt;', '&lt;'],
    ] as const) {
      assert.equal(plainLines(html, 200), expected, html);
    }
  });
});

describe('plainLine', () => {
  it('is one line, without markup', () => {
    assert.equal(plainLine('a\nb', 100), 'a b');
    assert.equal(plainLine('<p>a</p><p>b &amp; c</p>', 100), 'a b & c');
    assert.equal(plainLine('&eacute;t&eacute;', 100), 'été');
    assert.equal(plainLine('abcdef', 5), 'abcd…');
    assert.equal(plainLine('abc&amp;def', 5), 'abc&…');
    assert.equal(plainLine(7, 5), '7');
    assert.equal(plainLine(['a', '<b>'], 9), 'a, <b>');
    assert.equal(plainLine(undefined, 5), undefined);
    assert.equal(plainLine(`${'<b>'.repeat(20)}abc`, 5), undefined);
  });
});
