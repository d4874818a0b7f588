import type {Language} from '@local-widgets/model/schemas.js';
import {html, Markup} from '../../pages/html.js';
import {FILES} from '../../pages/layout.js';
import {embedWords} from '../embed-words.js';
import {FRAME_FILES} from './frame-files.js';
import type {FrameSubject} from './frame-fallback.js';
import type {FrameRequest, Theme} from './frame-request.js';

export interface FrameParts {
  request: FrameRequest;
  subject: FrameSubject;
  /** Public address of this hub. */
  hub: string;
  /** The script tag's loader, with its hash. */
  loader: {src: string; integrity: string};
  /** Where oEmbed tells of this page. */
  oembed: string;
}

/** What the frame is called: of several in a page, each by its own name. */
export function frameTitle({title, name, language}: FrameRequest, subject: FrameSubject): string {
  const usual = embedWords(language).names[name];
  return title ?? (subject.name === undefined ? usual : `${usual} · ${subject.name}`);
}

/** A page with one widget, to be framed. Links lead out of the frame, as they would from the page around. */
export function framePage(parts: FrameParts): Markup {
  const {request, subject, loader, oembed} = parts;
  const title = frameTitle(request, subject);
  return page({
    lang: request.lang,
    theme: request.theme,
    title,
    head: html`<link
        rel="alternate"
        type="application/json+oembed"
        href="${oembed}"
        title="${title}"
      />
      <script type="module" src="${FRAME_FILES.script.href}"></script>
      <script
        type="module"
        src="${loader.src}"
        integrity="${loader.integrity}"
        crossorigin
      ></script>`,
    content: element(parts),
  });
}

/** Says in the frame what is wrong with its address. */
export function frameProblemPage(language: Language, sentences: readonly string[]): Markup {
  const {problem} = embedWords(language);
  return page({
    lang: language,
    theme: 'light',
    title: problem,
    content: html`<div class="problem" role="alert">
      ${sentences.map(each => html`<p>${each}</p>`)}
    </div>`,
  });
}

interface PageParts {
  lang: string;
  theme: Theme;
  title: string;
  head?: Markup;
  content: Markup;
}

function page({lang, theme, title, head, content}: PageParts): Markup {
  return html`<!doctype html>
    <html lang="${lang}" class="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex, indexifembedded" />
        <title>${title}</title>
        <base target="_top" />
        <link rel="stylesheet" href="${FRAME_FILES.styles.href}" />
        <link rel="icon" href="${FILES.icon.path}" />
        ${head}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** The names of tag and attributes are ours (`FRAME_WIDGETS`); the values are anybody's, and escaped. */
function element({request, subject, hub}: FrameParts): Markup {
  const {widget, given} = request;
  const attributes = new Map([...Object.entries(widget.defaults), ...given]);
  if (needsHub(request)) attributes.set('hub', hub);
  return Markup.element(widget.tag, attributes, subject.fallback);
}

/** A calendar of files alone asks no hub. */
const needsHub = ({name, given}: FrameRequest): boolean =>
  name === 'event-calendar' ? given.has('calendar') : name !== 'shops-map';
