import {
  LocalElement,
  MinuteController,
  property,
  state,
  type FeedEnvironment,
  type Geocoder,
  type LazyPart,
} from '@local-widgets/core';
import {
  addMonths,
  shortcutDays,
  zoneOf,
  type EventsReading,
  type HolidayCalendar,
} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {LocalEventsFilterEvent} from './events.js';
import {styles} from './local-event-calendar.styles.js';
import {eventCalendarMessages, type Messages} from './locales/index.js';
import {loadWeeks, weekOf} from './locales/week.js';
import {MapWatch} from './neighbours/map-watch.js';
import {EventsController} from './source/events-controller.js';
import type {CalendarOwner} from './state/calendar-owner.js';
import {CalendarState} from './state/calendar-state.js';
import {Choice} from './state/choice.js';
import type {AskedDays, ChosenPlace, Shortcut} from './state/filters.js';
import {Focus} from './state/focus.js';
import type {PanelName} from './state/panel-part.js';
import {partsOf, type CalendarParts} from './state/parts.js';
import {PrintController} from './state/print-controller.js';
import {DEFAULT_SETTINGS, readSettings, type SettingAttributes} from './state/settings.js';
import {shownDays} from './state/shown-days.js';
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
import {periodWords, sourceNotes, statusWords} from './words/status.js';

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

  /** The crowded day of the month of which all is shown. */
  @state() private wholeDay: number | undefined;

  private readonly asked = new CalendarState(() => this.requestUpdate(), PAGE);
  private readonly minute = new MinuteController(this);
  private readonly source: EventsController;
  /** The element, as the parts that load later know it. */
  private readonly owner: CalendarOwner;
  private readonly parts: CalendarParts;
  private readonly keyboard = new Focus(this);
  private readonly choice: Choice;
  private settings = DEFAULT_SETTINGS;
  private shownReading: EventsReading | undefined;

  constructor() {
    super();
    const {asked} = this;
    const owner = (this.owner = this.makeOwner());
    this.source = new EventsController(this, {
      timeZone: () => this.settings.timeZone,
      today: () => asked.today,
      labels: () => this.settings.labels,
      warn: (...words) => this.warn(...words),
      emit: event => this.emit(event),
      retried: succeeded => this.keyboard.on(succeeded ? '.name' : '.failure .button'),
    });
    this.parts = partsOf(this, owner);
    this.choice = new Choice(this, asked, this.parts.details);
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
    void this.loadLanguage()?.then(() => this.requestUpdate());
    const {asked, source, minute} = this;
    this.readAttributes(changed);
    const {timeZone, day} = this.settings;
    const now = minute.now.getTime();
    const today = zoneOf(timeZone)!.dayAt(now);
    asked.now = now;
    asked.today = today;
    if (!this.hasUpdated || changed.has('date')) asked.day = day ?? today;
    if (SOURCES.some(name => changed.has(name))) source.load();
    // a link may ask for this week
    if (this.urlState !== null && !this.loadLanguage()) this.parts.link.want();
    if (this.jsonLd) this.parts.publisher.want();
    const reading = this.isWaiting ? undefined : (this.reading ?? source.loaded);
    if (reading !== this.shownReading) {
      this.shownReading = reading;
      asked.setReading(reading);
    }
    source.need(shownDays(asked, this.weekStart));
    if (isPeriod(asked.view)) {
      if (this.holidays !== 'none') this.parts.publicHolidays.want();
      if (this.schoolHolidays) this.parts.school.want();
    }
    this.parts.school.part?.configure();
    asked.answerer = this.parts.finder.part;
    asked.refresh();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('colors')) this.applyColors();
    this.choice.tell();
    this.keyboard.give();
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
    this.choice.choose(id === null ? undefined : {eventId: id, recurrenceId});
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && this.loadLanguage()) return loadingTemplate();
    const {words, asked} = this;
    return html`<div class="root" lang=${words.language} data-view=${asked.view}>
        ${asked.reading ? this.calendarPart(words) : this.feedPart(words)}
      </div>
      ${this.parts.details.part?.template() ?? nothing}`;
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
    const {asked} = this;
    const notes = this.notesPart(words.messages);
    const {view, all} = asked;
    if (all.length === 0 && !asked.isFiltered) {
      return html`<p class="status" role="status">${words.messages.empty}</p>
        ${notes}<slot></slot>`;
    }
    return html`${this.compact ? nothing : this.barPart(words)}
      ${asked.filters.shop ? placeTemplate(asked.filters.shop, words, () => this.leavePlace()) : nothing}
      <p class=${isPeriod(view) ? 'visually-hidden' : 'status'} role="status" tabindex="-1">
        ${this.source.isLoading ? words.messages.loading : statusWords(asked, this.weekStart, words)}
      </p>
      <div class="body" @pointerover=${this.handleApproach} @focusin=${this.handleApproach}>
        ${this.viewPart(words)}
      </div>
      ${notes}`;
  }

  private barPart(words: ViewContext<Messages>): TemplateResult {
    const {asked, owner, settings, panel} = this;
    const {finder, sharing} = this.parts;
    const {view, filters} = asked;
    const part = panel === 'share' ? sharing : finder;
    return html`${toolbarTemplate(
      {
        view,
        views: settings.views,
        period: periodWords(asked, this.weekStart, words),
        days: filters.days,
      },
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
    const {asked} = this;
    const {hours, cards, finder} = this.parts;
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
          this.keyboard.on('.day-panel .heading');
        },
        key: event => this.handleKey(event),
      },
    )}
    ${dayPanelTemplate(
      {day, entries: asked.entriesOf(day), isWhole: asked.isPrinting || day === this.wholeDay},
      words,
      actions,
    )}`;
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
          this.keyboard.on('.status');
          owner.ask(state => state.reset());
        })
      : nothingTemplate(latestPast, words, actions);
  }

  private notesPart(messages: Messages): TemplateResult | typeof nothing {
    const failed = this.parts.details.failed ? messages.partFailed : '';
    const notes = [...sourceNotes(this.source, messages), failed].filter(Boolean).join(' ');
    return notes ? html`<p class="notes" role="status">${notes}</p>` : nothing;
  }

  /** Whether the page's link asks for something that is not known yet. */
  private get isWaiting(): boolean {
    const {part, failed} = this.parts.link;
    return this.urlState !== null && !part && !failed;
  }

  private daysCalled(name: Shortcut): AskedDays {
    return {...shortcutDays(name, this.asked.today, weekOf(this.language.tag)), name};
  }

  private listActions(): AgendaActions {
    const {asked, keyboard} = this;
    return {
      choose: at => {
        const {eventId, recurrenceId} = asked.occurrences[at]!;
        this.choice.choose({eventId, recurrenceId});
      },
      showMore: () => {
        keyboard.goOn('.group:not(.ongoing)');
        asked.showMore();
      },
      showOngoing: () => {
        keyboard.goOn('.ongoing');
        asked.showOngoing();
      },
      showDay: () => {
        keyboard.goOn('.day-panel');
        this.wholeDay = asked.day;
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
      focus: selector => this.keyboard.on(selector),
      closePanel: () => {
        if (this.panel) this.togglePanel(this.panel);
      },
      choose: chosen => this.choice.choose(chosen),
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

  private loadLanguage(): Promise<void> | undefined {
    const {tag} = this.language;
    return eventCalendarMessages.load(tag) ?? loadWeeks(tag);
  }

  private get weekStart(): number {
    return weekOf(this.language.tag).start;
  }

  private noteOf(day: number): DayNote {
    const {holidays, language} = this;
    return {
      name: this.parts.publicHolidays.part?.(day, holidays, language.tag),
      school: this.parts.school.part?.nameOf(day),
    };
  }

  private readAttributes(changed: PropertyValues<this>): void {
    const {asked} = this;
    const {view} = this.settings;
    this.settings = readSettings(this, changed, this.settings, (...fault) =>
      this.tellFault(...fault),
    );
    asked.settings = this.settings.offer;
    if (this.settings.view !== view) asked.view = this.settings.view;
    if (changed.has('compact')) asked.setPageSize(this.compact ? COMPACT_PAGE : PAGE);
  }

  /** Tells the webmaster of an attribute that means nothing. */
  private tellFault(name: keyof SettingAttributes, text: string): void {
    void import('./sources.js').then(
      ({attributeFault}) => this.warn(attributeFault(name, text)),
      () => this.warn(`${name}="${text}"`),
    );
  }

  /** Colours of the page's own for its sources, where they are colours. */
  private applyColors(): void {
    this.settings.colors.forEach((color, i) => {
      if (CSS.supports('color', color)) this.style.setProperty(`--_source-${i}`, color);
      else this.tellFault('colors', color);
    });
  }

  private step(count: number): void {
    const {asked} = this;
    const {view, day} = asked;
    asked.goTo(view === 'month' ? addMonths(day, count) : day + count * (view === 'week' ? 7 : 1));
  }

  /** Opens a panel and gives it the keyboard, or closes it. */
  private togglePanel(name: PanelName): void {
    const part = name === 'share' ? this.parts.sharing : this.parts.finder;
    if (this.panel === name) {
      this.panel = undefined;
      this.keyboard.on(`#open-${name}`);
      return;
    }
    this.panel = name;
    void part.ask().then(() => {
      if (this.panel === name) this.keyboard.on('#panel :is(input, select, button)');
    });
  }

  /** A person asks in the map what is on at a place. */
  private showPlace(shop: ChosenPlace): void {
    const {asked, owner} = this;
    if (isPeriod(asked.view)) asked.showView('agenda');
    owner.ask(state => state.filter({shop}));
    this.keyboard.on('.status');
    this.scrollIntoView({block: 'nearest'});
  }

  private leavePlace(): void {
    this.keyboard.on('.status');
    this.owner.ask(state => state.filter({shop: undefined}));
  }

  private handleKey(event: KeyboardEvent): void {
    const {asked, weekStart} = this;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const day = dayForKey(event, asked.day, {weekStart, isRtl});
    if (day === undefined) return;
    event.preventDefault();
    asked.goTo(day);
    this.keyboard.on(`.date[data-day="${day}"]`);
  }

  /** Who points at an event may want its details next. */
  private readonly handleApproach = ({target}: Event): void => {
    if ((target as Element).closest('[data-at]')) this.parts.details.want();
  };
}
