import type {DeskCalendar} from '@local-widgets/model/schemas.js';
import {nothing} from 'lit';
import {EventsApi} from '../api/events-api.js';
import {HubError} from '../api/hub-error.js';
import type {DeskPart, DeskTab, TabPlace} from '../desk/desk-part.js';
import {LocalProposalsWaitingEvent} from '../events.js';
import {LiveLine, type Connection} from '../live/live-line.js';
import {AGENDA_PACE} from '../live/pace.js';
import {agendaPartFr} from '../locales/agenda-part.js';
import {deskMessages, type Messages} from '../locales/index.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazily.js';
import {CALENDAR} from '../templates/icons.js';
import {DraftBox} from './draft/draft-box.js';

deskMessages.extend(agendaPartFr);

/** The name of its tab. */
const TAB = 'agenda';

/** The calendars of a shop and what waits in them; what shows them comes in a file of its own. */
export class AgendaPart implements DeskPart, TabPlace {
  readonly tab: DeskTab;
  readonly api: EventsApi;
  readonly drafts: DraftBox;
  readonly isAside = true;
  readonly isWhole = false;
  refusal: HubError | undefined;
  /** Absent until loaded. */
  calendars: readonly DeskCalendar[] | undefined;
  /** Id of the event that is open; empty at the list. */
  now = '';

  private readonly line: LiveLine;
  /** Id of the calendar that was chosen. */
  private chosen = '';
  private told = 0;

  constructor(
    readonly desk: DeskOwner,
    lazily: Lazily,
  ) {
    this.api = new EventsApi(desk.client, desk.api.shop);
    this.drafts = new DraftBox(
      `local-agenda:drafts:${desk.person.id ?? desk.person.email}:${desk.api.shop}`,
      () => desk.environment().storage(),
    );
    this.line = new LiveLine({
      pace: AGENDA_PACE,
      load: async signal => {
        const calendars = await this.api.calendars(signal);
        return {show: () => this.take(calendars)};
      },
      open: () => Promise.reject(new HubError('not-found')),
      take: () => undefined,
      changed: () => desk.update(),
      refused: error => this.refuse(error),
      isRefusal: ({status}) => [401, 403, 404].includes(status),
      clock: () => desk,
      // there is no stream to take a place for
      environment: () => ({...desk.environment(), takeLine: () => Promise.resolve(undefined)}),
    });
    this.tab = {
      part: this,
      name: TAB,
      icon: CALENDAR,
      label: messages => messages.tabAgenda,
      count: messages => ({number: this.waiting, words: messages.toDecide(this.waiting)}),
      place: this,
      view: lazily('the calendars', async () => {
        const {AgendaView} = await import('../agenda.js');
        return new AgendaView(this);
      }),
    };
  }

  /** Proposed events and proposed changes. */
  get waiting(): number {
    return sumOf(this.calendars ?? []);
  }

  get connection(): Connection {
    return this.line.connection;
  }

  get unsent(): NonNullable<DeskPart['unsent']> {
    const {size} = this.drafts;
    return {
      count: size,
      words: messages => messages.unsavedEvents(size),
      forget: () => this.drafts.clear(),
    };
  }

  /** The calendar that is shown: the one that was chosen, or the first. */
  get calendar(): DeskCalendar | undefined {
    return this.calendars?.find(({id}) => id === this.chosen) ?? this.calendars?.[0];
  }

  /** Whether this person publishes and decides, or proposes. */
  get isMerchant(): boolean {
    return this.desk.role !== 'clerk';
  }

  choose(calendar: string): void {
    this.chosen = calendar;
    this.desk.update();
  }

  go(place: string): void {
    if (place === this.now) return;
    this.now = place;
    this.desk.update();
  }

  /** What was counted is another number now. */
  async reload(): Promise<void> {
    try {
      this.take(await this.api.calendars());
    } catch {
      // it is asked for again anyway
    }
  }

  start(): void {
    this.line.start();
  }

  stop(): void {
    this.line.stop();
  }

  wake(): void {
    this.line.wake();
  }

  lose(): void {
    this.line.lose();
  }

  tick(): void {
    // dates are told as days: nothing to be done by the minute
  }

  /** Whoever listens learns how many wait. */
  rendered(): void {
    if (this.waiting === this.told) return;
    this.told = this.waiting;
    this.desk.emit(new LocalProposalsWaitingEvent({count: this.told}));
  }

  tools(): typeof nothing {
    return nothing;
  }

  banner(): typeof nothing {
    return nothing;
  }

  offlineHint(messages: Messages): string {
    return messages.offlineAgenda;
  }

  private take(calendars: readonly DeskCalendar[]): void {
    const before = this.calendars && sumOf(this.calendars);
    this.calendars = calendars;
    const {desk, waiting} = this;
    if (before !== undefined && waiting > before) {
      desk.ring();
      desk.say(desk.words().messages.newProposals(waiting - before));
    }
    desk.update();
  }

  private refuse(error: HubError): void {
    if (this.desk.isSignedOut(error)) return;
    const detail = this.desk.words().messages.noAgenda;
    this.refusal = error.status === 404 ? new HubError('not-found', 404, {detail}) : error;
    this.desk.update();
  }
}

function sumOf(calendars: readonly DeskCalendar[]): number {
  return calendars.reduce((sum, {counts}) => sum + counts.proposed + counts.changes, 0);
}
