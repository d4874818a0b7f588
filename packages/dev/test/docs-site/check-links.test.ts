import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {linkProblems} from '../../src/docs-site/check-links.js';

const page = (path: string, html: string, origins?: ReadonlyMap<string, string>) => ({
  path,
  html,
  ...(origins && {origins}),
});

describe('the check of links', () => {
  it('is content with pages, files, anchors and other sites', () => {
    const pages = [
      page(
        'index.html',
        '<h1 id="a">A</h1><a href="b/c.html#d">C</a><img src="x.png"><a href="#a">',
      ),
      page(
        'b/c.html',
        '<h2 id="d"></h2><a href="../index.html">A</a><a href="https://a.example/">',
      ),
    ];
    assert.deepEqual(linkProblems(pages, new Set(['x.png'])), []);
  });

  it('names page and line of a link that leads nowhere', () => {
    const pages = [page('a/b.html', '<p>\n<a href="c.html">')];
    assert.deepEqual(linkProblems(pages, new Set()), [
      'docs/dist/a/b.html:2: "c.html" leads to a/c.html, which is not there.',
    ]);
  });

  it('names file and line of the text that has it', () => {
    const pages = [page('b.html', '<a href="c.html">', new Map([['c.html', 'docs/b.md:12']]))];
    assert.match(linkProblems(pages, new Set())[0] ?? '', /^docs\/b\.md:12: "c\.html"/);
  });

  it('finds an anchor that is missing, here and on another page', () => {
    const pages = [page('a.html', '<a href="#x"><a href="b.html#y">'), page('b.html', '')];
    assert.deepEqual(linkProblems(pages, new Set()), [
      'docs/dist/a.html:1: "#x" has no such anchor in a.html.',
      'docs/dist/a.html:1: "b.html#y" has no such anchor in b.html.',
    ]);
  });

  it('finds an id that is there twice, and an address from the root of a server', () => {
    const pages = [page('a.html', '<p id="x"><p id="x"><a href="/b.html">')];
    assert.deepEqual(linkProblems(pages, new Set(['b.html'])), [
      'docs/dist/a.html: the id "x" is there twice.',
      'docs/dist/a.html:1: "/b.html" begins at the root of the server; the site may lie in a folder.',
    ]);
  });
});
