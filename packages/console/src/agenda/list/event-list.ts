import type {DeskCalendar, DeskEvent, EventState} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {EventQuery} from '../../api/events-api.js';
import {Action} from '../../state/action.js';
import {selectField} from '../../templates/fields.js';
import {problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {eventRow} from './event-row.js';

type StateFilter = 'all' | 'waiting' | EventState;

const STATES: readonly StateFilter[] = [
  'all',
  'waiting',
  'draft',
  'published',
  'cancelled',
  'rejected',
];

/** Milliseconds after the last letter until the hub is asked. */
const TYPING = 300;

/** The events of a calendar: by state, what is to come or past, by words; page by page. */
export class EventList {
  private events: readonly DeskEvent[] | undefined;
  private next: number | undefined;
  private state: StateFilter = 'all';
  private when: 'upcoming' | 'past' = 'upcoming';
  private search = '';
  /** What stands in its field. */
  private typed = '';
  /** What was asked for last. */
  private asked = '';
  private question = new AbortController();
  private readonly loading: Action;
  private readonly more: Action;

  constructor(
    private readonly part: AgendaPart,
    private readonly open: (event: DeskEvent) => void,
  ) {
    this.loading = new Action(part.desk);
    this.more = new Action(part.desk);
  }

  /** Asks for what is to be shown, unless it is there or on its way. */
  want(calendar: DeskCalendar): void {
    const key = JSON.stringify([calendar.id, this.state, this.when, this.search]);
    if (key === this.asked) return;
    const isOther = !this.asked.startsWith(`["${calendar.id}"`);
    if (isOther) this.events = undefined;
    this.asked = key;
    void this.load(calendar.id);
  }

  /** What is listed is old. */
  forget(): void {
    this.asked = '';
  }

  template({counts}: DeskCalendar): TemplateResult {
    const {messages} = this.part.desk.words();
    const numbers: Readonly<Record<string, number>> = {
      ...counts,
      waiting: counts.proposed + counts.changes,
    };
    const label = (state: StateFilter): string => {
      const count = numbers[state] ?? 0;
      return messages.stateFilters[state] + (count > 0 ? ` (${count})` : '');
    };
    return html`<div class="row filters" @change=${this.handleFilter}>
        ${selectField(
          {name: 'event-state', label: messages.eventState, value: this.state},
          STATES.map(state => [state, label(state)]),
        )}
        ${selectField({name: 'event-when', label: messages.when, value: this.when}, [
          ['upcoming', messages.upcoming],
          ['past', messages.pastOnes],
        ])}
        <div class="labelled">
          <label for="event-search">${messages.findEvent}</label>
          <input
            id="event-search"
            class="field"
            type="search"
            autocomplete="off"
            maxlength="200"
            .value=${this.typed}
            @input=${this.handleSearch}
          />
        </div>
      </div>
      ${problemTemplate(this.loading, messages)} ${this.list()}`;
  }

  private list(): TemplateResult | typeof nothing {
    const {desk} = this.part;
    const words = desk.words();
    const {messages} = words;
    const {events} = this;
    if (!events) {
      if (this.loading.sentence) return nothing;
      return html`<p class="wait" role="status">${messages.loading}</p>`;
    }
    const isAll = this.state === 'all' && this.when === 'upcoming' && !this.search;
    return html`<p class="hint" role="status">
        ${
          events.length > 0
            ? messages.eventCount(events.length, this.next !== undefined)
            : isAll
              ? messages.noEvents
              : messages.noneFound
        }
      </p>
      <ul class="event-list">
        ${repeat(
          events,
          ({id}) => id,
          item => eventRow(item, words, desk.today(), () => this.open(item)),
        )}
      </ul>
      ${problemTemplate(this.more, messages)}
      ${
        this.next === undefined
          ? nothing
          : html`<button
              id="more-events"
              class="button wide"
              type="button"
              aria-disabled=${this.more.isBusy ? 'true' : 'false'}
              @click=${this.handleMore}
            >
              ${messages.moreEvents}
            </button>`
      }`;
  }

  private async load(calendar: string): Promise<void> {
    this.question.abort();
    this.question = new AbortController();
    const {signal} = this.question;
    // the answer to another question is not waited for
    this.loading.isBusy = false;
    await this.loading.run(async () => {
      try {
        const page = await this.ask(calendar, signal);
        if (signal.aborted) return;
        this.events = page.events;
        this.next = page.next;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
  }

  private async ask(
    calendar: string,
    signal: AbortSignal,
    after?: number,
  ): Promise<{events: readonly DeskEvent[]; next: number | undefined}> {
    const {api} = this.part;
    const {state, when, search} = this;
    const query: EventQuery = {
      states: state === 'all' ? [] : state === 'waiting' ? ['proposed'] : [state],
      when,
      search,
      ...(after !== undefined && {after}),
    };
    const page = await api.events(calendar, query, signal);
    if (state !== 'waiting' || after !== undefined) return {next: undefined, ...page};
    const changes = await api.events(calendar, {...query, states: [], hasChange: true}, signal);
    return {events: [...page.events, ...changes.events], next: page.next};
  }

  private readonly handleMore = (): void => {
    const {calendar} = this.part;
    const {next, events = [], question} = this;
    if (!calendar || next === undefined) return;
    void this.more.run(async () => {
      const page = await this.ask(calendar.id, question.signal, next);
      if (question.signal.aborted) return;
      const known = new Set(events.map(({id}) => id));
      const fresh = page.events.filter(({id}) => !known.has(id));
      this.events = [...events, ...fresh];
      this.next = page.next;
      if (fresh[0]) this.part.desk.focus(`#event-row-${fresh[0].id}`);
    });
  };

  private readonly handleFilter = (event: Event): void => {
    const {name, value} = event.target as HTMLSelectElement;
    if (name === 'event-state') this.state = value as StateFilter;
    else if (name === 'event-when') this.when = value as 'upcoming' | 'past';
    else return;
    this.part.desk.update();
  };

  private readonly handleSearch = (event: Event): void => {
    const {desk} = this.part;
    const typed = (event.target as HTMLInputElement).value.trim();
    this.typed = typed;
    void desk
      .environment()
      .sleep(TYPING, new AbortController().signal)
      .then(() => {
        // more letters came meanwhile
        if (this.typed !== typed) return;
        this.search = typed;
        desk.update();
      });
  };
}
