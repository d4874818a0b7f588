import {Type, type Static} from 'typebox';
import {html, type Markup} from '../../pages/html.js';
import type {FrameRequest} from '../frames/frame-request.js';

/** An answer of oEmbed 1.0 (https://oembed.com/), of the type `rich`. */
export const OembedAnswer = Type.Object({
  version: Type.Literal('1.0'),
  type: Type.Literal('rich'),
  title: Type.String(),
  provider_name: Type.String(),
  provider_url: Type.String(),
  cache_age: Type.Integer({description: 'Seconds'}),
  html: Type.String(),
  width: Type.Integer({description: 'Pixels'}),
  height: Type.Integer({description: 'Pixels'}),
});

export type OembedAnswer = Static<typeof OembedAnswer>;

export interface OembedParts {
  frame: FrameRequest;
  title: string;
  /** Whole address of the frame. */
  url: string;
  /** Public address of this hub. */
  hub: string;
  maxWidth?: number | undefined;
  maxHeight?: number | undefined;
}

/** Pixels; themes narrow it to their column. */
const WIDTH = 640;
const CACHE_AGE = 3600;

export function oembedAnswer(parts: OembedParts): OembedAnswer {
  const {frame, title, url, hub, maxWidth = WIDTH, maxHeight = Infinity} = parts;
  const width = Math.min(WIDTH, maxWidth);
  const height = Math.min(frame.widget.height, maxHeight);
  return {
    ...{version: '1.0', type: 'rich', title, provider_url: hub, cache_age: CACHE_AGE},
    provider_name: new URL(hub).host,
    html: oneLine(snippet({...{url, title, width, height}, allow: frame.widget.allow})),
    ...{width, height},
  };
}

/**
 * The link survives sanitisers that take frames out; WordPress keeps exactly these two of a provider it does
 * not know. It has no class: the script tag would turn it into an element beside the frame.
 */
function snippet(parts: {
  url: string;
  title: string;
  width: number;
  height: number;
  allow: string;
}): Markup {
  const {url, title, width, height, allow} = parts;
  return html`<blockquote><a href="${url}">${title}</a></blockquote>
    <iframe
      class="local-widget"
      src="${url}"
      title="${title}"
      width="${width}"
      height="${height}"
      loading="lazy"
      allow="${allow}"
    ></iframe>`;
}

/** As people paste it; no value of ours has a line break in it. */
const oneLine = (markup: Markup): string =>
  markup
    .toString()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ (?=<\/?iframe)| (?=>)/g, '');
