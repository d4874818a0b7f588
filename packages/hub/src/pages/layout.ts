import {createHash} from 'node:crypto';
import {html, type HtmlValue, type Markup} from './html.js';
import {DESK_MANIFEST} from './desk-manifest.js';
import type {PageWords} from './locales/fr.js';
import {DESK_STYLES, ICON, PAGE_STYLES} from './page-styles.js';

/** A file of ours whose address changes with its text, so that it may be kept for ever. */
interface VersionedFile {
  type: string;
  text: string;
  path: string;
}

function versioned(path: string, type: string, text: string): VersionedFile {
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return {type, text, path: `${path}?v=${version}`};
}

export const FILES = {
  pageStyles: versioned('/pages.css', 'text/css; charset=utf-8', PAGE_STYLES),
  deskStyles: versioned('/desk.css', 'text/css; charset=utf-8', DESK_STYLES),
  deskManifest: versioned('/desk.webmanifest', 'application/manifest+json', DESK_MANIFEST),
  icon: versioned('/icon.svg', 'image/svg+xml', ICON),
};

export interface PageParts {
  words: PageWords;
  /** Of the window, and the page's only `h1` unless the content brings its own. */
  title: string;
  content: HtmlValue;
  /** The name in the window's title after the page's own: a shop's. */
  of?: string;
  /** Whether search engines may list it. */
  isPublic?: boolean;
  /** Where the line above the page leads; the hub's own front page when absent. */
  home?: {text: string; href: string};
  /** More for the head: other formats of the same, data for search engines. */
  head?: HtmlValue;
}

/** A whole page. It loads a style sheet and an icon of its own server, and nothing else. */
export function layout({words, title, content, of, isPublic, home, head}: PageParts): Markup {
  const {text, href} = home ?? {text: words.hub, href: '/'};
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${!isPublic && html`<meta name="robots" content="noindex" />`}
        <title>${title}${of !== undefined && ` · ${of}`}</title>
        <link rel="stylesheet" href="${FILES.pageStyles.path}" />
        <link rel="icon" href="${FILES.icon.path}" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#content">${words.skipToContent}</a>
        <header><a href="${href}">${text}</a></header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
