import {mailUrl, UGC_REL, webUrl} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';

/** An address of the web or an e-mail address; what ends a sentence is no part of it. */
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const END = /[.,;:!?…)\]}'’»]+$/u;

/** A piece of a text, and where it leads if it is an address. */
export interface TextPiece {
  readonly text: string;
  readonly href?: string;
}

/**
 * A text in pieces: addresses of the web (http, https) and e-mail addresses become links, all else stays
 * text. Nothing in it is ever markup.
 */
export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(LINK)) {
    // a bracket that was opened inside belongs to the address: (voir https://a.example/x_(y))
    const open = found.includes('(');
    const end = END.exec(found)?.[0] ?? '';
    const link =
      open && end.startsWith(')')
        ? found.slice(0, found.length - end.length + 1)
        : found.slice(0, found.length - end.length);
    const href = hrefOf(link);
    if (!href) continue;
    pieces.push({text: text.slice(from, index)}, {text: link, href});
    from = index + link.length;
  }
  pieces.push({text: text.slice(from)});
  return pieces.filter(piece => piece.text);
}

function hrefOf(link: string): string | undefined {
  if (/^https?:/i.test(link)) return webUrl(link);
  return /^www\./i.test(link) ? webUrl(`https://${link}`) : mailUrl(link);
}

export function linkedText(text: string, newWindow: string): (string | TemplateResult)[] {
  return piecesOf(text).map(piece => {
    const {text, href} = piece;
    if (!href) return text;
    if (href.startsWith('mailto:')) return html`<a href=${href}>${text}</a>`;
    return html`<a href=${href} target="_blank" rel=${UGC_REL}
      >${text}<span class="visually-hidden"> ${newWindow}</span></a
    >`;
  });
}
