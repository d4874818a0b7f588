import {html, type Html} from './html.js';
import {relativeTo} from './links.js';
import type {Language, Page, PageLink, Section} from './page.js';
import {SITE_WORDS} from './words.js';

/** Where the parts of the site begin. */
const STARTS: Readonly<Record<Section, Readonly<Record<Language, string>>>> = {
  start: {fr: 'index.html', en: 'en/index.html'},
  widgets: {fr: 'widgets/index.html', en: 'en/widgets/index.html'},
  guides: {fr: 'guides/index.html', en: 'en/guides/index.html'},
  configurator: {fr: 'configurateur/index.html', en: 'en/configurator/index.html'},
  developers: {fr: 'dev/index.html', en: 'dev/index.html'},
};

/**
 * What the pages allow, also where their server sends no header: our own files, the map of IGN once somebody
 * asks for it, and no inline script or style.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' https://data.geopf.fr",
  'connect-src': "'self' https://data.geopf.fr",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html local-widgets',
};

/** A page with the frame that all pages have. */
export function layOut(page: Page, version: string): string {
  const {path, lang, title, section, scripts = []} = page;
  const words = SITE_WORDS[lang];
  const to = (target: string): string => relativeTo(path, target);
  const policy = Object.entries({...POLICY, ...page.policy}).map(line => line.join(' '));
  return `<!doctype html>\n${
    html`<html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          ${section === 'start' ? `${words.site}${lang === 'fr' ? ' : ' : ': '}${words.tagline.toLowerCase()}` : `${title} – ${words.site}`}
        </title>
        <meta name="description" content="${page.summary || words.tagline}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="${to('icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${to('site.css')}" />
        ${page.other && html`<link rel="alternate" hreflang="${other(lang)}" href="${to(page.other)}" />`}
        ${scripts.map(script => html`<script type="module" src="${to(script)}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        ${header(page, to)}
        <div class="${page.beside ? 'columns' : page.wide ? 'wide' : 'single'}">
          <main id="content" tabindex="-1">${page.body}</main>
          ${page.beside && beside(page.beside, page, to)}
        </div>
        <footer class="foot">
          <p>${words.licence}</p>
          <p>${words.version} ${version}</p>
        </footer>
      </body>
    </html>`.text
  }\n`;
}

const other = (lang: Language): Language => (lang === 'fr' ? 'en' : 'fr');

function header({path, lang, section, other: twin}: Page, to: (target: string) => string): Html {
  const words = SITE_WORDS[lang];
  const entry = (name: Exclude<Section, 'start'>): Html => {
    const target = STARTS[name][lang];
    const current = path === target ? 'page' : section === name && 'true';
    return html`<li>
      <a href="${to(target)}" ${current && html` aria-current="${current}"`}
        >${words[name]}${
          name === 'developers' &&
          words.inEnglish &&
          html` <span class="hint">${words.inEnglish}</span>`
        }</a
      >
    </li>`;
  };
  return html`<header class="head">
    <a
      class="brand"
      href="${to(STARTS.start[lang])}"
      ${path === STARTS.start[lang] && html` aria-current="page"`}
      >${words.site}</a
    >
    <nav aria-label="${words.menu}">
      <ul>
        ${(['widgets', 'guides', 'configurator', 'developers'] as const).map(entry)}
      </ul>
    </nav>
    ${
      twin !== undefined &&
      html`<a class="language" href="${to(twin)}" lang="${other(lang)}" hreflang="${other(lang)}"
        >${words.other}</a
      >`
    }
  </header>`;
}

function beside(links: readonly PageLink[], page: Page, to: (target: string) => string): Html {
  const words = SITE_WORDS[page.lang];
  return html`<nav class="beside" aria-label="${words.beside}">
    <p>${words.beside}</p>
    <ul>
      ${links.map(
        ({path, title}) =>
          html`<li>
            <a href="${to(path)}" ${path === page.path && html` aria-current="page"`}>${title}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}
