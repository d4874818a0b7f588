import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseAst} from 'rollup/parseAst';
import {minifyLiterals} from '../../rollup/minify-literals.mjs';

/** The markup of a template as it is built. */
function built(markup: string): string {
  const code = `const t = html\`${markup}\`;`;
  const plugin = minifyLiterals();
  const made = plugin.transform.call({parse: parseAst}, code, '/package/dist/view.js');
  return made!.code.slice('const t = html`'.length, -'`;'.length);
}

describe('templates as they are built', () => {
  it('keep the space between a name and a time, which is seen and heard', () => {
    assert.equal(
      built('<p>\n  <b>Yann</b>\n  <time>9 h</time>\n</p>'),
      '<p><b>Yann</b> <time>9 h</time></p>',
    );
  });

  it('lose the spaces between the parts of a page, which are neither', () => {
    assert.equal(
      built('<ul>\n  <li>\n    <span>un</span>\n  </li>\n  <li>deux</li>\n</ul>'),
      '<ul><li><span>un</span></li><li>deux</li></ul>',
    );
  });
});
