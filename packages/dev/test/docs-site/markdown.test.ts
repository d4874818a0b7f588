import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderMarkdown} from '../../src/docs-site/markdown.js';
import {sourceOf} from '../../src/docs-site/sources.js';
import {relativeTo, slugOf} from '../../src/docs-site/links.js';

const render = (text: string, isFrench = false) =>
  renderMarkdown(text, {address: written => `to/${written}`, tableName: 'Table', isFrench});

describe('Markdown on the site', () => {
  it('takes markup for text', () => {
    const {body} = render('<script>alert(1)</script>\n\n<b onclick="x">b</b>');
    assert.doesNotMatch(body.text, /<script|<b /);
    assert.match(body.text, /&lt;script&gt;/);
  });

  it('leaves out comments, and keeps the lines of links', () => {
    const {body, links} = render('# A\n\n<!-- api:start\n-->\n\nText\nand [a link](b.md)\n');
    assert.doesNotMatch(body.text, /api:start/);
    assert.deepEqual([...links], [['to/b.md', 7]]);
  });

  it('gives headings the ids that GitHub gives, each once', () => {
    const {body, title} = render('# The `src` attribute, “here”\n\n## Files\n\n## Files\n');
    assert.equal(title, 'The src attribute, “here”');
    assert.match(body.text, /<h1 id="the-src-attribute-here">/);
    assert.match(body.text, /<h2 id="files">[\s\S]*<h2 id="files-1">/);
    assert.equal(slugOf('Quelle version ?'), 'quelle-version-');
  });

  it('lets tables and code be scrolled by keyboard', () => {
    const {body} = render('| a |\n| - |\n| b |\n\n```html\n<p>\n```\n');
    assert.match(
      body.text,
      /<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>/,
    );
    assert.match(body.text, /<th scope="col">/);
    assert.match(body.text, /<pre tabindex="0"><code class="language-html">&lt;p&gt;/);
  });

  it('keeps French signs with their words, and code as it is', () => {
    const {body} = render('Oui : « non » ? `a : b`', true);
    assert.match(body.text, /Oui\u00a0: «\u00a0non\u00a0»\u202f\? <code>a : b<\/code>/);
  });
});

describe('where a text goes', () => {
  const cases: readonly [file: string, text: string, path: string, lang: string][] = [
    ['docs/guides/fr/start.md', '', 'guides/start.html', 'fr'],
    ['docs/guides/en/start.md', '', 'en/guides/start.html', 'en'],
    ['docs/integrer.md', 'la balise et le fichier', 'guides/embedding.html', 'fr'],
    ['docs/embedding.md', 'the tag and the file', 'en/guides/embedding.html', 'en'],
    ['docs/cms/spip.md', 'Le plugin est dans la liste des extensions', 'cms/spip.html', 'fr'],
    ['docs/cms/spip.en.md', '', 'en/cms/spip.html', 'en'],
    ['docs/frameworks/vue.md', 'The element is in the page', 'en/frameworks/vue.html', 'en'],
    ['docs/decisions/0001-licence.md', 'the', 'dev/decisions/0001-licence.html', 'en'],
    ['packages/hub/README.md', 'the', 'dev/packages/hub.html', 'en'],
    ['CONTRIBUTING.md', 'the', 'dev/contributing.html', 'en'],
  ];
  for (const [file, text, path, lang] of cases) {
    it(`${file} to ${path}`, () => {
      const source = sourceOf(file, text);
      assert.deepEqual([source.path, source.lang], [path, lang]);
    });
  }

  it('writes addresses that hold in any folder', () => {
    assert.equal(relativeTo('en/guides/a.html', 'dev/b.html#c'), '../../dev/b.html#c');
    assert.equal(relativeTo('a.html', 'a.html'), 'a.html');
  });
});
