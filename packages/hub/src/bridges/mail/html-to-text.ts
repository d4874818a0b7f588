import {decodeEntities} from './entities.js';

/** Elements whose text is not for people. */
const SILENT = new Set(['head', 'style', 'script', 'title', 'template']);
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article blockquote body div dl dt dd footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tr ul'.split(
    ' ',
  ),
);

/**
 * The text of an HTML mail, as the plain text of a mail would have it: what is quoted begins with `>`.
 * For mails that have no plain text of their own; it reads each character once and runs nothing.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let quotes = 0;
  let silent: string | undefined;
  const endLine = (isForced: boolean) => {
    const text = line.replace(/[ \t\r\n\f]+/g, ' ').trim();
    line = '';
    if (text !== '' || isForced) lines.push(quotes > 0 ? `> ${text}` : text);
  };
  for (const {tag, isEnd, text} of tokens(html)) {
    if (silent !== undefined) {
      if (isEnd && tag === silent) silent = undefined;
    } else if (tag === undefined) {
      line += decodeEntities(text);
    } else if (tag === 'br') {
      endLine(true);
    } else if (SILENT.has(tag)) {
      if (!isEnd) silent = tag;
    } else if (BLOCKS.has(tag)) {
      endLine(false);
      if (tag === 'blockquote') quotes = Math.max(0, quotes + (isEnd ? -1 : 1));
      if (tag === 'p' && isEnd) endLine(true);
    }
  }
  endLine(false);
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

interface Token {
  /** In lower case; absent of text. */
  tag?: string;
  isEnd?: boolean;
  text: string;
}

function* tokens(html: string): Generator<Token> {
  for (let at = 0; at < html.length;) {
    if (html[at] !== '<') {
      const next = html.indexOf('<', at);
      const end = next < 0 ? html.length : next;
      yield {text: html.slice(at, end)};
      at = end;
      continue;
    }
    const isComment = html.startsWith('<!--', at);
    const close = html.indexOf(isComment ? '-->' : '>', at);
    // what was begun and never ends is no text of anybody
    if (close < 0) return;
    const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(at, at + 20)) ?? [];
    if (name !== undefined) yield {tag: name.toLowerCase(), isEnd: slash === '/', text: ''};
    at = close + (isComment ? 3 : 1);
  }
}
