import {UGC_REL} from '@local-widgets/core';
import {html, type TemplateResult} from 'lit';
import {linkParts} from '../format/link-parts.js';

/** A text from outside, its line breaks kept, with the links that are in it. */
export function linkedText(text: string): TemplateResult {
  return html`${linkParts(text).map(({text: words, href}) =>
    href ? html`<a href=${href} rel=${UGC_REL} target="_blank">${words}</a>` : words,
  )}`;
}
