import type {HubContext} from '../../context.js';
import {requireCalendar} from '../../events/calendars/calendar-store.js';
import {HubProblem} from '../../http/problem.js';
import {html, telephoneLink, webLink, type Markup} from '../../pages/html.js';
import {findShop} from '../../shops/shop-store.js';
import {embedWords} from '../embed-words.js';
import type {FrameRequest} from './frame-request.js';

/** What a frame shows without scripts, and whose it is. */
export interface FrameSubject {
  /** Of a shop or a calendar of this hub. */
  name: string | undefined;
  fallback: Markup;
}

/** @throws HubProblem `not-found` for a shop or a calendar that is not here */
export async function frameSubject(
  {db, config}: Pick<HubContext, 'db' | 'config'>,
  request: FrameRequest,
): Promise<FrameSubject> {
  const {name, given, language} = request;
  const words = embedWords(language);
  if (name === 'chat' || name === 'collect-button') {
    const id = given.get('shop');
    if (id === undefined) return {name: undefined, fallback: html`<p>${words.needsScript}</p>`};
    const shop = await findShop(db, id);
    if (!shop) throw new HubProblem('not-found');
    return {name: shop.settings.name, fallback: contact(request, shop.settings)};
  }
  const calendar = given.get('calendar');
  if (name === 'event-calendar' && calendar !== undefined) {
    const {id, settings} = await requireCalendar(db, calendar);
    const fallback = html`<p><a href="${config.publicUrl}/agenda/${id}">${settings.name}</a></p>`;
    return {name: settings.name, fallback};
  }
  const [source = ''] = given.get('src')!.trim().split(/\s+/);
  const {href, host} = new URL(source, config.publicUrl);
  const link = html`<p><a href="${href}" rel="noopener">${words.source(host)}</a></p>`;
  return {name: undefined, fallback: link};
}

/** How one reaches the shop by other ways. */
function contact(
  {language, given}: FrameRequest,
  {telephone, url}: {telephone?: string; url?: string},
): Markup {
  const words = embedWords(language);
  const number = given.get('phone') || telephone;
  const call = telephoneLink(number);
  const site = webLink(url);
  return html`<p>${words.needsScript}</p>
    ${call !== undefined && html`<p><a href="${call}">${words.call(number!)}</a></p>`}
    ${site !== undefined && html`<p><a href="${site}">${words.site}</a></p>`}`;
}
