import {assert} from '@open-wc/testing';
import {piecesOf} from '../../src/talk/linked-text.js';

const linksOf = (text: string): (string | undefined)[] =>
  piecesOf(text).flatMap(({href}) => (href ? [href] : []));

describe('links in a message', () => {
  it('lead to addresses of the web and of e-mail', () => {
    assert.deepEqual(linksOf('Voir https://a.example/b?c=1, www.b.example ou c@d.example.'), [
      'https://a.example/b?c=1',
      'https://www.b.example/',
      'mailto:c@d.example',
    ]);
  });

  it('end where the sentence goes on', () => {
    assert.deepEqual(linksOf('(https://a.example/x)'), ['https://a.example/x']);
    assert.deepEqual(linksOf('https://a.example/x_(y) !'), ['https://a.example/x_(y)']);
    assert.deepEqual(linksOf('« https://a.example/x »'), ['https://a.example/x']);
    assert.deepEqual(linksOf('https://a.example/x…'), ['https://a.example/x']);
  });

  it('are none where something else than a page is meant', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://user:password@a.example/',
      'ftp://a.example',
      'a@b',
      'https://',
    ]) {
      assert.deepEqual(linksOf(text), [], text);
    }
  });

  it('never lose or change a letter of the text', () => {
    for (const text of [
      '',
      'https://a.example',
      '  https://a.example/x).\n\nwww.b.example… a@b.example,, (c@d.example) é 👩‍🌾 https://',
      'https://a.example/https://b.example/((x))',
    ]) {
      assert.equal(
        piecesOf(text)
          .map(piece => piece.text)
          .join(''),
        text,
      );
    }
  });
});
