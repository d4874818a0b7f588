import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Widget, WidgetsJson} from '../widgets/types.js';
import {accessibilityPages} from './accessibility-pages.js';
import {configuratorPage} from './configurator-page.js';
import {ORDER, widgetPath} from './examples.js';
import {decisionsIndex, developersIndex, guidesIndex, guidesOf, widgetsIndex} from './lists.js';
import {markdownPages, type MarkdownPage} from './markdown-pages.js';
import type {Language, Page} from './page.js';
import {sizesPage} from './sizes-page.js';
import {EVIDENCE_FOLDER, readEvidence, readRgaa} from '../evidence/accessibility.js';
import {readSources} from './sources.js';
import {startPage} from './start-page.js';
import {widgetPage} from './widget-page.js';

const LANGUAGES: readonly Language[] = ['fr', 'en'];

export interface Site {
  readonly pages: readonly Page[];
  /** Files of the repository that pages lead to, and where they go. */
  readonly files: ReadonlyMap<string, string>;
  readonly widgets: readonly Widget[];
}

/** All pages of the site, from the Markdown and the manifests of the repository at `root`. */
export function makeSite(root: string, cdn = join(root, 'packages/embed/dist/cdn')): Site {
  const json = JSON.parse(readFileSync(join(cdn, 'widgets.json'), 'utf8')) as WidgetsJson;
  const rank = ({name}: Widget): number => ORDER.indexOf(name) + 1 || ORDER.length + 1;
  const widgets = [...json.widgets].sort((one, two) => rank(one) - rank(two));
  const {pages: texts, files: cited} = markdownPages(root, readSources(root));
  const files = new Map(cited);
  const [evidence, rgaa] = [readEvidence(root), readRgaa(root)];
  for (const {tag} of evidence) {
    files.set(`${EVIDENCE_FOLDER}/${tag}.json`, `files/${EVIDENCE_FOLDER}/${tag}.json`);
  }
  const pages = LANGUAGES.flatMap(lang => {
    const beside = widgets.map(({name, label}) => ({
      path: widgetPath(name, lang),
      title: label[lang],
    }));
    return [
      startPage(widgets, json, lang),
      widgetsIndex(widgets, lang),
      ...widgets.map(widget => widgetPage(widget, json, lang, beside)),
      guidesIndex(texts, lang),
      configuratorPage(lang),
      ...accessibilityPages({all: evidence, rgaa, widgets, version: json.sdkVersion}, lang),
    ];
  });
  const developers = [developersIndex(texts), decisionsIndex(texts), sizesPage(cdn)];
  return {
    pages: [...pages, ...developers, ...texts.map(page => beside(page, texts))],
    files,
    widgets,
  };
}

/** Guides are listed beside each other. */
function beside(page: MarkdownPage, all: readonly MarkdownPage[]): Page {
  if (page.section !== 'guides') return page;
  return {...page, beside: guidesOf(all, page.lang, page.group)};
}
