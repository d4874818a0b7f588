import {globSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import type {Language, Section} from './page.js';

/** A text in Markdown that becomes a page. */
export interface Source {
  /** In the repository. */
  readonly file: string;
  readonly text: string;
  /** On the site. */
  readonly path: string;
  readonly lang: Language;
  readonly section: Section;
  /** Texts of one group are listed beside each other. */
  readonly group: string;
}

const PATTERNS = [
  '*.md',
  'docs/*.md',
  'docs/{accessibility,benchmarks,decisions,guides,cms,frameworks}/**/*.md',
  'packages/*/README.md',
  'examples/*/README.md',
];

/** Twins that the guides' folders do not pair: the same page in French and in English. */
const TWINS: Readonly<Record<string, string>> = {
  'docs/integrer.md': 'guides/embedding.html',
  'docs/embedding.md': 'en/guides/embedding.html',
};

/** Every text that becomes a page, by name. */
export function readSources(root: string): Source[] {
  return globSync(PATTERNS, {cwd: root})
    .map(file => file.split(sep).join('/'))
    .filter(file => !/(^|\/)(CHANGELOG|node_modules)/.test(file))
    .sort()
    .map(file => sourceOf(file, readFileSync(join(root, file), 'utf8')));
}

export function sourceOf(file: string, text: string): Source {
  const lang = languageOf(file, text);
  const start = lang === 'fr' ? '' : 'en/';
  const twin = TWINS[file];
  if (twin) return {file, text, lang, path: twin, section: 'guides', group: 'guides'};
  const [, group, name] =
    /^docs\/(accessibility|guides|cms|frameworks)\/(?:fr\/|en\/)?(.+?)(?:\.fr|\.en)?\.md$/.exec(
      file,
    ) ?? [];
  if (group && name) {
    const path = `${start}${group}/${name === 'README' ? 'index' : name}.html`;
    return {file, text, lang, path, section: 'guides', group};
  }
  const path = `dev/${developerPath(file)}.html`;
  const developers = /^(docs\/decisions|packages|examples)\//.exec(file)?.[1] ?? 'docs';
  return {file, text, lang, path, section: 'developers', group: developers};
}

function developerPath(file: string): string {
  return file
    .replace(/^docs\//, '')
    .replace(/^benchmarks\/README\.md$/, 'benchmarks')
    .replace(/^(packages|examples)\/([^/]+)\/README\.md$/, '$1/$2')
    .replace(/\.md$/, '')
    .toLowerCase();
}

/** Small words that the one language has all over, and the other not. */
const FRENCH = /\b(?:le|la|les|des|une|est|et|du|dans|pour)\b/gi;
const ENGLISH = /\b(?:the|of|and|is|in|to|are|with|for|that)\b/gi;

/** The language of a text: by its folder or name, else by its small words. */
function languageOf(file: string, text: string): Language {
  const [, named] = /(?:\/|\.)(fr|en)(?:\/|\.md$)/.exec(file) ?? [];
  if (named) return named as Language;
  const count = (words: RegExp): number => text.match(words)?.length ?? 0;
  return count(FRENCH) > count(ENGLISH) ? 'fr' : 'en';
}
