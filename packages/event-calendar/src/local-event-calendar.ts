import {
  LazyPart,
  LocalElement,
  MinuteController,
  property,
  state,
  webUrl,
  type FeedEnvironment,
  type Geocoder,
} from '@local-widgets/core';
import {
  addMonths,
  firstOfMonth,
  lastOfMonth,
  shortcutDays,
  weekOf,
  weekOfLocale,
  zoneOf,
  type DayRange,
  type EventsReading,
  type HolidayCalendar,
} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {EventDialog} from './details/event-dialog.js';
import {LocalEventSelectEvent, LocalEventsFilterEvent} from './events.js';
import type {Finder} from './finder/finder.js';
import {styles} from './local-event-calendar.styles.js';
import {eventCalendarMessages, type Messages} from './locales/index.js';
import {MapWatch} from './neighbours/map-watch.js';
import type {Publisher} from './publish/publisher.js';
import type {School} from './school/school.js';
import {EventsController} from './source/events-controller.js';
import type {CalendarOwner} from './state/calendar-owner.js';
import {CalendarState, type ChosenDate} from './state/calendar-state.js';
import type {AskedDays, ChosenPlace, Shortcut} from './state/filters.js';
import type {PanelName, PanelPart} from './state/panel-part.js';
import {PrintController} from './state/print-controller.js';
import {DEFAULT_SETTINGS, readSettings} from './state/settings.js';
import type {ViewContext} from './state/view-context.js';
import type {ViewPart} from './state/view-part.js';
import {findBarTemplate} from './templates/find-bar.js';
import {placeTemplate} from './templates/place.js';
import {
  emptyTemplate,
  failedTemplate,
  loadingTemplate,
  nothingTemplate,
  partTemplate,
} from './templates/states.js';
import {isPeriod, toolbarTemplate} from './templates/toolbar.js';
import {agendaTemplate, type AgendaActions} from './views/agenda.js';
import {dayPanelTemplate} from './views/day-panel.js';
import {dayForKey} from './views/month-keys.js';
import {monthTemplate, type DayNote} from './views/month.js';
import type {UrlState} from './url-state/url-state.js';
import {countIn} from './words/counts.js';
import {dateOf, fullDay, monthTitle} from './words/dates.js';
import type {holidayName} from './words/holidays.js';

/** Entries of a list before "show more"; fewer in a narrow column. */
const PAGE = 50;
const COMPACT_PAGE = 5;
/** As many colours as the styles have; a source more takes the first again. */
const SOURCE_COLORS = 6;
/** The attributes that say where events come from. */
const SOURCES = ['src', 'format', 'hub', 'calendar', 'labels', 'timeZone'] as const;

/**
 * What is on: an agenda that is complete by itself, and the same events as a month, a week, a day or cards.
 * Reads iCalendar, OpenAgenda, schema.org and others from `src`, asks no third party, keeps nothing on the
 * visitor's device.
 *
 * @summary What is on here, right to the minute.
 * @tag local-event-calendar
 *
 * @slot - What to show without JavaScript, and when no event can be loaded: a short list, a link.
 *
 * @event {LocalEventSelectEvent} local-event-select - A person opened an event, or closed it.
 * @event {LocalEventActionEvent} local-event-action - A person wants to see an event on the map.
 * @event {LocalEventsFilterEvent} local-events-filter - A person changed a filter.
 * @event {LocalEventsLoadEvent} local-events-load - The sources were read.
 * @event {LocalEventsErrorEvent} local-events-error - No source could be loaded or read.
 *
 * @csspart agenda - The agenda, or the cards.
 * @csspart list - The events of one day.
 * @csspart item - One event in a list.
 * @csspart month - The month.
 * @csspart hours - The week, or the day.
 * @csspart dialog - Everything about the chosen event.
 *
 * @cssproperty [--local-color-accent] - Links, main buttons, events of the only or first source.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of fields, the dialog and the month.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - "On now".
 * @cssproperty [--local-color-closed] - "Cancelled", "postponed", "full"; public holidays.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 *
 * @example
 * ```html
 * <local-event-calendar src="agenda.ics">
 *   <a href="agenda.html">L’agenda de la commune</a>
 * </local-event-calendar>
 * ```
 */
export class LocalEventCalendar extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /**
   * Addresses of calendars, separated by spaces, on this site or on others that allow it (CORS); `#id` of
   * a script with data in the page. Without it, data or events inside the element are read.
   */
  @property() src = '';

  /** Name of a format, where the content alone does not tell. */
  @property() format = '';

  /** Address of a hub that keeps one of the calendars. */
  @property() hub = '';

  /** Name of that calendar at the hub. */
  @property() calendar = '';

  /** What several sources are called, separated by commas, in the order of `src`; the hub's comes last. */
  @property() labels = '';

  /** Colours of several sources, separated by commas, in the same order. */
  @property() colors = '';

  /** How events are shown at the start: `agenda`, `month`, `week`, `day` or `cards`. */
  @property() view = '';

  /** Which views a visitor can change between, separated by spaces; all unless told otherwise. */
  @property() views = '';

  /** The day to begin with, `2026-06-14`; today unless told otherwise. */
  @property() date = '';

  /** IANA zone in which days and hours are shown. */
  @property({attribute: 'time-zone'}) timeZone = 'Europe/Paris';

  /** Only these categories, as displayed, separated by commas. */
  @property() categories = '';

  /** Only what is on at this place, by its id in the map. */
  @property() shop: string | null = null;

  /** Shows what is on at the place that a person chooses in the map of the page. */
  @property({attribute: 'follow-map', type: Boolean}) followMap = false;

  /** Longitude and latitude in degrees, as in GeoJSON: distances are measured from here. */
  @property() center = '';

  /** Only what is within this many kilometres of the centre, or tells no position. */
  @property({attribute: 'radius-km'}) radiusKm = '';

  /**
   * Who finds addresses: `ign`, or a template address with `{query}`. Nobody by default: towns are found
   * in the events themselves.
   */
  @property() geocoder: Geocoder | string = '';

  /** A short list for a narrow column: no bar, five events before "show more". */
  @property({type: Boolean, reflect: true}) compact = false;

  /** Public holidays named in month, week and day: `FR`, `FR-alsace-moselle` or `none`. */
  @property() holidays: HolidayCalendar = 'FR';

  /** Address of the school calendar, the official open data as CSV or JSON. */
  @property({attribute: 'school-holidays'}) schoolHolidays = '';

  /** Whose school holidays are marked: zone `A`, `B` or `C`. */
  @property({attribute: 'school-zone'}) schoolZone = '';

  /** Where mistakes are reported: an e-mail address, or a page's address with `{id}`. */
  @property() report = '';

  /**
   * Keeps filters, view and the open event in the address of the page, so that a link restores them; the
   * value is how its parameters begin.
   */
  @property({attribute: 'url-state'}) urlState: string | null = null;

  /** Publishes what is shown as schema.org JSON-LD for search engines. */
  @property({attribute: 'json-ld', type: Boolean}) jsonLd = false;

  /** Level of the headings of days, 1 to 6, so that they fit the page's outline. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 3;

  /** The events themselves, instead of `src`: for pages that already have them. */
  @property({attribute: false}) reading: EventsReading | undefined;

  /** The outer world of feeds, replaced in tests. */
  @property({attribute: false}) feedEnvironment: FeedEnvironment | undefined;

  /** Which panel is open below the bar. */
  @state() private panel: PanelName | undefined;

  private readonly asked = new CalendarState(() => this.requestUpdate(), PAGE);
  private readonly minute = new MinuteController(this);
  private readonly source: EventsController;
  /** The element, as the parts that load later know it. */
  private readonly owner: CalendarOwner;
  private readonly details: LazyPart<EventDialog>;
  private readonly finder: LazyPart<Finder>;
  private readonly sharing: LazyPart<PanelPart>;
  private readonly hours: LazyPart<ViewPart>;
  private readonly cards: LazyPart<ViewPart>;
  private readonly school: LazyPart<School>;
  private readonly link: LazyPart<UrlState>;
  private readonly publisher: LazyPart<Publisher>;
  private readonly publicHolidays: LazyPart<typeof holidayName>;
  private settings = DEFAULT_SETTINGS;
  private shownReading: EventsReading | undefined;
  /** The date of the last `local-event-select`. */
  private told: ChosenDate | undefined;
  /** Who gets the keyboard once it is rendered. */
  private focusNext: (() => HTMLElement | null | undefined) | undefined;

  constructor() {
    super();
    const {asked} = this;
    const part = <T>(load: () => Promise<T>, name: string): LazyPart<T> =>
      new LazyPart(this, load, name);
    const owner = (this.owner = this.makeOwner());
    this.source = new EventsController(this, {
      timeZone: () => this.settings.timeZone,
      today: () => asked.today,
      labels: () => this.settings.labels,
      warn: (...words) => this.warn(...words),
      emit: event => this.emit(event),
      retried: succeeded => this.focusOn(succeeded ? '.name' : '.failure .button'),
    });
    this.details = part(
      async () => new (await import('./details.js')).EventDialog(this, owner),
      'the details of events',
    );
    this.finder = part(
      async () => new (await import('./finder.js')).Finder(this, owner),
      'search and filters',
    );
    this.sharing = part(
      async () => new (await import('./share.js')).Sharing(this, owner),
      'sharing and export',
    );
    this.hours = part(
      async () => new (await import('./hours.js')).Hours(this, owner),
      'week and day',
    );
    this.cards = part(async () => new (await import('./cards.js')).Cards(this, owner), 'the cards');
    this.school = part(
      async () => new (await import('./school.js')).School(this),
      'school holidays',
    );
    this.publicHolidays = part(
      async () => (await import('./public-holidays.js')).holidayName,
      'names of public holidays',
    );
    this.link = part(
      async () => new (await import('./url-state.js')).UrlState(this, owner),
      'url-state',
    );
    this.publisher = part(
      async () => new (await import('./publish.js')).Publisher(this, owner),
      'json-ld',
    );
    new PrintController(this, isPrinting => {
      asked.isPrinting = isPrinting;
      // Lit performs only what was requested
      this.requestUpdate();
      this.performUpdate();
    });
    new MapWatch(this, {
      ask: place => this.showPlace(place),
      follow: shop => owner.ask(state => state.filter({shop})),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void eventCalendarMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    const {asked, source, minute} = this;
    this.readAttributes(changed);
    const {timeZone, day} = this.settings;
    const now = minute.now.getTime();
    const today = zoneOf(timeZone)!.dayAt(now);
    asked.now = now;
    asked.today = today;
    if (!this.hasUpdated || changed.has('date')) asked.day = day ?? today;
    if (SOURCES.some(name => changed.has(name))) source.load();
    if (this.urlState !== null) this.link.want();
    if (this.jsonLd) this.publisher.want();
    const reading = this.isWaiting ? undefined : (this.reading ?? source.loaded);
    if (reading !== this.shownReading) {
      this.shownReading = reading;
      asked.setReading(reading);
    }
    source.need(this.shownDays);
    if (isPeriod(asked.view)) {
      if (this.holidays !== 'none') this.publicHolidays.want();
      if (this.schoolHolidays) this.school.want();
    }
    this.school.part?.configure();
    asked.answerer = this.finder.part;
    asked.refresh();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('colors')) this.applyColors();
    const {asked} = this;
    if (asked.chosen !== this.told) this.tellChoice(asked.chosen);
    this.focusNext?.()?.focus();
    this.focusNext = undefined;
  }

  /** Loads the sources again. */
  reload(): void {
    this.source.reload();
  }

  /**
   * Opens an event by its id as a person would, on one of its dates (`Occurrence.recurrenceId`) or the
   * next; `null` closes it. Unknown ids do nothing.
   */
  selectEvent(id: string | null, recurrenceId = ''): void {
    this.choose(id === null ? undefined : {eventId: id, recurrenceId});
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && eventCalendarMessages.load(this.language.tag)) return loadingTemplate();
    const {words, asked} = this;
    return html`<div class="root" lang=${words.language} data-view=${asked.view}>
        ${asked.reading ? this.calendarPart(words) : this.feedPart(words)}
      </div>
      ${this.details.part?.template() ?? nothing}`;
  }

  /** Before there are events: on their way, not asked for, or not to be had. */
  private feedPart({messages}: ViewContext<Messages>): TemplateResult {
    const {isLoading, failure} = this.source;
    if (isLoading || this.isWaiting) {
      return html`<p class="status" role="status">${messages.loading}</p>
        ${loadingTemplate()}`;
    }
    if (!failure) return html`<slot></slot>`;
    const sentence =
      failure === 'offline' ? messages.offline : (messages.failures?.[failure] ?? messages.failed);
    return failedTemplate({sentence, messages}, () => this.source.retry());
  }

  private calendarPart(words: ViewContext<Messages>): TemplateResult {
    const {asked, notes} = this;
    const {view, offered} = asked;
    if (offered.length === 0 && !asked.isFiltered) {
      return html`<p class="status" role="status">${words.messages.empty}</p>
        ${this.notesPart(notes)}<slot></slot>`;
    }
    return html`${this.compact ? nothing : this.barPart(words)}
      ${asked.filters.shop ? placeTemplate(asked.filters.shop, words, () => this.leavePlace()) : nothing}
      <p class=${isPeriod(view) ? 'visually-hidden' : 'status'} role="status" tabindex="-1">
        ${this.statusWords(words)}
      </p>
      <div class="body" @pointerover=${this.handleApproach} @focusin=${this.handleApproach}>
        ${this.viewPart(words)}
      </div>
      ${this.notesPart(notes)}`;
  }

  private barPart(words: ViewContext<Messages>): TemplateResult {
    const {asked, owner, settings, panel, finder, sharing} = this;
    const {view, filters} = asked;
    const part = panel === 'share' ? sharing : finder;
    return html`${toolbarTemplate(
      {view, views: settings.views, period: this.periodWords(words), days: filters.days},
      words,
      {
        show: view => asked.showView(view),
        step: count => this.step(count),
        goToToday: () => asked.goTo(asked.today),
        ask: name => owner.ask(state => state.filter({days: name && this.daysCalled(name)})),
      },
    )}
    ${findBarTemplate(
      {
        text: filters.text,
        hiddenFilters: finder.part?.hiddenFilters ?? 0,
        open: panel,
        panel: part.part?.panel(words),
        hasFailed: finder.failed || (panel === 'share' && sharing.failed),
      },
      words,
      {
        search: text => {
          void finder.ask();
          owner.ask(state => state.filter({text}));
        },
        toggle: name => this.togglePanel(name),
        turnTo: () => void finder.ask(),
      },
    )}
    ${finder.part?.active(words) ?? nothing}`;
  }

  private viewPart(words: ViewContext<Messages>): TemplateResult {
    const {asked, hours, cards, finder} = this;
    const {view, showsOngoing} = asked;
    const {messages} = words;
    const actions = this.listActions();
    if (asked.needsAnswerer && !finder.part) {
      finder.want();
      if (!finder.failed) return partTemplate({failed: false, messages}, () => undefined);
    }
    if (view === 'month') return this.monthPart(words, actions);
    if (view === 'week' || view === 'day') return this.lazyPart(hours, words, actions);
    const {agenda} = asked;
    if (agenda.total === 0) return this.nothingPart(words, actions);
    if (view === 'cards' && !cards.failed) return this.lazyPart(cards, words, actions);
    return html`${view === 'cards' ? html`<p role="alert">${messages.partFailed}</p>` : nothing}
    ${agendaTemplate({agenda, showsOngoing}, words, actions)}`;
  }

  private monthPart(words: ViewContext<Messages>, actions: AgendaActions): TemplateResult {
    const {asked, owner, weekStart} = this;
    const {day} = asked;
    return html`${monthTemplate(
      {weeks: asked.month(weekStart), day, holidayOf: day => owner.holidayOf(day)},
      words,
      {
        ...actions,
        open: day => {
          asked.goTo(day);
          this.focusOn('.day-panel .heading');
        },
        key: event => this.handleKey(event),
      },
    )}
    ${dayPanelTemplate({day, entries: asked.entriesOf(day)}, words, actions)}`;
  }

  private lazyPart(
    view: LazyPart<ViewPart>,
    words: ViewContext<Messages>,
    actions: AgendaActions,
  ): TemplateResult {
    view.want();
    const {part, failed} = view;
    return (
      part?.template(words, actions) ??
      partTemplate({failed, messages: words.messages}, () => void view.ask())
    );
  }

  /** Nothing is to come: why, what was on last, and the way to everything. */
  private nothingPart(words: ViewContext<Messages>, actions: AgendaActions): TemplateResult {
    const {asked, owner} = this;
    const {filters, isFiltered, latestPast} = asked;
    return isFiltered
      ? emptyTemplate(filters, words, () => {
          this.focusOn('.status');
          owner.ask(state => state.reset());
        })
      : nothingTemplate(latestPast, words, actions);
  }

  private notesPart(notes: readonly string[]): TemplateResult | typeof nothing {
    return notes.length > 0 ? html`<p class="notes" role="status">${notes.join(' ')}</p>` : nothing;
  }

  private get notes(): string[] {
    const {messages} = this.words;
    const {failure, loaded} = this.source;
    const lost = loaded?.rejected.filter(({isPartial}) => !isPartial).length ?? 0;
    return [
      failure ? messages.stale : '',
      lost > 0 ? messages.partial(lost) : '',
      ...(loaded?.failures ?? []).map(({name}) => messages.sourceFailed(name)),
      this.details.failed ? messages.partFailed : '',
    ].filter(Boolean);
  }

  private statusWords(words: ViewContext<Messages>): string {
    const {asked, source} = this;
    const {messages, language} = words;
    if (source.isLoading) return messages.loading;
    if (isPeriod(asked.view)) {
      const count = asked.countOn(this.shownDays);
      return `${this.periodWords(words)}, ${messages.events(count, countIn(count, language))}`;
    }
    const {total} = asked.agenda;
    const formatted = countIn(total, language);
    if (total === 0) return asked.isFiltered ? messages.events(0, '0') : messages.nothingToCome;
    return asked.filters.days
      ? messages.events(total, formatted)
      : messages.upcoming(total, formatted);
  }

  /** `juin 2026`, `semaine du 8 juin`, `vendredi 12 juin 2026`. */
  private periodWords(words: ViewContext<Messages>): string {
    const {messages, language} = words;
    const {view, day} = this.asked;
    if (view === 'month') return monthTitle(day, language);
    if (view === 'day') return fullDay(day, language);
    return messages.weekOf(dateOf(weekOf(day, this.weekStart), words));
  }

  /** Whether the page's link asks for something that is not known yet. */
  private get isWaiting(): boolean {
    const {part, failed} = this.link;
    return this.urlState !== null && !part && !failed;
  }

  /** The days that the view shows; of lists, those that were asked for. */
  private get shownDays(): DayRange {
    const {view, day, today, filters} = this.asked;
    if (view === 'day') return {firstDay: day, lastDay: day};
    if (view === 'week') {
      const firstDay = weekOf(day, this.weekStart);
      return {firstDay, lastDay: firstDay + 6};
    }
    if (view !== 'month') return filters.days ?? {firstDay: today, lastDay: today};
    return {firstDay: firstOfMonth(day), lastDay: lastOfMonth(day)};
  }

  private daysCalled(name: Shortcut): AskedDays {
    return {...shortcutDays(name, this.asked.today, weekOfLocale(this.locale)), name};
  }

  private listActions(): AgendaActions {
    const {asked} = this;
    /** After the last one that was there, so that nobody has to find the way again. */
    const goOn = (group: string): void => {
      const all = (): HTMLElement[] => [
        ...this.renderRoot.querySelectorAll<HTMLElement>(`${group} .name`),
      ];
      const {length} = all();
      this.focusNext = () => all()[length];
    };
    return {
      choose: at => {
        const {eventId, recurrenceId} = asked.occurrences[at]!;
        this.choose({eventId, recurrenceId});
      },
      showMore: () => {
        goOn('.group:not(.ongoing)');
        asked.showMore();
      },
      showOngoing: () => {
        goOn('.ongoing');
        asked.showOngoing();
      },
    };
  }

  private makeOwner(): CalendarOwner {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- getters have a `this` of their own
    const element = this;
    const {asked} = this;
    return {
      state: asked,
      get timeZone() {
        return element.settings.timeZone;
      },
      get weekStart() {
        return element.weekStart;
      },
      get defaults() {
        const {view, day = asked.today} = element.settings;
        return {view, day};
      },
      get subscriptions() {
        return element.source.loaded?.subscriptions ?? [];
      },
      words: () => this.words,
      holidayOf: day => this.noteOf(day),
      ask: change => {
        change(asked);
        void this.updateComplete.then(() => {
          const ids = new Set(asked.occurrences.map(({eventId}) => eventId));
          this.emit(new LocalEventsFilterEvent({ids: [...ids]}));
        });
      },
      focus: selector => this.focusOn(selector),
      closePanel: () => {
        if (this.panel) this.togglePanel(this.panel);
      },
      choose: chosen => this.choose(chosen),
      daysCalled: name => this.daysCalled(name),
    };
  }

  private get words(): ViewContext<Messages> {
    const {asked, headingLevel} = this;
    const labels = this.source.loaded?.labels ?? [];
    return {
      ...eventCalendarMessages.for(this.language.tag),
      today: asked.today,
      now: asked.now,
      // an outline has levels 1 to 6 (WAI-ARIA)
      headingLevel: headingLevel >= 1 && headingLevel <= 6 ? headingLevel : 3,
      occurrenceAt: at => asked.occurrences[at]!,
      eventOf: occurrence => asked.eventOf(occurrence),
      sourceOf: ({source}) => {
        const index = labels.indexOf(source?.label ?? '');
        return index < 0 ? undefined : {index: index % SOURCE_COLORS, label: labels[index]!};
      },
    };
  }

  /** Plain English is that of Europe, as everywhere in our sentences. */
  private get locale(): string {
    const {tag} = this.language;
    return tag === 'en' ? 'en-GB' : tag;
  }

  private get weekStart(): number {
    return weekOfLocale(this.locale).start;
  }

  private noteOf(day: number): DayNote {
    const {holidays, language} = this;
    return {
      name: this.publicHolidays.part?.(day, holidays, language.tag),
      school: this.school.part?.nameOf(day),
    };
  }

  private readAttributes(changed: PropertyValues<this>): void {
    const {asked} = this;
    const {view} = this.settings;
    this.settings = readSettings(this, changed, this.settings, message => this.warn(message));
    asked.settings = this.settings.offer;
    if (this.settings.view !== view) asked.view = this.settings.view;
    if (changed.has('compact')) asked.setPageSize(this.compact ? COMPACT_PAGE : PAGE);
  }

  /** Colours of the page's own for its sources, where they are colours. */
  private applyColors(): void {
    this.settings.colors.forEach((color, i) => {
      if (CSS.supports('color', color)) this.style.setProperty(`--_source-${i}`, color);
      else this.warn(`colors: "${color}" is ignored, it is no CSS colour.`);
    });
  }

  private choose(chosen: ChosenDate | undefined): void {
    const {asked, details} = this;
    if (chosen && !asked.has(chosen.eventId)) return;
    asked.choose(chosen);
    if (chosen) void details.ask().then(() => details.failed && this.leaveFor(chosen));
  }

  /** The details could not be had: the event's own page has them, where it has one. */
  private leaveFor(chosen: ChosenDate): void {
    const {asked} = this;
    const url = webUrl(asked.eventOf(chosen).url);
    asked.choose(undefined);
    if (url) location.assign(url);
  }

  private tellChoice(chosen: ChosenDate | undefined): void {
    this.told = chosen;
    const event = chosen && this.asked.eventOf(chosen);
    this.emit(
      new LocalEventSelectEvent({
        id: chosen?.eventId ?? null,
        recurrenceId: chosen?.recurrenceId ?? null,
        placeId: event?.location?.placeId ?? null,
        event: event ?? null,
      }),
    );
  }

  private step(count: number): void {
    const {asked} = this;
    const {view, day} = asked;
    asked.goTo(view === 'month' ? addMonths(day, count) : day + count * (view === 'week' ? 7 : 1));
  }

  /** Opens a panel and gives it the keyboard, or closes it. */
  private togglePanel(name: PanelName): void {
    const part = name === 'share' ? this.sharing : this.finder;
    if (this.panel === name) {
      this.panel = undefined;
      this.focusOn(`#open-${name}`);
      return;
    }
    this.panel = name;
    void part.ask().then(() => {
      if (this.panel === name) this.focusOn('#panel :is(input, select, button)');
    });
  }

  /** A person asks in the map what is on at a place. */
  private showPlace(shop: ChosenPlace): void {
    const {asked, owner} = this;
    if (isPeriod(asked.view)) asked.showView('agenda');
    owner.ask(state => state.filter({shop}));
    this.focusOn('.status');
    this.scrollIntoView({block: 'nearest'});
  }

  private leavePlace(): void {
    this.focusOn('.status');
    this.owner.ask(state => state.filter({shop: undefined}));
  }

  private focusOn(selector: string): void {
    this.focusNext = () => this.renderRoot.querySelector<HTMLElement>(selector);
    this.requestUpdate();
  }

  private handleKey(event: KeyboardEvent): void {
    const {asked, weekStart} = this;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const day = dayForKey(event, asked.day, {weekStart, isRtl});
    if (day === undefined) return;
    event.preventDefault();
    asked.goTo(day);
    this.focusOn(`.date[data-day="${day}"]`);
  }

  /** Who points at an event may want its details next. */
  private readonly handleApproach = ({target}: Event): void => {
    if ((target as Element).closest('[data-at]')) this.details.want();
  };
}
