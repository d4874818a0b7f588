import type {Language} from '@local-widgets/model/schemas.js';
import type {Shop} from '../shops/shop-store.js';
import {html, telephoneLink, webLink, type Markup} from './html.js';
import {layout} from './layout.js';
import {pageWords} from './page-words.js';

/** Says what this server is, and whose shops are here. */
export function homePage(language: Language, shops: readonly Shop[]): Markup {
  const words = pageWords(language);
  const byName = shops.toSorted((a, b) => a.settings.name.localeCompare(b.settings.name, language));
  return layout({
    words,
    title: words.home.title,
    isPublic: true,
    content: html`<p>${words.home.lead}</p>
      <section aria-labelledby="shops">
        <h2 id="shops">${words.home.shops}</h2>
        ${
          byName.length === 0
            ? html`<p>${words.home.none}</p>`
            : html`<ul class="plain">
                ${byName.map(shop => shopItem(shop, language))}
              </ul>`
        }
      </section>
      <p class="soft">${words.home.privacy}</p>
      <ul class="plain">
        <li><a href="/desk/">${words.home.forShops}</a></li>
        <li><a href="/docs">${words.home.documentation}</a></li>
      </ul>`,
  });
}

function shopItem({settings}: Shop, language: Language): Markup {
  const {home, order} = pageWords(language);
  const {name, url, telephone, address, isPaused} = settings;
  const [site, call] = [webLink(url), telephoneLink(telephone)];
  const place = [address?.streetAddress, address?.postalCode, address?.addressLocality];
  return html`<li>
    <h3>${site === undefined ? name : html`<a href="${site}">${name}</a>`}</h3>
    <p>
      ${place.filter(Boolean).join(' ')}
      ${call !== undefined && html`<a href="${call}">${order.call(telephone!)}</a>`}
    </p>
    ${isPaused && html`<p class="soft">${home.takesNoOrders}</p>`}
  </li>`;
}
