import {hasOwnPictures, policyFor, policyText} from '../configurator/policy.js';
import {scriptTag} from '../configurator/embed-forms.js';
import {DEFAULTS} from '../configurator/settings.js';
import type {Widget, WidgetsJson} from '../widgets/types.js';
import {configuratorPath, widgetPath} from './examples.js';
import {html, withCode, type Html} from './html.js';
import {relativeTo} from './links.js';
import {exampleCode, exampleSettings, liveExample} from './live-example.js';
import type {Language, Page, PageLink} from './page.js';
import {attributeEntries} from './widget-attributes.js';
import {originEntries, permissionEntries, storageEntries} from './widget-surroundings.js';
import {WIDGET_WORDS} from './widget-words.js';
import {SITE_WORDS} from './words.js';

/** Everything about a widget, with the widget itself. */
export function widgetPage(
  widget: Widget,
  json: WidgetsJson,
  lang: Language,
  beside: readonly PageLink[],
): Page {
  const path = widgetPath(widget.name, lang);
  return {
    path,
    lang,
    section: 'widgets',
    title: widget.label[lang],
    summary: widget.description[lang],
    other: widgetPath(widget.name, lang === 'fr' ? 'en' : 'fr'),
    scripts: ['local-widgets/local-widgets.js'],
    beside,
    body: html`<h1>${widget.label[lang]}</h1>
      <p class="lead">${widget.description[lang]}</p>
      <p><code>&lt;${widget.tag}&gt;</code></p>
      ${contents(widget, lang)} ${example(widget, json, lang, path)} ${reference(widget, lang)}
      ${surroundings(widget, lang)} ${forDevelopers(widget, json, lang, path)}`,
  };
}

/** The page is long: where its parts are. */
function contents(widget: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  const parts: readonly (readonly [id: string, title: string, isThere?: boolean])[] = [
    ['live', words.live],
    ['attributes', words.attributes],
    ['events', words.events, widget.events.length > 0],
    ['slots', words.slots, widget.slots.length > 0],
    ['parts', words.parts, widget.parts.length > 0],
    ['properties', words.properties, widget.customProperties.length > 0],
    ['origins', words.origins],
    ['storage', words.storage],
    ['permissions', words.permissions],
    ['csp', words.csp],
    ['privacy', words.privacy],
  ];
  return html`<nav class="contents" aria-label="${SITE_WORDS[lang].contents}">
    <ul>
      ${parts
        .filter(([, , isThere = true]) => isThere)
        .map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}

function example(widget: Widget, json: WidgetsJson, lang: Language, path: string): Html {
  const words = WIDGET_WORDS[lang];
  const [element, div] = exampleCode(widget, json, lang);
  const configurator = relativeTo(path, configuratorPath(lang));
  return html`<section aria-labelledby="live">
    <h2 id="live">${words.live}</h2>
    <p>${words.liveHelp}</p>
    <div class="live">${liveExample(widget, path, lang)}</div>
    <h3>${words.code}</h3>
    <pre tabindex="0"><code>${element}</code></pre>
    <pre tabindex="0"><code>${div}</code></pre>
    <p>${words.script}</p>
    <pre tabindex="0"><code>${scriptTag(json, exampleSettings(widget.name))}</code></pre>
    <p><a class="button" href="${configurator}#widget=${widget.name}">${words.configure}</a></p>
  </section>`;
}

function reference(widget: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  const needs = widget.needs.map((set, at) => [
    at > 0 && ` ${words.or} `,
    set.map((name, index) => [index > 0 && ' + ', html`<code>${name}</code>`]),
  ]);
  return html`<section aria-labelledby="attributes">
      <h2 id="attributes">${words.attributes}</h2>
      <p>${words.needs} ${needs}.</p>
      ${attributeEntries(widget, lang)}
    </section>
    ${section('events', words.events, words.eventsHelp, widget.events, event => [
      described(`event:${event.name}`, event.name, event.description),
      event.detail.length > 0 &&
        html`<dl class="facts">
          ${event.detail.map(
            field =>
              html`<div>
                <dt><code>${field.name}</code></dt>
                <dd lang="en"><code>${field.type}</code> ${withCode(field.description)}</dd>
              </div>`,
          )}
        </dl>`,
    ])}
    ${section('slots', words.slots, '', widget.slots, slot =>
      described(`slot:${slot.name}`, slot.name || words.defaultSlot, slot.description),
    )}
    ${section('parts', words.parts, words.partsHelp, widget.parts, part =>
      described(`part:${part.name}`, part.name, part.description),
    )}
    ${section('properties', words.properties, '', widget.customProperties, property => [
      html`<p data-entry="property:${property.name}">
        <code>${property.name}</code> ${property.label[lang]}
      </p>`,
      html`<dl class="facts">
        <div>
          <dt>${words.byDefault}</dt>
          <dd><code>${property.default}</code></dd>
        </div>
      </dl>`,
    ])}`;
}

/** Names and what they mean; the comments of the code are in English. */
const described = (entry: string, name: string, description: string): Html =>
  html`<p data-entry="${entry}">
    <code>${name}</code> <span lang="en">${withCode(description)}</span>
  </p>`;

function section<T>(
  id: string,
  title: string,
  help: string,
  entries: readonly T[],
  write: (entry: T) => Html | readonly (Html | false)[],
): Html | false {
  return (
    entries.length > 0 &&
    html`<section aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${help !== '' && html`<p>${withCode(help)}</p>`}
      <ul class="entries">
        ${entries.map(entry => html`<li>${write(entry)}</li>`)}
      </ul>
    </section>`
  );
}

function surroundings(widget: Widget, lang: Language): Html {
  const words = WIDGET_WORDS[lang];
  const policy = policyFor(widget, {...DEFAULTS, values: exampleSettings(widget.name).values});
  return html`<section aria-labelledby="origins">
      <h2 id="origins">${words.origins}</h2>
      ${originEntries(widget, lang)}
    </section>
    <section aria-labelledby="storage">
      <h2 id="storage">${words.storage}</h2>
      ${storageEntries(widget, lang)}
    </section>
    <section aria-labelledby="permissions">
      <h2 id="permissions">${words.permissions}</h2>
      ${permissionEntries(widget, lang)}
    </section>
    <section aria-labelledby="csp">
      <h2 id="csp">${words.csp}</h2>
      <p>${words.cspHelp}</p>
      <pre tabindex="0"><code>${policyText(policy)}</code></pre>
      ${hasOwnPictures(widget) && html`<p>${withCode(words.cspMore)}</p>`}
      <p>
        ${words.trusted}
        <code>trusted-types ${widget.trustedTypes.map(({name}) => name).join(' ')}</code>
      </p>
    </section>
    <section aria-labelledby="privacy">
      <h2 id="privacy">${words.privacy}</h2>
      <blockquote><p>${widget.privacy[lang]}</p></blockquote>
    </section>`;
}

function forDevelopers(widget: Widget, json: WidgetsJson, lang: Language, path: string): Html {
  const words = WIDGET_WORDS[lang];
  const bytes = widget.files.first.reduce((sum, name) => sum + (json.files[name]?.brotli ?? 0), 0);
  const kilobytes = new Intl.NumberFormat(lang, {maximumFractionDigits: 1}).format(bytes / 1000);
  return html`<section aria-labelledby="more">
    <h2 id="more">${words.more}</h2>
    <p>
      <a href="${relativeTo(path, `dev/packages/${widget.name}.html`)}"
        ><code>${widget.package}</code></a
      >, ${words.readme}. ${words.size} ${kilobytes} ${lang === 'fr' ? 'ko' : 'kB'}.
    </p>
  </section>`;
}
