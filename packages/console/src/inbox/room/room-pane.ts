import {telUrl} from '@local-widgets/core';
import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {isSameLanguage, languageName} from '../../format/language-names.js';
import {icon, ARROW_BACK, BAG, INFO, PHONE} from '../../templates/icons.js';
import {nameOf} from '../facts.js';
import type {InboxContext} from '../inbox-context.js';
import type {RoomTalk} from '../room-talk.js';
import {Composer} from './composer.js';
import {LogView} from './log-view.js';
import {RoomFacts} from './room-facts.js';

/** One conversation or room: what was said, the field for the reply, and what it is about. */
export class RoomPane {
  private readonly talk: RoomTalk;
  private readonly composer: Composer;
  private readonly facts: RoomFacts;
  private log: LogView;
  private areFactsOpen = false;

  constructor(
    private readonly context: InboxContext,
    private readonly room: string,
    private readonly back: () => void,
  ) {
    this.talk = context.inbox.talk(room);
    this.composer = new Composer(context, room, () => this.log.follow());
    this.facts = new RoomFacts(context, this.talk);
    this.log = this.newLog();
  }

  /** It comes to the screen: what was read until now is not new. */
  show(summary: RoomSummary | undefined): void {
    this.log = this.newLog();
    if (summary) this.facts.want(summary);
  }

  template(summary: RoomSummary): TemplateResult {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    const name = nameOf(summary, messages);
    const typist = inbox.typing.in(this.room);
    return html`<section
      class="talk"
      aria-labelledby="talk-title"
      ?data-facts=${this.areFactsOpen}
      @keydown=${this.handleKey}
    >
      ${this.head(summary, name)}
      <aside class="facts" id="facts" aria-label=${messages.details}>
        ${this.facts.template(summary)}
      </aside>
      ${this.log.template(summary)}
      <p class="typing">${typist ? messages.typing(typist.name ?? name) : nothing}</p>
      ${this.note(summary)} ${this.composer.template(name)}
    </section>`;
  }

  rendered(): void {
    this.context.inbox.keepUp(this.room);
    this.log.rendered();
    this.composer.rendered();
  }

  private newLog(): LogView {
    return new LogView(this.context, this.talk, message => this.composer.edit(message));
  }

  private head(summary: RoomSummary, name: string): TemplateResult {
    const {messages} = this.context.desk.words();
    const phone = telUrl(summary.contact?.telephone);
    return html`<header class="talk-head">
      <button
        class="button tool back"
        type="button"
        aria-label=${messages.backToRooms}
        @click=${this.back}
      >
        ${icon(ARROW_BACK)}
      </button>
      <div class="talk-names">
        <h3 id="talk-title" tabindex="-1">${name}</h3>
        ${this.subtitle(summary)}
      </div>
      ${
        phone
          ? html`<a
              class="button tool call"
              href=${phone}
              aria-label=${messages.callContact(summary.contact!.telephone!)}
              >${icon(PHONE)}</a
            >`
          : nothing
      }
      <button
        class="button tool to-facts"
        type="button"
        aria-label=${messages.details}
        aria-expanded=${this.areFactsOpen ? 'true' : 'false'}
        aria-controls="facts"
        @click=${this.handleFacts}
      >
        ${icon(INFO)}
      </button>
    </header>`;
  }

  private subtitle(summary: RoomSummary): TemplateResult | typeof nothing {
    const {desk, orders} = this.context;
    const {messages, language} = desk.words();
    const {room, assignee, order} = summary;
    const isOther = room.kind === 'conversation' && !isSameLanguage(summary.language, language);
    const code = order && orders?.find(order)?.code;
    return html`<p class="subtitle">
      ${room.kind === 'public' ? html`<span>${messages.publicRoom}</span>` : nothing}
      ${
        order
          ? html`<button
              class="button quiet order-chip"
              type="button"
              @click=${() => this.toOrder(order)}
            >
              ${icon(BAG)} ${code ? messages.orderChip(code) : messages.anOrder}
            </button>`
          : nothing
      }
      ${assignee ? html`<span>${messages.assignedTo(assignee.name)}</span>` : nothing}
      ${
        isOther
          ? html`<span>${messages.speaks(languageName(summary.language, language))}</span>`
          : nothing
      }
    </p>`;
  }

  /** Why replies may not be read, above their field. */
  private note({room, isBlocked}: RoomSummary): TemplateResult | typeof nothing {
    const {messages} = this.context.desk.words();
    if (isBlocked) {
      return html`<div class="talk-note">
        <p>${messages.blockedNote}</p>
        <button class="button" type="button" @click=${() => this.facts.unblock(room.id)}>
          ${messages.unblock}
        </button>
      </div>`;
    }
    if (room.state !== 'ended') return nothing;
    return html`<div class="talk-note">
      <p>${messages.endedNote}</p>
      <button class="button" type="button" @click=${() => this.facts.end(room.id, false)}>
        ${messages.reopen}
      </button>
    </div>`;
  }

  /** To the order where the desk has it, else to what is known of it. */
  private toOrder(order: string): void {
    const {orders, desk} = this.context;
    if (orders?.find(order)) {
      orders.show(order);
      return;
    }
    this.areFactsOpen = true;
    desk.update();
  }

  private readonly handleFacts = (): void => {
    this.areFactsOpen = !this.areFactsOpen;
    this.context.desk.update();
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (this.composer.close()) return;
    if (this.areFactsOpen) this.handleFacts();
    else this.back();
  };
}
