import {adoptStyles, mailUrl, telUrl} from '@local-widgets/core';
import {css, html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {ChatHost, ChatLinks, ChatPart} from '../chat-part.js';
import {LocalChatCloseEvent, LocalChatOpenEvent} from '../events.js';
import {Frame} from '../frame/frame.js';
import {closeButton} from '../frame/ways.js';
import type {ChatSettings} from '../settings.js';

const contactStyles = css`
  dialog.panel:has(.card) {
    block-size: auto;
    max-block-size: var(--_seen, 100%);
  }

  .panel.flow:has(.card) {
    block-size: auto;
    min-block-size: 0;
  }

  .card .button {
    inline-size: 100%;
  }

  .card dt {
    font-weight: 600;
  }

  .card dd {
    white-space: pre-line;
  }
`;

/** Telephone, e-mail and hours: what a page without a hub can offer, and no empty promise. */
export class ContactCard implements ReactiveController, ChatPart {
  readonly unread = 0;
  readonly isUsed = false;

  private readonly frame: Frame;
  private settings: ChatSettings | undefined;

  constructor(
    private readonly host: ChatHost,
    private readonly links: ChatLinks,
  ) {
    this.frame = new Frame(host, () => {
      links.emit(new LocalChatCloseEvent(this.detail));
    });
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.frame.isOpen;
  }

  hostUpdate(): void {
    this.frame.hostUpdate();
    adoptStyles(this.host.renderRoot as ShadowRoot, contactStyles);
  }

  hostUpdated(): void {
    this.frame.hostUpdated();
  }

  open(settings: ChatSettings): void {
    this.settings = settings;
    this.frame.open(settings.isInline, '#title');
    this.links.emit(new LocalChatOpenEvent(this.detail));
  }

  close(): void {
    this.frame.close();
  }

  resume(): void {
    // nothing was begun
  }

  leave(): void {
    this.frame.close();
  }

  template(): TemplateResult | typeof nothing {
    const {settings} = this;
    if (!this.isOpen || !settings) return nothing;
    const {messages, language} = this.links.words();
    const {name, phone, email, openingHours} = settings;
    const tel = telUrl(phone);
    const mail = mailUrl(email);
    const content = html`<div class="head">
        <div>
          <h2 id="title" tabindex="-1">
            ${name ? messages.contactOf(name) : messages.contactTitle}
          </h2>
        </div>
        ${closeButton(messages, () => this.close())}
      </div>
      <div class="body card">
        ${tel || mail ? html`<p>${messages.contactHint}</p>` : nothing}
        ${
          tel
            ? html`<a class="button primary" href=${tel}
                >${messages.callNow} <bdi>${phone}</bdi></a
              >`
            : nothing
        }
        ${
          mail
            ? html`<a class="button" href=${mail}>${messages.mailNow}</a>
                <p class="muted small"><bdi>${email}</bdi></p>`
            : nothing
        }
        ${tel || mail || openingHours ? nothing : html`<slot>${messages.noContact}</slot>`}
        ${
          openingHours
            ? html`<dl>
                <dt>${messages.openingHours}</dt>
                <dd>${openingHours}</dd>
              </dl>`
            : nothing
        }
      </div>`;
    return this.frame.template(content, language);
  }

  private get detail() {
    const {hub = '', shop = '', room = ''} = this.settings ?? {};
    return {hub, shop, room};
  }
}
