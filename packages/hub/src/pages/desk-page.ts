import type {Language} from '@local-widgets/model/schemas.js';
import {html, type Markup} from './html.js';
import {FILES} from './layout.js';
import {pageWords} from './page-words.js';

/** Where the console's built file is served from. */
const CONSOLE_SCRIPT = '/assets/console/console.js';

/** The page of the merchants' desk: the element does the rest, sign-in included. */
export function deskPage(language: Language): Markup {
  const words = pageWords(language);
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, interactive-widget=resizes-content" />
        <meta name="robots" content="noindex" />
        <title>${words.desk.title}</title>
        <link rel="stylesheet" href="${FILES.deskStyles.path}" />
        <link rel="icon" href="${FILES.icon.path}" />
        <link rel="manifest" href="${FILES.deskManifest.path}" />
        <script type="module" src="${CONSOLE_SCRIPT}"></script>
      </head>
      <body>
        <noscript>${words.desk.noScript}</noscript>
        <main>
          <h1>${words.desk.title}</h1>
          <local-desk title-badge url-state></local-desk>
        </main>
      </body>
    </html>`;
}
