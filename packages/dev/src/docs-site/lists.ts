import type {Widget} from '../widgets/types.js';
import {accessibilityPath, widgetPath} from './examples.js';
import {html, type Html} from './html.js';
import {relativeTo} from './links.js';
import type {MarkdownPage} from './markdown-pages.js';
import type {Language, Page, PageLink} from './page.js';
import {WIDGET_WORDS} from './widget-words.js';
import {SITE_WORDS} from './words.js';

/** The widgets, one card each. */
export function widgetCards(widgets: readonly Widget[], page: string, lang: Language): Html {
  return html`<ul class="cards">
    ${widgets.map(
      widget =>
        html`<li>
          <svg viewBox="${widget.icon.viewBox}" width="28" height="28" aria-hidden="true">
            <path d="${widget.icon.path}" />
          </svg>
          <h2>
            <a href="${relativeTo(page, widgetPath(widget.name, lang))}">${widget.label[lang]}</a>
          </h2>
          <p>${widget.description[lang]}</p>
          <p><code>&lt;${widget.tag}&gt;</code></p>
        </li>`,
    )}
  </ul>`;
}

export function widgetsIndex(widgets: readonly Widget[], lang: Language): Page {
  const path = lang === 'fr' ? 'widgets/index.html' : 'en/widgets/index.html';
  const words = WIDGET_WORDS[lang];
  return {
    path,
    lang,
    section: 'widgets',
    title: words.list,
    other: lang === 'fr' ? 'en/widgets/index.html' : 'widgets/index.html',
    wide: true,
    body: html`<h1>${words.list}</h1>
      <p class="lead">${words.listLead}</p>
      ${widgetCards(widgets, path, lang)}`,
  };
}

/** Guides in the order in which one needs them; those named nowhere follow by title. */
const GUIDES = [
  'start',
  'embedding',
  'data',
  'theming',
  'csp',
  'privacy',
  'privacy-notice',
  'processor',
  'accessibility',
  'sobriety',
  'hub',
  'upgrading',
];

export function guidesOf(
  pages: readonly MarkdownPage[],
  lang: Language,
  group: string,
): PageLink[] {
  const rank = ({path}: Page): number => {
    const at = GUIDES.indexOf(/([^/]+)\.html$/.exec(path)?.[1] ?? '');
    return at < 0 ? GUIDES.length : at;
  };
  return pages
    .filter(page => page.group === group && page.lang === lang)
    .sort((one, two) => rank(one) - rank(two) || one.title.localeCompare(two.title, lang))
    .map(({path, title}) => ({path, title}));
}

export function guidesIndex(pages: readonly MarkdownPage[], lang: Language): Page {
  const path = lang === 'fr' ? 'guides/index.html' : 'en/guides/index.html';
  const words = SITE_WORDS[lang];
  const group = (name: string, title: string): Html | false => {
    const links = guidesOf(pages, lang, name);
    const others = onlyElsewhere(pages, lang, name);
    return (
      links.length + others.length > 0 &&
      html`<h2>${title}</h2>
        ${links.length > 0 && linkList(links, path)}
        ${
          others.length > 0 &&
          html`<p>${words.elsewhere}</p>
            ${linkList(others, path, otherLanguage(lang))}`
        }`
    );
  };
  return {
    path,
    lang,
    section: 'guides',
    title: words.guides,
    other: lang === 'fr' ? 'en/guides/index.html' : 'guides/index.html',
    body: html`<h1>${words.guides}</h1>
      ${linkList(guidesOf(pages, lang, 'guides'), path)}
      <h2>${words.evidence}</h2>
      ${linkList([{path: accessibilityPath(undefined, lang), title: words.accessibility}], path)}
      ${group('cms', words.cms)} ${group('frameworks', words.frameworks)}
      ${group('accessibility', words.scripts)}`,
  };
}

/** Guides that are not in this language yet. */
function onlyElsewhere(pages: readonly MarkdownPage[], lang: Language, group: string): PageLink[] {
  const others = guidesOf(pages, otherLanguage(lang), group);
  const paired = new Set(pages.filter(page => page.lang === lang).map(({other}) => other));
  return others.filter(({path}) => !paired.has(path));
}

const otherLanguage = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr');

/** Pages for developers, in English, and the decisions. */
export function developersIndex(pages: readonly MarkdownPage[]): Page {
  const path = 'dev/index.html';
  const group = (name: string): Html => linkList(byTitle(pages, name), path);
  return {
    path,
    lang: 'en',
    section: 'developers',
    title: 'For developers',
    body: html`<h1>For developers</h1>
      <h2>The project</h2>
      ${group('docs')}
      <ul class="links">
        <li><a href="sizes.html">Sizes of the files</a></li>
        <li><a href="decisions/index.html">Decisions</a></li>
      </ul>
      <h2>Packages</h2>
      ${group('packages')}
      ${
        byTitle(pages, 'examples').length > 0 &&
        html`<h2>Examples</h2>
          ${group('examples')}`
      }`,
  };
}

export function decisionsIndex(pages: readonly MarkdownPage[]): Page {
  const path = 'dev/decisions/index.html';
  const decisions = pages.filter(({group}) => group === 'docs/decisions');
  return {
    path,
    lang: 'en',
    section: 'developers',
    title: 'Decisions',
    body: html`<h1>Decisions</h1>
      <p class="lead">What was chosen, among what, and on which figures.</p>
      ${linkList(decisions, path)}`,
  };
}

const byTitle = (pages: readonly MarkdownPage[], name: string): PageLink[] =>
  pages
    .filter(({group}) => group === name)
    .sort((one, two) => one.title.localeCompare(two.title, 'en'));

const linkList = (links: readonly PageLink[], page: string, lang?: Language): Html =>
  html`<ul class="links">
    ${links.map(
      ({path, title}) =>
        html`<li>
          <a href="${relativeTo(page, path)}" ${lang && html` lang="${lang}" hreflang="${lang}"`}
            >${title}</a
          >
        </li>`,
    )}
  </ul>`;
