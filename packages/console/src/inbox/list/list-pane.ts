import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Action} from '../../state/action.js';
import {icon, FLAG} from '../../templates/icons.js';
import {problemTemplate} from '../../templates/problem.js';
import {nameOf} from '../facts.js';
import {filterRooms, type InboxFilter} from '../filter.js';
import {REPORTS, type InboxContext} from '../inbox-context.js';
import {roomRow} from './room-row.js';
import {rowAfter} from './roving.js';

/** What the list asks of the inbox around it. */
export interface ListNeeds {
  /** Reports that wait for a decision; nothing while that is not known. */
  readonly openReports: () => number | undefined;
  readonly open: (place: string, event: Event) => void;
}

/** The conversations and rooms, filtered, page by page. */
export class ListPane {
  private filter: InboxFilter = {state: 'open', whose: 'all', isUnreadFirst: true, text: ''};
  private readonly loading: Action;
  /** Id of the room whose row has the tab stop. */
  private stop = '';
  /** The open room waited for somebody when it was opened: it keeps its place while it is read. */
  private pinned = '';

  constructor(
    private readonly context: InboxContext,
    private readonly needs: ListNeeds,
  ) {
    this.loading = new Action(context.desk);
  }

  /** A room is opened, and as good as read. */
  pin(room: string, wasWaiting: boolean): void {
    this.pinned = wasWaiting ? room : '';
    this.stop = room;
  }

  template(): TemplateResult {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    if (!inbox.hasLoaded) return html`<p class="wait" role="status">${messages.loading}</p>`;
    return html`<section class="rooms" aria-label=${messages.conversations}>
      ${this.tools()} ${this.reports()} ${this.list()}
    </section>`;
  }

  private tools(): TemplateResult {
    const {messages} = this.context.desk.words();
    const {state, whose, isUnreadFirst} = this.filter;
    return html`<div class="room-tools">
      <label class="find">
        <span class="visually-hidden">${messages.findRoom}</span>
        <input
          class="field"
          type="search"
          autocomplete="off"
          placeholder=${messages.findRoomHint}
          @input=${(event: Event) => this.change({text: valueOf(event)})}
        />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          name="unread-first"
          .checked=${isUnreadFirst}
          @change=${({target}: Event) =>
            this.change({isUnreadFirst: (target as HTMLInputElement).checked})}
        />
        <span>${messages.unreadFirst}</span>
      </label>
      ${this.select('state', messages.roomState, messages.roomStateChoices, state)}
      ${this.select('whose', messages.whose, messages.whoseChoices, whose)}
    </div>`;
  }

  private select<Name extends 'state' | 'whose'>(
    name: Name,
    label: string,
    choices: Readonly<Record<InboxFilter[Name], string>>,
    value: InboxFilter[Name],
  ): TemplateResult {
    return html`<select
      class="field"
      name=${name}
      aria-label=${label}
      @change=${(event: Event) => this.change({[name]: valueOf(event)})}
    >
      ${Object.entries<string>(choices).map(
        ([key, words]) => html`<option .value=${key} ?selected=${key === value}>${words}</option>`,
      )}
    </select>`;
  }

  private reports(): TemplateResult | typeof nothing {
    const count = this.needs.openReports();
    if (count === undefined) return nothing;
    const {messages} = this.context.desk.words();
    return html`<button
      class="button to-reports"
      type="button"
      aria-current=${this.context.opened === REPORTS ? 'true' : nothing}
      @click=${(event: Event) => this.needs.open(REPORTS, event)}
    >
      ${icon(FLAG)} <span>${messages.reports}</span>
      ${count > 0 ? html`<span class="badge urgent">${messages.reportsOpen(count)}</span>` : nothing}
    </button>`;
  }

  private list(): TemplateResult {
    const {context, filter} = this;
    const {messages} = context.desk.words();
    const list = context.inbox.lists[filter.state];
    const rooms = this.rooms();
    return html`${
      rooms.length > 0
        ? html`<ul class="room-list" @keydown=${this.handleKey}>
            ${repeat(
              rooms,
              ({room}) => room.id,
              summary => this.row(summary, rooms),
            )}
          </ul>`
        : this.empty()
    }
    ${problemTemplate(this.loading, messages)}
    ${
      list.hasLoaded && list.hasMore
        ? html`<button
            class="button older-rooms"
            type="button"
            aria-disabled=${this.loading.isBusy ? 'true' : 'false'}
            @click=${() => void this.loading.run(() => context.inbox.loadOlder(filter.state))}
          >
            ${this.loading.isBusy ? messages.loading : messages.olderRooms}
          </button>`
        : nothing
    }`;
  }

  private empty(): TemplateResult {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    const {state, text, whose} = this.filter;
    if (!inbox.lists[state].hasLoaded) {
      return html`<p class="wait" role="status">${messages.loading}</p>`;
    }
    if (text || whose !== 'all') {
      return html`<p class="wait" role="status">
        ${messages.noRoomFound} ${inbox.lists[state].hasMore ? messages.findLoadedOnly : nothing}
      </p>`;
    }
    if (state === 'ended') return html`<p class="empty">${messages.noEnded}</p>`;
    if (inbox.store.settings?.isEnabled === false) {
      return html`<p class="empty">${messages.chatOff}</p>
        ${
          desk.role === 'clerk'
            ? nothing
            : html`<button class="button" type="button" @click=${() => desk.open('shop')}>
                ${messages.chatOffMerchant}
              </button>`
        }`;
    }
    return html`<p class="empty">${messages.noRooms} ${messages.noRoomsHint}</p>`;
  }

  private row(summary: RoomSummary, rooms: readonly RoomSummary[]): TemplateResult {
    const {desk, inbox, opened} = this.context;
    const {id} = summary.room;
    const isKnown = rooms.some(({room}) => room.id === this.stop);
    return roomRow(
      {
        ...desk.words(),
        timeZone: desk.timeZone,
        today: desk.today(),
        summary,
        isOpen: id === opened,
        isStop: id === (isKnown ? this.stop : rooms[0]?.room.id),
        code: this.codeOf(summary),
        typist: inbox.typing.in(id),
      },
      event => this.needs.open(id, event),
    );
  }

  private rooms(): readonly RoomSummary[] {
    const {desk, inbox, opened} = this.context;
    const {messages} = desk.words();
    return filterRooms(inbox.store.rooms, this.filter, {
      me: desk.person.id,
      nameOf: summary => nameOf(summary, messages),
      codeOf: summary => this.codeOf(summary),
      pinned: opened === this.pinned ? opened : undefined,
    });
  }

  private codeOf({order}: RoomSummary): string | undefined {
    return order && this.context.orders?.find(order)?.code;
  }

  private change(change: Partial<InboxFilter>): void {
    const {desk, inbox} = this.context;
    this.filter = {...this.filter, ...change};
    const {state} = change;
    if (state && !inbox.lists[state].hasLoaded) {
      void this.loading.run(() => inbox.loadState(state));
    }
    desk.update();
  }

  private readonly handleKey = (event: KeyboardEvent): void => {
    const rooms = this.rooms();
    const at = rooms.findIndex(({room}) => room.id === this.stop);
    const next = rowAfter(event.key, Math.max(at, 0), rooms.length);
    if (next === undefined) return;
    event.preventDefault();
    this.stop = rooms[next]!.room.id;
    this.context.desk.focus(`#room-row-${this.stop}`);
  };
}

function valueOf({target}: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}
