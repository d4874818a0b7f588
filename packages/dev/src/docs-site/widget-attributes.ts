import type {Widget, WidgetAttribute} from '../widgets/types.js';
import {html, type Html} from './html.js';
import type {Language} from './page.js';
import {WIDGET_WORDS} from './widget-words.js';

/** From how many values on they are folded. */
const MANY = 12;

/** Each attribute with its label, help, type, values and default. */
export function attributeEntries({attributes}: Widget, lang: Language): Html {
  return html`<ul class="entries">
    ${attributes.map(
      attribute =>
        html`<li id="attribute-${attribute.name}">
          <p data-entry="attribute:${attribute.name}">
            <code>${attribute.name}</code> <strong>${attribute.label[lang]}</strong>
          </p>
          <p>${attribute.help[lang]}</p>
          <dl class="facts">${facts(attribute, lang)}</dl>
          ${values(attribute, lang)}
        </li>`,
    )}
  </ul>`;
}

function facts(attribute: WidgetAttribute, lang: Language): Html[] {
  const words = WIDGET_WORDS[lang];
  const {example, type, default: usual} = attribute;
  const isUsual = usual === null || usual === false || usual === '';
  return [
    fact(words.type, html`<code>${typeOf(attribute, lang)}</code>`),
    fact(words.byDefault, isUsual ? words.none : html`<code>${String(usual)}</code>`),
    ...(example && type !== 'boolean' ? [fact(words.example, html`<code>${example}</code>`)] : []),
    ...(attribute.with ? [fact(words.with, html`<code>${attribute.with}</code>`)] : []),
  ];
}

const fact = (term: string, value: Html | string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function typeOf(attribute: WidgetAttribute, lang: Language): string {
  const words = WIDGET_WORDS[lang];
  const {type, custom, minimum, maximum, multiple, separator} = attribute;
  const range = [
    minimum !== undefined && `${words.from} ${minimum}`,
    maximum !== undefined && `${words.to} ${maximum}`,
  ].filter(Boolean);
  return [
    [type, custom].filter(Boolean).join(` ${words.or} `),
    ...range,
    ...(multiple
      ? [`(${words.several} ${separator === ' ' ? words.space : `« ${separator} »`})`]
      : []),
  ].join(' ');
}

function values({enum: options = []}: WidgetAttribute, lang: Language): Html | false {
  const words = WIDGET_WORDS[lang];
  const named = options.filter(({value}) => value !== '');
  if (named.length === 0) return false;
  const list = html`<ul class="values">
    ${named.map(({value, label}) => html`<li><code>${value}</code> ${label[lang]}</li>`)}
  </ul>`;
  return html`<details${named.length < MANY && html` open`}>
      <summary>${words.values} (${named.length})</summary>
      ${list}
    </details>`;
}
