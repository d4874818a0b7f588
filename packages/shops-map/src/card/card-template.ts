import {formatDistance, webUrl} from '@local-widgets/core';
import type {ExceptionalDays, OpeningDay, Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ShopAction} from '../events.js';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import {BACK} from '../symbols/more-icons.js';
import {uiIcon} from '../symbols/ui-icons.js';
import {categoryWords, openingTemplate, type RowData} from '../templates/list.js';
import {contactTemplate} from './contact.js';
import {factsTemplate} from './facts.js';
import {exceptionsTemplate, weekTemplate} from './hours.js';
import {neighboursTemplate} from './neighbours.js';
import {reportTemplate} from './report.js';
import {sourcesTemplate} from './sources.js';

/** Everything the card of one place shows. */
export interface CardData extends RowData, ViewContext<Messages> {
  /** The seven days to show; absent when nobody knows. */
  readonly week: readonly OpeningDay[] | undefined;
  readonly exceptions: readonly ExceptionalDays[] | undefined;
  readonly headingLevel: number;
  /** Where the page wants mistakes to be reported. */
  readonly report: string;
  /** What the page's own template makes of the place, instead of description, hours and facts. */
  readonly own?: unknown;
}

export interface CardActions {
  close(): void;
  act(action: ShopAction): void;
  saveContact(): void;
}

export function cardTemplate(data: CardData, actions: CardActions): TemplateResult {
  const {place, messages, distance, language} = data;
  const away = distance === undefined ? '' : messages.away(formatDistance(distance, language));
  const kind = [categoryWords(place, data), away].filter(Boolean).join(', ');
  return html`<article class="card" part="card" aria-labelledby="card-name">
    <button class="button quiet" type="button" @click=${() => actions.close()}>
      ${uiIcon(BACK)} ${messages.back}
    </button>
    ${photoTemplate(place)}
    <header>
      ${symbol(place.categories[0] ?? 'other', data.glyphs)}
      <div>
        <div id="card-name" role="heading" aria-level=${data.headingLevel} tabindex="-1">
          ${place.name}
        </div>
        <p class="meta">${kind}</p>
      </div>
    </header>
    ${openingTemplate(data.opening)}
    ${neighboursTemplate(place, messages, action => actions.act(action))}
    ${contactTemplate(place, messages)} ${data.own ?? bodyTemplate(data)}
    <footer class="ends">
      ${sourcesTemplate(place, data)} ${reportTemplate(place, data.report, messages)}
      <button class="button quiet" type="button" @click=${() => actions.saveContact()}>
        ${messages.saveContact}
      </button>
    </footer>
  </article>`;
}

function bodyTemplate(data: CardData): TemplateResult {
  const {place, week, exceptions, messages} = data;
  return html`${place.description ? html`<p class="description">${place.description}</p>` : nothing}
  ${weekTemplate(week, data)} ${exceptionsTemplate(exceptions, data)}
  ${factsTemplate(place, messages)}`;
}

function photoTemplate({image}: Place): TemplateResult | typeof nothing {
  const url = webUrl(image?.url);
  if (!url) return nothing;
  return html`<img class="photo" src=${url} alt=${image?.caption ?? ''} loading="lazy" />`;
}
