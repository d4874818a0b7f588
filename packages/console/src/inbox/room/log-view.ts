import {isoDateIn} from '@local-widgets/core';
import type {RoomLog} from '@local-widgets/model';
import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {HubError} from '../../api/hub-error.js';
import {dayName} from '../../format/days.js';
import {icon, ARROW_DOWN} from '../../templates/icons.js';
import {authorOf, nameOf} from '../facts.js';
import type {InboxContext} from '../inbox-context.js';
import {rowAfter} from '../list/roving.js';
import {MessageActions} from '../moderation/message-actions.js';
import type {UnsentMessage} from '../outbox.js';
import type {RoomTalk} from '../room-talk.js';
import {logItems, toldStates, type LogItem, type SentState} from './log-items.js';
import {messageTemplate} from './message.js';
import {unsentTemplate} from './unsent.js';

const NO_STATES: ReadonlyMap<string, SentState> = new Map();

/** CSS pixels from the end of the log in which one is at its end. */
const END = 24;

/** What was said in one room, the last below; it stays where it is read while more comes. */
export class LogView {
  private readonly actions: MessageActions;
  /** One is at the end, and stays there. */
  private isAtEnd = true;
  /** Distance from the end that is kept while older messages are put before. */
  private keep: number | undefined;
  /** What comes into the log is history: nobody is told. */
  private isQuiet = true;
  /** Up to which event the room had been read when it was opened; absent until that is known. */
  private readUpTo: number | undefined;
  /** Number of the last event when one was at the end. */
  private endSeq = 0;
  /** Id of the message that has the tab stop. */
  private stop = '';

  constructor(
    private readonly context: InboxContext,
    private readonly talk: RoomTalk,
    /** Takes the words of a reply back into the field. */
    private readonly edit: (message: UnsentMessage) => void,
  ) {
    this.actions = new MessageActions(context);
  }

  template(summary: RoomSummary): TemplateResult {
    const {talk} = this;
    const {messages} = this.context.desk.words();
    const name = nameOf(summary, messages);
    return html`<div class="log-frame">
      <div
        class="log"
        role="log"
        aria-label=${messages.messagesOf(name)}
        aria-live=${this.isQuiet ? 'off' : 'polite'}
        @scroll=${this.handleScroll}
      >
        ${this.older()} ${this.failure()} ${this.list(summary, name)}
        ${
          talk.log || talk.error !== undefined
            ? nothing
            : html`<p class="wait">${messages.loading}</p>`
        }
      </div>
      ${this.toEnd()}
    </div>`;
  }

  /** Keeps one where one was, and notes what was seen. */
  rendered(): void {
    const {context, talk} = this;
    const box = context.desk.find('.log');
    if (!box || !talk.log) return;
    if (this.keep !== undefined) box.scrollTop = box.scrollHeight - this.keep;
    else if (this.isAtEnd) box.scrollTop = this.isQuiet ? this.beginning(box) : box.scrollHeight;
    if (!talk.isLoadingOlder) this.keep = undefined;
    this.look(box);
    if (this.isQuiet && !talk.isLoadingOlder) {
      this.isQuiet = false;
      context.desk.update();
    }
    if (this.isAtEnd && context.desk.environment().isSeen()) context.inbox.see(talk.room);
  }

  /** Goes to the end: one has written something. */
  follow(): void {
    this.isAtEnd = true;
  }

  /** The line above what is new, where it and the end do not fit on one screen. */
  private beginning(box: HTMLElement): number {
    const line = this.context.desk.find('.log .new-line');
    const end = box.scrollHeight;
    return line ? Math.min(end, line.offsetTop - END) : end;
  }

  private older(): TemplateResult | typeof nothing {
    const {messages} = this.context.desk.words();
    const {talk} = this;
    if (!talk.hasOlder) return nothing;
    return html`<button
      class="button older"
      type="button"
      aria-disabled=${talk.isLoadingOlder ? 'true' : 'false'}
      @click=${this.handleOlder}
    >
      ${talk.isLoadingOlder ? messages.loadingOlder : messages.olderMessages}
    </button>`;
  }

  private failure(): TemplateResult | typeof nothing {
    const {error} = this.talk;
    if (error === undefined) return nothing;
    const {desk} = this.context;
    const {messages} = desk.words();
    if (error instanceof HubError && error.status === 404) {
      return html`<p class="problem" role="alert">${messages.roomGone}</p>`;
    }
    return html`<div class="problem" role="alert">
      <p>${desk.sentenceOf(error)}</p>
      <button class="button" type="button" @click=${() => void this.talk.retry()}>
        ${messages.retry}
      </button>
    </div>`;
  }

  private list(summary: RoomSummary, name: string): TemplateResult | typeof nothing {
    const {desk, inbox} = this.context;
    const {messages} = desk.words();
    const {log, room} = this.talk;
    if (log) this.readUpTo ??= summary.unread > 0 ? log.read('shop') : Infinity;
    // what was written here is there, also before what was said is
    const items = logItems(log?.messages ?? [], inbox.outbox.of(room), {
      dayOf: instant => isoDateIn(new Date(instant), desk.timeZone),
      readUpTo: this.readUpTo ?? Infinity,
    });
    if (items.length === 0) {
      return log ? html`<p class="empty">${messages.noMessages}</p>` : nothing;
    }
    const states = log && summary.room.kind === 'conversation' ? statesIn(log) : NO_STATES;
    return html`<ol class="said-list" @keydown=${this.handleKey}>
      ${repeat(
        items,
        ({key}) => key,
        item => this.item(item, {summary, name, states}),
      )}
    </ol>`;
  }

  private item(
    item: LogItem,
    around: {
      summary: RoomSummary;
      name: string;
      states: ReadonlyMap<string, SentState>;
    },
  ): TemplateResult {
    const {desk} = this.context;
    const {messages, language} = desk.words();
    switch (item.kind) {
      case 'day':
        return html`<li class="day-line">
          <span>${dayName(item.day, desk.today(), messages, language)}</span>
        </li>`;
      case 'new':
        return html`<li class="new-line"><span>${messages.newHere}</span></li>`;
      case 'message':
        return this.message(item, around);
      case 'unsent':
        return this.unsent(item.message);
    }
  }

  private message(
    {logged, isFirst}: Extract<LogItem, {kind: 'message'}>,
    {
      summary,
      name,
      states,
    }: {summary: RoomSummary; name: string; states: ReadonlyMap<string, SentState>},
  ): TemplateResult {
    const {desk, inbox} = this.context;
    const {talk} = this;
    const words = desk.words();
    const {message} = logged;
    const log = talk.log!;
    const me = inbox.authorIn(talk.room);
    const author = authorOf(message, {
      messages: words.messages,
      me,
      visitor: summary.room.kind === 'public' ? words.messages.visitor : name,
      name: log.nameOf(message.author),
    });
    const isStop =
      message.id === (log.has(this.stop) ? this.stop : log.messages.at(-1)?.message.id);
    // people of a shop speak for it together
    const isOurs = message.author.role === 'shop';
    const isPublic = summary.room.kind === 'public';
    const about = {talk, logged, author, isOurs, isPublic, isStop};
    return messageTemplate({
      ...words,
      logged,
      author,
      isOurs,
      isOwn: message.author.id === me,
      isFirst,
      isStop,
      state: states.get(message.id),
      timeZone: desk.timeZone,
      imageUrl: id => inbox.api.imageUrl(talk.room, id),
      menu: this.actions.menu(about),
      actions: this.actions.template(about),
    });
  }

  private unsent(message: UnsentMessage): TemplateResult {
    const {desk, inbox} = this.context;
    const {outbox, live} = inbox;
    const {refused} = message;
    const error =
      refused && new HubError(refused.code, 400, refused.detail ? {detail: refused.detail} : {});
    return unsentTemplate(
      {
        ...desk.words(),
        message,
        isLive: live.connection.state === 'live',
        failure: error ? desk.sentenceOf(error) : '',
      },
      {
        retry: () => outbox.retry(message.id),
        edit: () => {
          outbox.remove(message.id);
          this.edit(message);
        },
        remove: () => {
          outbox.remove(message.id);
          desk.focus('#reply');
        },
      },
    );
  }

  /** What came below while one reads further up, and the way there. */
  private toEnd(): TemplateResult | typeof nothing {
    const {log} = this.talk;
    if (this.isAtEnd || !log) return nothing;
    const {messages} = this.context.desk.words();
    const count = log.messages.filter(
      ({seq, message}) => seq > this.endSeq && message.author.role === 'visitor',
    ).length;
    if (count === 0) return nothing;
    return html`<button class="button primary to-end" type="button" @click=${this.handleToEnd}>
      ${icon(ARROW_DOWN)} ${messages.newBelow(count)}
    </button>`;
  }

  private look(box: HTMLElement): void {
    const before = this.isAtEnd;
    this.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= END;
    if (this.isAtEnd) this.endSeq = this.talk.log?.lastSeq ?? 0;
    if (before !== this.isAtEnd) this.context.desk.update();
  }

  private readonly handleScroll = ({currentTarget}: Event): void => {
    const box = currentTarget as HTMLElement;
    if (this.keep !== undefined) this.keep = box.scrollHeight - box.scrollTop;
    this.look(box);
  };

  private readonly handleOlder = ({currentTarget}: Event): void => {
    const box = (currentTarget as HTMLElement).closest<HTMLElement>('.log');
    this.keep = box ? box.scrollHeight - box.scrollTop : undefined;
    this.isQuiet = true;
    void this.talk.older().then(() => {
      // the button is gone with the last page
      if (!this.talk.hasOlder) this.context.desk.focus('.said-list [tabindex="0"]');
    });
  };

  private readonly handleToEnd = (): void => {
    this.isAtEnd = true;
    this.context.desk.focus('#reply');
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    // what stands in a message has keys of its own
    if (!target.matches('.message')) return;
    const all = this.talk.log?.messages ?? [];
    const at = all.findIndex(({message}) => `message-${message.id}` === target.id);
    const next = rowAfter(event.key, at, all.length);
    if (next === undefined) return;
    event.preventDefault();
    this.stop = all[next]!.message.id;
    this.context.desk.focus(`#message-${this.stop}`);
  };
}

/** How far what the shop said has come. */
function statesIn(log: RoomLog): ReadonlyMap<string, SentState> {
  const ours = log.messages.filter(
    ({message, deletedBy}) => message.author.role === 'shop' && !deletedBy,
  );
  return toldStates(ours, {delivered: log.delivered('visitor'), read: log.read('visitor')});
}
