import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setAttributes} from '../../src/serve/set-attributes.js';

const set = (html: string, changes: Record<string, string | null>): string =>
  setAttributes(html, 'local-shops-map', changes);

describe('setting attributes in a page', () => {
  it('adds, replaces and removes', () => {
    assert.equal(
      set('<local-shops-map src="a" center="1,2" open>', {src: 'b', center: null, height: '40rem'}),
      '<local-shops-map open src="b" height="40rem">',
    );
  });

  it('escapes what would leave the attribute', () => {
    assert.equal(
      set('<local-shops-map>', {src: '"><script>alert(1)</script>&$&'}),
      '<local-shops-map src="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;$&amp;">',
    );
  });

  it('reads attributes over several lines, in any quotes and case', () => {
    const html = `<LOCAL-SHOPS-MAP\n  SRC='a>b'\n  center=1,2\n  lang="fr"\n>x`;
    assert.equal(set(html, {src: 'c', center: null}), '<LOCAL-SHOPS-MAP lang="fr" src="c">x');
  });

  it('touches only the first element, and none in a comment', () => {
    const html = '<!-- <local-shops-map> --><local-shops-map></local-shops-map><local-shops-map>';
    assert.equal(
      set(html, {lang: 'en'}),
      '<!-- <local-shops-map> --><local-shops-map lang="en"></local-shops-map><local-shops-map>',
    );
  });

  it('touches all when told so', () => {
    const html = '<!-- <local-shops-map> --><local-shops-map></local-shops-map><local-shops-map>';
    assert.equal(
      setAttributes(html, 'local-shops-map', {lang: 'en'}, 'all'),
      '<!-- <local-shops-map> --><local-shops-map lang="en"></local-shops-map><local-shops-map lang="en">',
    );
  });

  it('leaves elements with a longer name and pages without the element alone', () => {
    const html = '<local-shops-map-x src="a"><p>local-shops-map</p>';
    assert.equal(set(html, {src: 'b'}), html);
  });
});
