import {existsSync, statSync} from 'node:fs';
import {join, posix} from 'node:path';
import {isExternal, relativeTo} from './links.js';
import {renderMarkdown} from './markdown.js';
import type {Page} from './page.js';
import type {Source} from './sources.js';
import {SITE_WORDS} from './words.js';

/** Pages made of Markdown, and the files of the repository that they lead to. */
export interface MarkdownPages {
  readonly pages: readonly MarkdownPage[];
  /** Where they go on the site, by path in the repository. */
  readonly files: ReadonlyMap<string, string>;
}

export interface MarkdownPage extends Page {
  readonly group: string;
}

export function markdownPages(root: string, sources: readonly Source[]): MarkdownPages {
  const paths = new Map(sources.map(({file, path}) => [file, path]));
  const all = new Set(paths.values());
  const files = new Map<string, string>();
  const pages = sources.map(({file, text, path, lang, section, group}): MarkdownPage => {
    const address = (written: string): string => {
      if (isExternal(written) || written.startsWith('#')) return written;
      const [target = '', hash] = decodeURI(written).split('#');
      const repositoryPath = posix.join(posix.dirname(file), target).replace(/\/$/, '');
      const found = placeOf(root, repositoryPath, paths, files);
      return found ? relativeTo(path, hash ? `${found}#${hash}` : found) : written;
    };
    const rendered = renderMarkdown(text, {
      address,
      tableName: SITE_WORDS[lang].table,
      isFrench: lang === 'fr',
    });
    const twin = path.startsWith('en/') ? path.slice(3) : `en/${path}`;
    return {
      path,
      lang,
      section,
      group,
      title: rendered.title || file,
      summary: rendered.summary.slice(0, 200),
      body: rendered.body,
      origins: new Map([...rendered.links].map(([link, line]) => [link, `${file}:${line}`])),
      ...(all.has(twin) && {other: twin}),
    };
  });
  return {pages, files};
}

/** Scripts would be offered for download, or run, by many servers; as text they are shown. */
const isShown = (path: string): boolean =>
  /\.(?:json|svg|png|webp|csv|ics|geojson|txt)$/.test(path);

/** Where something of the repository is on the site; undefined when there is no such thing. */
function placeOf(
  root: string,
  path: string,
  pages: ReadonlyMap<string, string>,
  files: Map<string, string>,
): string | undefined {
  const page = pages.get(path) ?? pages.get(`${path}/README.md`);
  if (page) return page;
  if (path === 'docs/decisions') return 'dev/decisions/index.html';
  if (path.startsWith('..') || !existsSync(join(root, path))) return undefined;
  // folders are no pages; their nearest page is the list of packages
  if (statSync(join(root, path)).isDirectory()) return 'dev/index.html';
  const place = `files/${path}${isShown(path) ? '' : '.txt'}`;
  files.set(path, place);
  return place;
}
