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
 * @label Agenda | Event calendar
 * @help Ce qui se passe ici : un agenda complet, et les mêmes évènements en mois, semaine, jour ou
 *   vignettes. Lit l’agenda que vous tenez déjà. | What is on here: a complete agenda, and the same events
 *   as month, week, day or cards. Reads the calendar that you keep anyway.
 * @category events
 * @keywords agenda, évènements, calendrier, manifestations, sorties | agenda, events, calendar, what’s on
 * @icon calendar-alt M7 2v2H4v17h16V4h-3V2h-2v2H9V2zM6 9h12v10H6z
 * @height 20rem
 * @fallback L’agenda complet | The whole calendar
 * @needs src
 * @needs hub calendar
 * @privacy L’agenda ne dépose aucun cookie et ne garde rien sur votre appareil. Votre navigateur contacte
 *   les sites dont viennent les évènements, qui reçoivent votre adresse IP ; les images viennent du site
 *   qui les publie. Votre position n’est demandée que si vous choisissez « Autour de moi », et reste dans
 *   la page. | The calendar sets no cookie and keeps nothing on your device. Your browser contacts the
 *   sites that the events come from, which learn your IP address; pictures come from the site that
 *   publishes them. Your position is asked for only when you choose “Around me”, and stays in the page.
 * @origin sdk
 *   csp: script-src worker-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: charger les fichiers de l’agenda ; rien d’autre n’est transmis | load the files of the calendar;
 *     nothing else is told
 *   avoid: copiez les fichiers sur votre propre site | copy the files to your own site
 * @origin attribute src
 *   csp: connect-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: lire les évènements | read the events
 *   avoid: placez le fichier sur votre propre site, ou passez par votre serveur | put the file on your own
 *     site, or go through your server
 * @origin attribute hub
 *   csp: connect-src
 *   phase: load
 *   when: à l’ouverture de la page, puis quand le visiteur s’inscrit | when the page opens, then when the
 *     visitor signs up
 *   why: lire les évènements, envoyer une inscription | read the events, send a registration
 *   avoid: laissez l’adresse vide | leave the address empty
 * @origin attribute school-holidays
 *   csp: connect-src
 *   phase: load
 *   when: le mois, la semaine ou le jour est montré | month, week or day is shown
 *   why: marquer les vacances scolaires | mark school holidays
 *   avoid: placez le fichier sur votre propre site | put the file on your own site
 * @origin data
 *   csp: img-src
 *   phase: action
 *   when: le visiteur ouvre un évènement qui a une image, ou les vignettes | the visitor opens an event
 *     that has a picture, or the cards
 *   why: montrer l’image | show the picture
 *   avoid: placez les images sur votre site | put pictures on your site
 * @origin https://data.geopf.fr if geocoder=ign
 *   csp: connect-src
 *   phase: action
 *   when: le visiteur tape trois lettres ou plus d’une adresse | the visitor types three letters or more of
 *     an address
 *   why: trouver l’adresse tapée ; l’IGN reçoit ces lettres, l’adresse IP et une position arrondie à 1 km
 *     | find the address that is typed; IGN learns these letters, the IP address and a position rounded to
 *     1 km
 *   avoid: laissez ce réglage vide : les communes se trouvent dans la liste | leave this empty: towns are
 *     found in the list itself
 * @origin attribute geocoder
 *   csp: connect-src
 *   phase: action
 *   when: le visiteur tape trois lettres ou plus d’une adresse | the visitor types three letters or more of
 *     an address
 *   why: trouver l’adresse tapée | find the address that is typed
 *   avoid: laissez ce réglage vide | leave this empty
 * @permission geolocation
 *   when: le visiteur choisit « Autour de moi » | the visitor chooses “Around me”
 *   why: compter les distances depuis sa position, qui reste dans la page | measure distances from their
 *     position, which stays in the page
 * @permission clipboard-write
 *   when: le visiteur copie un lien | the visitor copies a link
 *   why: le copier dans le presse-papiers | put it on the clipboard
 * @permission web-share
 *   when: le visiteur partage un lien | the visitor shares a link
 *   why: proposer les moyens de partage de l’appareil | offer the device’s ways of sharing
 * @trusted lit-html
 *   when: toujours | always
 * @trusted local-widgets
 *   when: avec la balise script, et quand un agenda de plus de 150 ko est lu dans un worker | with the
 *     script tag, and when a calendar over 150 kB is read in a worker
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
   *
   * @label Agendas | Calendars
   * @kind url separated by spaces
   * @help Adresse de votre agenda : le lien .ics de Google Agenda, Nextcloud ou Outlook, un export
   *   OpenAgenda, ou un fichier de votre site. Plusieurs adresses se séparent par une espace ; les doublons
   *   sont réunis. | Address of your calendar: the .ics link of Google Calendar, Nextcloud or Outlook, an
   *   export of OpenAgenda, or a file on your site. Separate several addresses by a space; duplicates are
   *   merged.
   * @example /fichiers/agenda.ics
   */
  @property() src = '';

  /**
   * Name of a format, where the content alone does not tell.
   *
   * @label Format de l’agenda | Format of the calendar
   * @option - - Reconnu tout seul | Recognised by itself
   * @option icalendar - iCalendar (.ics) | iCalendar (.ics)
   * @option openagenda - OpenAgenda | OpenAgenda
   * @option json-ld - schema.org (JSON-LD) | schema.org (JSON-LD)
   * @option mobilizon - Mobilizon | Mobilizon
   * @option tribe-events - WordPress, The Events Calendar | WordPress, The Events Calendar
   * @option datatourisme - DATAtourisme | DATAtourisme
   * @option json - JSON de local-widgets | JSON of local-widgets
   * @help À choisir seulement si l’agenda reste vide alors que le fichier est bon. | To be chosen only
   *   where the calendar stays empty though the file is right.
   * @with src
   * @group advanced
   */
  @property() format = '';

  /**
   * Address of a hub that keeps one of the calendars.
   *
   * @label Adresse du serveur | Address of the server
   * @kind url
   * @help Adresse du serveur qui tient un agenda de la commune, à la place des fichiers ou en plus. |
   *   Address of the server that keeps a calendar of the town, instead of files or beside them.
   * @example https://agenda.commune.example
   */
  @property() hub = '';

  /**
   * Name of that calendar at the hub.
   *
   * @label Agenda du serveur | Calendar of the server
   * @help Nom de l’agenda sur ce serveur. | Name of the calendar at that server.
   * @example mairie
   * @with hub
   */
  @property() calendar = '';

  /**
   * What several sources are called, separated by commas, in the order of `src`; the hub's comes last.
   *
   * @label Noms des agendas | Names of the calendars
   * @kind string separated by commas
   * @help Quand il y a plusieurs agendas : leurs noms dans le même ordre, séparés par des virgules, celui
   *   du serveur en dernier. | With several calendars: their names in the same order, separated by commas,
   *   that of the server last.
   * @example Mairie, Associations
   * @group advanced
   */
  @property() labels = '';

  /**
   * Colours of several sources, separated by commas, in the same order.
   *
   * @label Couleurs des agendas | Colours of the calendars
   * @kind color separated by commas
   * @help Quand il y a plusieurs agendas : leurs couleurs dans le même ordre, séparées par des virgules. |
   *   With several calendars: their colours in the same order, separated by commas.
   * @example #14594a, #8a4b00
   * @group advanced
   */
  @property() colors = '';

  /**
   * How events are shown at the start: `agenda`, `month`, `week`, `day` or `cards`.
   *
   * @label Vue à l’ouverture | View at the start
   * @option - - Agenda, la vue habituelle | Agenda, the usual view
   * @option month - Mois | Month
   * @option week - Semaine | Week
   * @option day - Jour | Day
   * @option cards - Vignettes | Cards
   * @help Comment les évènements se présentent d’abord ; le visiteur peut changer de vue. | How events are
   *   shown first; a visitor can change the view.
   */
  @property() view = '';

  /**
   * Which views a visitor can change between, separated by spaces; all unless told otherwise.
   *
   * @label Vues proposées | Views on offer
   * @option agenda - Agenda | Agenda
   * @option month - Mois | Month
   * @option week - Semaine | Week
   * @option day - Jour | Day
   * @option cards - Vignettes | Cards
   * @kind string separated by spaces
   * @help Les vues entre lesquelles le visiteur choisit. Aucun choix : toutes. | The views that a visitor
   *   can change between. None chosen: all.
   * @example agenda month
   * @group advanced
   */
  @property() views = '';

  /**
   * The day to begin with, `2026-06-14`; today unless told otherwise.
   *
   * @label Premier jour | First day
   * @kind date
   * @help Le jour montré d’abord, par exemple celui d’un festival. Vide : aujourd’hui. | The day to begin
   *   with, for instance that of a festival. Empty: today.
   * @example 2026-06-14
   * @group advanced
   */
  @property() date = '';

  /**
   * IANA zone in which days and hours are shown.
   *
   * @label Fuseau horaire | Time zone
   * @kind time-zone
   * @help Fuseau dans lequel jours et heures sont montrés. À changer outre-mer. | Zone in which days and
   *   hours are shown. To be changed overseas.
   * @example Indian/Reunion
   * @group advanced
   */
  @property({attribute: 'time-zone'}) timeZone = 'Europe/Paris';

  /**
   * Only these categories, as displayed, separated by commas.
   *
   * @label Catégories | Categories
   * @kind string separated by commas
   * @help Ne montre que ces catégories, écrites comme dans l’agenda et séparées par des virgules. Vide :
   *   toutes. | Shows only these categories, as the calendar writes them, separated by commas. Empty: all.
   * @example Concert, Marché
   */
  @property() categories = '';

  /**
   * Only what is on at this place, by its id in the map.
   *
   * @label Lieu | Place
   * @help Ne montre que ce qui se passe dans ce lieu : son identifiant dans la carte des commerces. Vide :
   *   partout. | Shows only what is on at this place: its id in the shops map. Empty: everywhere.
   * @example maison-brehault
   * @group advanced
   */
  @property() shop: string | null = null;

  /**
   * Shows what is on at the place that a person chooses in the map of the page.
   *
   * @label Suivre la carte | Follow the map
   * @help Montre ce qui se passe dans le lieu choisi sur la carte des commerces de la même page. | Shows
   *   what is on at the place that is chosen in the shops map of the same page.
   * @group advanced
   */
  @property({attribute: 'follow-map', type: Boolean}) followMap = false;

  /**
   * Longitude and latitude in degrees, as in GeoJSON: distances are measured from here.
   *
   * @label Centre | Centre
   * @kind coordinates
   * @help Longitude puis latitude, en degrés : le point depuis lequel les distances sont comptées, par
   *   exemple la mairie. Vide : pas de distances. | Longitude, then latitude, in degrees: distances are
   *   measured from here, for instance the town hall. Empty: no distances.
   * @example 0.5247,48.4086
   * @group advanced
   */
  @property() center = '';

  /**
   * Only what is within this many kilometres of the centre, or tells no position.
   *
   * @label Rayon (km) | Radius (km)
   * @kind number from 0
   * @help Ne montre que les évènements situés à cette distance du centre, ou sans lieu précis. Vide : sans
   *   limite. | Shows only events within this distance of the centre, or without an exact place. Empty: no
   *   limit.
   * @example 15
   * @with center
   * @group advanced
   */
  @property({attribute: 'radius-km'}) radiusKm = '';

  /**
   * Who finds addresses: `ign`, or a template address with `{query}`. Nobody by default: towns are found
   * in the events themselves.
   *
   * @label Recherche d’adresses | Address search
   * @kind url
   * @option - - Personne : communes des évènements seulement | Nobody: towns of the events only
   * @option ign - IGN, Géoplateforme | IGN, Géoplateforme
   * @help Service interrogé quand un visiteur cherche une rue : il reçoit alors ce qui est tapé et
   *   l’adresse IP. Autre service : son adresse avec {query} à la place de la recherche. | Service that is
   *   asked when a visitor looks for a street: it then learns what is typed and the IP address. Another
   *   service: its address, with {query} in place of the search.
   * @example ign
   * @group advanced
   */
  @property() geocoder: Geocoder | string = '';

  /**
   * A short list for a narrow column: no bar, five events before "show more".
   *
   * @label Liste courte | Short list
   * @help Cinq évènements et un bouton pour en voir plus, sans barre de recherche : pour une colonne
   *   étroite ou un pied de page. | Five events and a button for more, without the search bar: for a narrow
   *   column or a footer.
   */
  @property({type: Boolean, reflect: true}) compact = false;

  /**
   * Public holidays named in month, week and day: `FR`, `FR-alsace-moselle` or `none`.
   *
   * @label Jours fériés | Public holidays
   * @option FR - France | France
   * @option FR-alsace-moselle - Alsace et Moselle | Alsace and Moselle
   * @option none - Aucun | None
   * @group advanced
   * @help Jours fériés indiqués dans le mois, la semaine et le jour. | Public holidays named in month, week
   *   and day.
   */
  @property() holidays: HolidayCalendar = 'FR';

  /**
   * Address of the school calendar, the official open data as CSV or JSON.
   *
   * @label Vacances scolaires | School holidays
   * @kind url
   * @help Adresse du calendrier scolaire officiel (CSV ou JSON), de préférence copié sur votre site. Vide :
   *   les vacances ne sont pas marquées. | Address of the official school calendar (CSV or JSON), best
   *   copied to your site. Empty: school holidays are not marked.
   * @example /fichiers/vacances-scolaires.csv
   * @group advanced
   */
  @property({attribute: 'school-holidays'}) schoolHolidays = '';

  /**
   * Whose school holidays are marked: zone `A`, `B` or `C`.
   *
   * @label Zone scolaire | School zone
   * @option - - Non précisée | Not given
   * @option A - Zone A | Zone A
   * @option B - Zone B | Zone B
   * @option C - Zone C | Zone C
   * @help La zone dont les vacances sont marquées. | The zone whose holidays are marked.
   * @with school-holidays
   * @group advanced
   */
  @property({attribute: 'school-zone'}) schoolZone = '';

  /**
   * Where mistakes are reported: an e-mail address, or a page's address with `{id}`.
   *
   * @label Signaler une erreur | Report a mistake
   * @help Adresse électronique qui reçoit les signalements, ou adresse d’une page ; {id} y est remplacé par
   *   l’identifiant de la fiche. Vide : pas de lien « Signaler une erreur ». | E-mail address that receives
   *   reports, or address of a page, in which {id} becomes the id of the entry. Empty: no link.
   * @example mairie@commune.example
   * @group advanced
   */
  @property() report = '';

  /**
   * Keeps filters, view and the open event in the address of the page, so that a link restores them; the
   * value is how its parameters begin.
   *
   * @label Garder la recherche dans l’adresse | Keep the search in the address
   * @help Ajoute à l’adresse de la page ce que le visiteur a demandé, pour que le lien copié le retrouve.
   *   Écrivez le mot par lequel commencent ces paramètres ; laissez vide pour ne rien ajouter. | Adds what
   *   a visitor asked for to the address of the page, so that a copied link brings it back. Write the word
   *   with which these parameters begin; leave empty to add nothing.
   * @example agenda
   * @group advanced
   */
  @property({attribute: 'url-state'}) urlState: string | null = null;

  /**
   * Publishes what is shown as schema.org JSON-LD for search engines.
   *
   * @label Données pour les moteurs de recherche | Data for search engines
   * @help Publie dans la page ce qui est affiché, au format schema.org, pour que les moteurs de recherche
   *   le comprennent. | Publishes what is shown in the page as schema.org, so that search engines
   *   understand it.
   * @group advanced
   */
  @property({attribute: 'json-ld', type: Boolean}) jsonLd = false;

  /**
   * Level of the headings of days, 1 to 6, so that they fit the page's outline.
   *
   * @label Niveau de titre | Heading level
   * @kind integer from 1 to 6
   * @help Niveau (1 à 6) des titres de jours, pour respecter le plan de votre page : s’il est sous un titre
   *   de niveau 2, choisissez 3. | Level (1 to 6) of the headings of days, so that it fits the outline of
   *   your page: below a heading of level 2, choose 3.
   * @group advanced
   */
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
    const notes = this.notesPart(words);
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

  private notesPart(words: ViewContext<Messages>): TemplateResult | typeof nothing {
    const failed = this.parts.details.failed ? words.messages.partFailed : '';
    const notes = [...sourceNotes(this.source, words), failed].filter(Boolean).join(' ');
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
