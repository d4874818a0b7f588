import {html, type TemplateResult} from 'lit';
import type {Membership} from '../api/types.js';
import type {Messages} from '../locales/index.js';

/** The shops that somebody works in. */
export function shopChooser(
  memberships: readonly Membership[],
  messages: Messages,
  choose: (membership: Membership) => void,
): TemplateResult {
  if (memberships.length === 0) return html`<p class="wait">${messages.noShop}</p>`;
  return html`<section class="chooser" aria-labelledby="choose-shop">
    <h2 id="choose-shop" tabindex="-1">${messages.chooseShop}</h2>
    <ul>
      ${memberships.map(
        membership =>
          html`<li>
            <button class="button" type="button" @click=${() => choose(membership)}>
              <b>${membership.name ?? membership.shop}</b>
              <span>${messages.roles[membership.role]}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
