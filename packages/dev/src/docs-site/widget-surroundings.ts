import type {Widget, WidgetOrigin} from '../widgets/types.js';
import {html, type Html} from './html.js';
import type {Language} from './page.js';
import {WIDGET_WORDS} from './widget-words.js';

/** Whom a widget contacts, when, why, and how a page does without. */
export function originEntries({origins}: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  return html`<ul class="entries">
    ${origins.map(
      origin =>
        html`<li>
          <p><strong>${nameOf(origin, lang)}</strong>${condition(origin)}</p>
          <p>${capital(origin.when[lang])}${lang === 'fr' ? ' : ' : ': '}${origin.why[lang]}.</p>
          ${origin.avoid && html`<p>${words.avoid} ${origin.avoid[lang]}.</p>`}
        </li>`,
    )}
  </ul>`;
}

function nameOf({from, origin, attribute}: WidgetOrigin, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  if (from === 'fixed') return html`<code>${origin ?? ''}</code>`;
  if (from === 'attribute') return html`${words.fromAttribute} <code>${attribute ?? ''}</code>`;
  return html`${from === 'sdk' ? words.ownFiles : words.fromData}`;
}

function condition({from, attribute, values}: WidgetOrigin): Html | false {
  const text = `${attribute}${values ? `="${values.join('|')}"` : ''}`;
  return from === 'fixed' && attribute !== undefined && html` (<code>${text}</code>)`;
}

export function storageEntries({storage}: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  if (storage.length === 0) return html`<p>${words.nothingStored}</p>`;
  return html`<ul class="entries">
    ${storage.map(
      one =>
        html`<li>
          <p><code>${one.key}</code> (${one.area})</p>
          <p>${capital(one.purpose[lang])}.</p>
          <dl class="facts">
            <div>
              <dt>${words.written}</dt>
              <dd>${one.written[lang]}</dd>
            </div>
            <div>
              <dt>${words.lifetime}</dt>
              <dd>${one.lifetime[lang]}</dd>
            </div>
          </dl>
        </li>`,
    )}
  </ul>`;
}

export function permissionEntries({permissions}: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  if (permissions.length === 0) return html`<p>${words.noPermission}</p>`;
  return html`<ul class="entries">
    ${permissions.map(
      one =>
        html`<li>
          <p><code>${one.name}</code></p>
          <p>${capital(one.when[lang])}${lang === 'fr' ? ' : ' : ': '}${one.why[lang]}.</p>
        </li>`,
    )}
  </ul>`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
