import {html, nothing, type TemplateResult} from 'lit';
import type {RoomClient} from '../client/room-client.js';
import {icon} from '../frame/icon.js';
import {closeButton, waysTemplate} from '../frame/ways.js';
import type {Words} from '../locales/index.js';
import type {Aside, PanelView} from './aside.js';
import {availabilityText, isThere} from './availability.js';
import type {Hours} from './hours.js';

export interface HeadView {
  readonly panel: PanelView & {close(): void};
  readonly aside: Aside | undefined;
  readonly trouble: Hours['trouble'];
  /** Once the part that carries messages is there. */
  readonly room: RoomClient | undefined;
  readonly isBusy: boolean;
  readonly options: () => void;
}

const BACK = 'M15 5l-7 7 7 7';
const DOTS = 'M5 12h.01M12 12h.01M19 12h.01';

/** Whose panel it is, whether somebody is there, other ways to get in touch, and the way out. */
export function headTemplate(view: HeadView, words: Words): TemplateResult {
  const {panel, aside, room} = view;
  const {messages} = words;
  const {profile, settings} = panel;
  const name = room?.room?.settings?.name ?? profile?.name ?? settings.name;
  const phone = profile?.telephone ?? settings.phone;
  const email = profile?.email ?? settings.email;
  return html`<div class="head">
    ${aside ? iconButton(messages.back, BACK, () => panel.show(undefined), 'turns') : nothing}
    <div>
      <h2 id="title" tabindex="-1">${aside?.title ?? (name || messages.talk)}</h2>
      ${aside ? nothing : aboutTemplate(view, words)}
    </div>
    ${
      !aside && (room?.isKept || settings.room)
        ? iconButton(messages.options, DOTS, view.options, 'dots', view.isBusy)
        : nothing
    }
    ${closeButton(messages, () => panel.close())}
    ${aside ? nothing : waysTemplate({phone, email}, messages)}
  </div>`;
}

function aboutTemplate({panel, room, trouble}: HeadView, words: Words): TemplateResult {
  const {messages} = words;
  const {profile, settings, clock} = panel;
  const text = profile
    ? availabilityText(profile, clock.now(), words)
    : trouble
      ? settings.openingHours
      : messages.loading;
  return settings.room
    ? html`<p class="small muted">${room?.room?.settings?.description}</p>`
    : html`<p class="small ${profile ? 'there' : ''} ${profile && isThere(profile) ? 'yes' : ''}">
        ${text}
      </p>`;
}

function iconButton(
  label: string,
  drawing: string,
  click: () => void,
  kind = '',
  isBusy = false,
): TemplateResult {
  return html`<button
    class="button icon"
    type="button"
    aria-label=${label}
    aria-busy=${isBusy}
    @click=${click}
  >
    ${icon(drawing, kind)}
  </button>`;
}
