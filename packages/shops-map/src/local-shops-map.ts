import {
  LazyPart,
  LocalElement,
  property,
  state,
  type FeedEnvironment,
  type Geocoder,
} from '@local-widgets/core';
import type {BasicPlaceIndex, HolidayCalendar, Place} from '@local-widgets/model';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {PlaceDetails} from './details/place-details.js';
import {LocalShopSelectEvent, LocalShopsFilterEvent} from './events.js';
import {styles} from './local-shops-map.styles.js';
import {shopsMapMessages, type Messages} from './locales/index.js';
import {MapController} from './map/map-controller.js';
import type {MapModel} from './map/map-view.js';
import type {PageTemplates, ShopTemplate, TemplateSlot} from './own/page-templates.js';
import type {Publisher} from './publish/publisher.js';
import {PlacesController} from './source/places-controller.js';
import {
  parseCategories,
  parseCenter,
  parseRadius,
  parseSort,
  type Layout,
  type Parsed,
} from './state/attributes.js';
import type {ShopsOwner} from './state/shops-owner.js';
import {ShopsState, type ShopsSettings} from './state/shops-state.js';
import {statusWords} from './state/status-words.js';
import type {UrlState} from './url-state/url-state.js';
import type {ViewContext} from './state/view-context.js';
import type {RowData} from './templates/list.js';
import {paneSwitchTemplate, type Pane} from './templates/pane-switch.js';
import {panelTemplate} from './templates/panel.js';
import {cardMissingTemplate, failedTemplate, loadingTemplate} from './templates/states.js';

/**
 * Nearby shops and producers: a list that is complete by itself, and a map beside it that shows the
 * same places. Reads GeoJSON or CSV from `src`, asks no third party but the base map's provider, keeps
 * nothing on the visitor's device.
 *
 * @summary Who sells, makes or does what near here.
 * @tag local-shops-map
 *
 * @label Carte des commerces et producteurs | Map of shops and producers
 * @help La liste des commerces, producteurs et artisans d’ici, avec recherche, filtres, horaires et carte.
 *   La liste est complète sans la carte. | The list of shops, producers and craftspeople near here, with
 *   search, filters, opening hours and a map. The list is complete without the map.
 * @category places
 * @keywords carte, commerces, producteurs, annuaire, circuits courts | map, shops, producers, directory,
 *   local food
 * @icon location-alt M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 4.5a2.5 2.5 0 1 1 0 5 2.5
 *   2.5 0 0 1 0-5z
 * @height 26rem
 * @fallback Nos commerces et producteurs | Our shops and producers
 * @needs src
 * @privacy La carte des commerces ne dépose aucun cookie et ne garde rien sur votre appareil. Pour afficher
 *   le fond de carte, votre navigateur contacte son fournisseur (l’IGN, sauf autre choix du site), qui
 *   reçoit votre adresse IP. Les photos d’une fiche viennent du site qui les publie. Votre position n’est
 *   demandée que si vous choisissez « Autour de moi », et reste dans la page. | The shops map sets no
 *   cookie and keeps nothing on your device. To show the base map, your browser contacts its provider (IGN
 *   unless the site chose another one), which learns your IP address. Photos on a card come from the site
 *   that publishes them. Your position is asked for only when you choose “Around me”, and stays in the
 *   page.
 * @origin sdk
 *   csp: script-src worker-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: charger les fichiers de la carte ; rien d’autre n’est transmis | load the files of the map;
 *     nothing else is told
 *   avoid: copiez les fichiers sur votre propre site | copy the files to your own site
 * @origin attribute src
 *   csp: connect-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: lire la liste des lieux | read the list of places
 *   avoid: placez le fichier sur votre propre site | put the file on your own site
 * @origin https://data.geopf.fr if tiles=ign,ign-photo
 *   csp: img-src
 *   phase: view
 *   when: la carte arrive à l’écran, ou après l’accord du visiteur | the map comes into view, or after the
 *     visitor agreed
 *   why: afficher le fond de carte de l’IGN, qui reçoit l’adresse IP | show the base map of IGN, which
 *     learns the IP address
 *   avoid: choisissez « aucun » fond de carte, un fond à vous, ou l’accord au clic | choose no base map,
 *     one of your own, or consent by a click
 * @origin https://a.tile.openstreetmap.fr if tiles=osm-france
 *   csp: img-src
 *   phase: view
 *   when: la carte arrive à l’écran, ou après l’accord du visiteur | the map comes into view, or after the
 *     visitor agreed
 *   why: afficher le fond de carte d’OpenStreetMap France, qui reçoit l’adresse IP | show the base map of
 *     OpenStreetMap France, which learns the IP address
 *   avoid: choisissez « aucun » fond de carte, un fond à vous, ou l’accord au clic | choose no base map,
 *     one of your own, or consent by a click
 * @origin attribute tiles
 *   csp: img-src connect-src
 *   phase: view
 *   when: la carte arrive à l’écran, ou après l’accord du visiteur | the map comes into view, or after the
 *     visitor agreed
 *   why: afficher votre fond de carte | show your base map
 *   avoid: placez-le sur votre propre site | put it on your own site
 * @origin data
 *   csp: img-src
 *   phase: action
 *   when: le visiteur ouvre la fiche d’un lieu qui a une photo | the visitor opens the card of a place
 *     that has a photo
 *   why: montrer la photo | show the photo
 *   avoid: placez les photos sur votre site, ou n’en donnez pas | put photos on your site, or have none
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
 *   when: le visiteur copie un lien ou une fiche | the visitor copies a link or a card
 *   why: le copier dans le presse-papiers | put it on the clipboard
 * @permission web-share
 *   when: le visiteur partage un lien | the visitor shares a link
 *   why: proposer les moyens de partage de l’appareil | offer the device’s ways of sharing
 * @trusted lit-html
 *   when: toujours | always
 * @trusted local-widgets
 *   when: avec la balise script, et quand une liste de plus de 1,5 Mo est lue dans un worker | with the
 *     script tag, and when a list over 1.5 MB is read in a worker
 *
 * @slot - What to show without JavaScript, and when the list cannot be loaded: a short list, a link.
 *
 * @event {LocalShopSelectEvent} local-shop-select - A person chose a place, or closed its card.
 * @event {LocalShopActionEvent} local-shop-action - A person wants to order, to chat, or to see events.
 * @event {LocalShopsFilterEvent} local-shops-filter - A person changed a filter or the order.
 * @event {LocalShopsLoadEvent} local-shops-load - The source was read.
 * @event {LocalShopsErrorEvent} local-shops-error - The source could not be loaded or read.
 *
 * @csspart filters - The bar of filters above the list.
 * @csspart list - The list of places.
 * @csspart item - One place in the list.
 * @csspart card - Everything about the chosen place.
 * @csspart map - The frame of the map.
 *
 * @cssproperty [--local-color-accent] - Links, main buttons, the chosen place.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of fields, the card and the map's buttons.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - The word "open".
 * @cssproperty [--local-color-closed] - The word "closed".
 * @cssproperty [--local-color-producers] - Symbols of producers.
 * @cssproperty [--local-color-food] - Symbols of food shops.
 * @cssproperty [--local-color-eat] - Symbols of places to eat and drink.
 * @cssproperty [--local-color-shops] - Symbols of other shops.
 * @cssproperty [--local-color-crafts] - Symbols of craftspeople.
 * @cssproperty [--local-color-services] - Symbols of services.
 * @cssproperty [--local-color-culture] - Symbols of culture and public life.
 * @cssproperty [--local-color-other] - Symbols of everything else.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 *
 * @example
 * ```html
 * <local-shops-map src="shops.geojson" center="0.5247,48.4086" radius-km="15">
 *   <a href="shops.html">Our shops and producers</a>
 * </local-shops-map>
 * ```
 */
export class LocalShopsMap extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /**
   * Addresses of the list, separated by spaces, on this site or on others that allow it (CORS);
   * `#id` of a script with data in the page. Without it, data or places inside the element are read.
   *
   * @label Liste des lieux | List of places
   * @kind url separated by spaces
   * @help Adresse du fichier de vos commerces et producteurs : un tableau CSV, un GeoJSON, un export
   *   OpenStreetMap ou GoGoCarto. Plusieurs adresses se séparent par une espace ; les doublons sont réunis.
   *   | Address of the file of your shops and producers: a CSV table, GeoJSON, an export of OpenStreetMap
   *   or GoGoCarto. Separate several addresses by a space; duplicates are merged.
   * @example /fichiers/commerces.csv
   */
  @property() src = '';

  /**
   * `geojson`, `csv`, `osm`, `json-ld`, `gogocarto`, `agence-bio` or `recherche-entreprises`, where the
   * content alone does not tell.
   *
   * @label Format de la liste | Format of the list
   * @option - - Reconnu tout seul | Recognised by itself
   * @option csv - Tableau CSV | CSV table
   * @option geojson - GeoJSON | GeoJSON
   * @option osm - OpenStreetMap (JSON) | OpenStreetMap (JSON)
   * @option json-ld - schema.org (JSON-LD) | schema.org (JSON-LD)
   * @option gogocarto - GoGoCarto | GoGoCarto
   * @option agence-bio - Agence Bio | Agence Bio
   * @option recherche-entreprises - Recherche d’entreprises | Recherche d’entreprises
   * @help À choisir seulement si la liste reste vide alors que le fichier est bon. | To be chosen only
   *   where the list stays empty though the file is right.
   * @with src
   * @group advanced
   */
  @property() format = '';

  /**
   * Longitude and latitude in degrees, as in GeoJSON: distances are measured from here.
   *
   * @label Centre | Centre
   * @kind coordinates
   * @help Longitude puis latitude, en degrés : le point depuis lequel les distances sont comptées, par
   *   exemple la mairie. Sans lui, la liste est alphabétique. | Longitude, then latitude, in degrees:
   *   distances are measured from here, for instance the town hall. Without it the list is alphabetical.
   * @example 0.5247,48.4086
   */
  @property() center = '';

  /**
   * Only places within this many kilometres of the centre; a visitor can narrow it, not leave it.
   *
   * @label Rayon (km) | Radius (km)
   * @kind number from 0
   * @help Ne montre que les lieux situés à cette distance du centre, à vol d’oiseau. Vide : sans limite. |
   *   Shows only places within this distance of the centre, as the crow flies. Empty: no limit.
   * @example 15
   * @with center
   */
  @property({attribute: 'radius-km'}) radiusKm = '';

  /**
   * Only these categories or groups, by id, separated by spaces.
   *
   * @label Catégories | Categories
   * @options categories
   * @kind string separated by spaces
   * @help Ne montre que ces catégories, ou tout un groupe. Aucun choix : tout est montré. | Shows only
   *   these categories, or a whole group. None chosen: all are shown.
   * @example producers bakery
   */
  @property() categories = '';

  /**
   * Order at the start: `distance`, `name` or `open`; else the one that fits the search.
   *
   * @label Ordre de la liste | Order of the list
   * @option - - Le plus utile pour la recherche | What fits the search
   * @option distance - Du plus près au plus loin | Nearest first
   * @option name - Alphabétique | Alphabetical
   * @option open - Ouverts d’abord | Open first
   * @help Ordre à l’ouverture de la page ; le visiteur peut le changer. | Order when the page opens; a
   *   visitor can change it.
   * @group advanced
   */
  @property() sort = '';

  /**
   * `split` (list beside the map, or one at a time), `list` (no map) or `map` (map above the list).
   *
   * @label Disposition | Layout
   * @option split - Liste à côté de la carte | List beside the map
   * @option map - Carte au-dessus de la liste | Map above the list
   * @option list - Liste seule, sans carte | List alone, without map
   * @help La liste est toujours là. Sur un téléphone, « à côté » montre l’une ou l’autre, au choix du
   *   visiteur. | The list is always there. On a phone, “beside” shows one of them at a time, as the
   *   visitor likes.
   */
  @property({reflect: true}) layout: Layout = 'split';

  /**
   * Less air in the list, for narrow columns.
   *
   * @label Liste resserrée | Compact list
   * @help Moins d’espace entre les lieux, pour une colonne étroite. | Less space between places, for a
   *   narrow column.
   * @group advanced
   */
  @property({type: Boolean, reflect: true}) compact = false;

  /**
   * Height of list and map side by side, a CSS length.
   *
   * @label Hauteur | Height
   * @kind length
   * @help Hauteur de la liste et de la carte côte à côte, en unités CSS. Vide : selon la fenêtre. | Height
   *   of list and map side by side, in CSS units. Empty: as fits the window.
   * @example 36rem
   * @group advanced
   */
  @property() height = '';

  /**
   * Base map: `ign`, `ign-photo`, `osm-france`, `none`, a template address with `{z}`, `{x}`, `{y}`, or
   * a raster archive of your own (`town.pmtiles`).
   *
   * @label Fond de carte | Base map
   * @kind url
   * @option ign - Plan IGN | IGN plan
   * @option ign-photo - Photo aérienne IGN | IGN aerial photo
   * @option osm-france - OpenStreetMap France | OpenStreetMap France
   * @option none - Aucun : un croquis, sans requête | None: a sketch, no request
   * @help Le fournisseur choisi reçoit l’adresse IP de qui voit la carte. Fond à vous : une adresse avec
   *   {z}, {x} et {y}, ou un fichier .pmtiles de votre site. | The provider learns the IP address of
   *   whoever sees the map. One of your own: an address with {z}, {x} and {y}, or a .pmtiles file on your
   *   site.
   */
  @property() tiles = 'ign';

  /**
   * Who must be named for a template address, as plain text.
   *
   * @label Mention du fond de carte | Credit of the base map
   * @help Qui citer sous la carte, quand le fond est à une adresse à vous. Texte simple. | Whom to name
   *   below the map, for a base map at an address of your own. Plain text.
   * @example © OpenStreetMap
   * @with tiles
   * @group advanced
   */
  @property({attribute: 'tiles-attribution'}) tilesAttribution = '';

  /**
   * `click`: asks before the base map's provider hears of a visitor.
   *
   * @label Demander avant d’afficher le fond de carte | Ask before showing the base map
   * @option - - Non | No
   * @option click - Oui, au clic | Yes, by a click
   * @help Avec « oui », un croquis est montré d’abord ; le fournisseur du fond n’est contacté qu’après
   *   l’accord du visiteur. | With “yes” a sketch comes first; the provider of the base map is contacted
   *   once the visitor agreed.
   * @with tiles
   * @group advanced
   */
  @property() consent = '';

  /**
   * Who finds addresses: `ign`, or a template address with `{query}`. Nobody by default: towns and
   * postal codes are found in the list itself.
   *
   * @label Recherche d’adresses | Address search
   * @kind url
   * @option - - Personne : communes de la liste seulement | Nobody: towns of the list only
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
   * Keeps filters, view and choice in the address of the page, so that a link restores them; the
   * value is how its parameters begin.
   *
   * @label Garder la recherche dans l’adresse | Keep the search in the address
   * @help Ajoute à l’adresse de la page ce que le visiteur a demandé, pour que le lien copié le retrouve.
   *   Écrivez le mot par lequel commencent ces paramètres ; laissez vide pour ne rien ajouter. | Adds what
   *   a visitor asked for to the address of the page, so that a copied link brings it back. Write the word
   *   with which these parameters begin; leave empty to add nothing.
   * @example carte
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
   * IANA time zone of the places' opening hours.
   *
   * @label Fuseau horaire | Time zone
   * @kind time-zone
   * @help Fuseau des horaires d’ouverture. À changer outre-mer. | Zone of the opening hours. To be changed
   *   overseas.
   * @example Indian/Reunion
   * @group advanced
   */
  @property({attribute: 'time-zone'}) timeZone = 'Europe/Paris';

  /**
   * Public holidays that opening hours mean: `FR`, `FR-alsace-moselle` or `none`.
   *
   * @label Jours fériés | Public holidays
   * @option FR - France | France
   * @option FR-alsace-moselle - Alsace et Moselle | Alsace and Moselle
   * @option none - Aucun | None
   * @group advanced
   * @help Calendrier des jours fériés auxquels se réfèrent les horaires d’ouverture. | Public holidays that
   *   the opening hours refer to.
   */
  @property() holidays: HolidayCalendar = 'FR';

  /**
   * Level of the heading of the card, so that it fits the page's outline.
   *
   * @label Niveau de titre | Heading level
   * @kind integer from 1 to 6
   * @help Niveau (1 à 6) du titre de la fiche d’un lieu, pour respecter le plan de votre page : s’il est
   *   sous un titre de niveau 2, choisissez 3. | Level (1 to 6) of the heading of the card of a place, so
   *   that it fits the outline of your page: below a heading of level 2, choose 3.
   * @group advanced
   */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 3;

  /** The places themselves, instead of `src`: for pages that already have them. */
  @property({attribute: false}) places: readonly Place[] | undefined;

  /** Makes the lines below a name in the list; a `<template slot="item">` in the element does the same. */
  @property({attribute: false}) itemTemplate: ShopTemplate | undefined;

  /** Makes the middle of the card of a place; a `<template slot="card">` in the element does the same. */
  @property({attribute: false}) cardTemplate: ShopTemplate | undefined;

  /** The outer world of feeds, replaced in tests. */
  @property({attribute: false}) feedEnvironment: FeedEnvironment | undefined;

  /** Which of list and map is in sight where only one fits. */
  @state() private pane: Pane = 'list';

  private readonly shops = new ShopsState(() => this.requestUpdate());
  private readonly source = new PlacesController(this, {
    start: () => {
      const {center, limitKm} = this.settings;
      return {center, radius: limitKm && limitKm * 1000};
    },
    warn: (...words) => this.warn(...words),
    emit: event => this.emit(event),
    retried: succeeded => this.focusOn(succeeded ? '.row .name' : '.failure .button'),
  });
  private readonly details = new LazyPart<PlaceDetails>(
    this,
    async () => {
      const {PlaceDetails} = await import('./details.js');
      return new PlaceDetails(this, this.owner, message => this.warn(message));
    },
    'hours and filters',
  );
  private readonly templates = new LazyPart<PageTemplates>(
    this,
    async () => new (await import('./page-templates.js')).PageTemplates(this),
    'page templates',
  );
  private readonly map = new MapController(this, {
    model: () => this.mapModel(),
    select: at => this.choose(at),
    hover: at => this.shops.hover(at),
    group: indices => this.showGroup(indices),
    viewChanged: (bounds, zoom) => {
      this.source.viewChanged(bounds, zoom);
      this.link.part?.update();
    },
    warn: (message, ...details) => this.warn(message, ...details),
  });
  /** The element, as the parts that load later know it. */
  private readonly owner: ShopsOwner = {
    shops: this.shops,
    words: () => this.words,
    ask: change => {
      change(this.shops);
      this.tellFilter();
    },
    focus: selector => this.focusOn(selector),
    renderNow: () => {
      // Lit performs only what was requested
      this.requestUpdate();
      this.performUpdate();
    },
    select: id => this.selectPlace(id),
    view: () => this.map.shown,
    showView: view => {
      this.start = view;
      this.map.show(view.center, view.zoom);
    },
    pane: pane => (this.pane = pane ?? this.pane),
    defaultSort: () => parseSort(this.sort).value,
  };

  private readonly link = new LazyPart<UrlState>(
    this,
    async () => (await import('./url-state.js')).linkFor(this, this.owner),
    'url-state',
  );
  private readonly publisher = new LazyPart<Publisher>(
    this,
    async () => new (await import('./publish.js')).Publisher(this, this.owner),
    'json-ld',
  );

  private shownPlaces: readonly Place[] | undefined;
  private settings: ShopsSettings = {};
  /** Where the map begins, when a link says so. */
  private start: MapModel['start'];
  /** The place of the last `local-shop-select`. */
  private told: Place | undefined;
  /** Selector of what gets the keyboard once it is rendered. */
  private focusNext: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    void shopsMapMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    if (this.urlState !== null) this.link.want();
    if (this.jsonLd) this.publisher.want();
    this.readAttributes(changed);
    if (changed.has('src') || changed.has('format')) this.source.load();
    this.takePlaces(changed);
    const hasPlaces = this.isWaiting || this.shops.index?.places.length;
    // together with the list, so that nothing moves when they come
    if (this.source.isLoading || hasPlaces) this.details.want();
    const details = this.details.part;
    details?.configure(this);
    this.shops.readHours = details?.readHours;
    const search = details?.search.part;
    if (search) this.shops.useIndex(search.Index);
    this.shops.search = search?.in(this.words.messages.category);
    this.shops.refresh(details?.now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('height')) this.applyHeight();
    const place = this.shops.selectedPlace;
    if (place !== this.told) {
      this.told = place;
      this.emit(new LocalShopSelectEvent({id: place?.id ?? null, place: place ?? null}));
    }
    if (!this.focusNext) return;
    this.find(this.focusNext)?.focus();
    this.focusNext = undefined;
  }

  /** Loads the source again. */
  reload(): void {
    this.source.reload();
  }

  /** Chooses a place by its id as a person would; `null` closes the card. Unknown ids do nothing. */
  selectPlace(id: string | null): void {
    const at = id === null ? undefined : this.shops.indexOf(id);
    if (id === null || at !== undefined) this.select(at);
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && shopsMapMessages.load(this.language.tag)) return loadingTemplate();
    const {messages, language} = this.words;
    const {index} = this.shops;
    const loading = !index && (this.source.isLoading || this.isWaiting);
    const {hasMap} = this;
    const pane = hasMap && this.layout !== 'map' ? this.pane : 'list';
    return html`<div class="root" lang=${language}>
      ${index ? this.filtersPart(index) : nothing}
      <p class="status" role="status">
        ${loading ? messages.loading : statusWords(this.shops, language, messages)}
      </p>
      ${
        index && hasMap && this.layout !== 'map'
          ? paneSwitchTemplate({pane, messages}, pane => (this.pane = pane))
          : nothing
      }
      <div class=${hasMap ? 'body' : 'body alone'} data-pane=${pane}>
        <div class="panel">${index ? this.placesPart(index) : this.feedPart()}</div>
        ${hasMap ? this.mapPart() : nothing}
      </div>
    </div>`;
  }

  private filtersPart(index: BasicPlaceIndex): TemplateResult | typeof nothing {
    // without the details nobody can filter
    if (this.details.failed) return nothing;
    return html`<form
      class="filters"
      part="filters"
      role="search"
      aria-label=${this.words.messages.label}
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.details.part?.filters(index) ?? nothing}
    </form>`;
  }

  /** Before there are places: on their way, not asked for, or not to be had. */
  private feedPart(): TemplateResult {
    const {messages} = this.words;
    const {failure} = this.source;
    if (this.source.isLoading || this.isWaiting) return loadingTemplate();
    if (!failure) return html`<slot></slot>`;
    const sentence =
      failure === 'offline' ? messages.offline : (messages.failures?.[failure] ?? messages.failed);
    return failedTemplate({sentence, messages}, () => this.source.retry());
  }

  private placesPart(index: BasicPlaceIndex): TemplateResult {
    if (index.places.length === 0) return html`<slot></slot>`;
    if (this.shops.selected !== undefined) return this.cardPart(this.shops.selected);
    return panelTemplate(
      {state: this.shops, row: at => this.rowOf(at), notes: this.notes(), ...this.words},
      {
        select: at => this.choose(at),
        hover: at => this.hover(at),
        turnTo: page => {
          this.focusNext = '.row .name';
          this.shops.turnTo(page);
        },
        leaveGroup: () => this.showGroup(undefined),
        reset: () => {
          this.focusNext = '#search';
          this.shops.reset();
          this.tellFilter();
        },
      },
    );
  }

  private cardPart(at: number): TemplateResult {
    const row = this.rowOf(at);
    const {part, failed} = this.details;
    const close = (): void => {
      this.pane = 'list';
      this.focusNext = `.name[data-id="${CSS.escape(row.place.id)}"]`;
      this.select(undefined);
    };
    return (
      part?.cardOf(row, this.ownTemplate('card', row), this.words, close) ??
      cardMissingTemplate({failed: part?.card.failed ?? failed, ...this.words}, close)
    );
  }

  /** Two rooms that stay empty here: the map fills them when it comes. */
  private mapPart(): TemplateResult {
    const {phase} = this.map;
    return html`<div class="map" part="map">
        <div class="chrome"></div>
        <div class="canvas"></div>
        ${phase === 'loading' ? html`<p class="note">${this.words.messages.mapLoading}</p>` : nothing}
      </div>
      <span class="after-map" tabindex="-1"></span>`;
  }

  private notes(): string[] {
    const {messages} = this.words;
    const {failure, loaded, receivedAt} = this.source;
    const {part} = this.details;
    return [
      failure && receivedAt ? (part?.staleNote(receivedAt, this.words) ?? messages.failed) : '',
      loaded && loaded.rejected.length > 0 ? messages.partial(loaded.rejected.length) : '',
      ...(loaded?.failures ?? []).map(({src}) => messages.sourceFailed(src)),
      this.map.phase === 'failed' ? messages.mapFailed : '',
    ].filter(Boolean);
  }

  private rowOf(at: number): RowData {
    const index = this.shops.index as BasicPlaceIndex;
    const place = index.places[at] as Place;
    const opening = this.details.part?.openingOf(index, at, this.words);
    const hovered = at === this.shops.hovered;
    const row = {at, place, distance: index.distances[at], opening, hovered};
    return {...row, own: this.ownTemplate('item', row)};
  }

  /** What the page's own template makes of a place; the file for it is loaded where there is one. */
  private ownTemplate(slot: TemplateSlot, row: RowData): unknown {
    const {templates} = this;
    if (templates.part) return templates.part.fill(slot, row, this.words);
    const hasOne = this.itemTemplate ?? this.cardTemplate ?? this.querySelector('template[slot]');
    if (hasOne && !templates.failed) void templates.ask();
    return undefined;
  }

  private get hasMap(): boolean {
    return this.map.phase !== 'failed' && this.layout !== 'list';
  }

  private get words(): ViewContext<Messages> {
    const glyphs = this.details.part?.glyphs ?? {};
    return {...shopsMapMessages.for(this.language.tag), glyphs};
  }

  private mapModel(): MapModel | undefined {
    const {tiles, tilesAttribution: attribution, start} = this;
    const {selected, hovered, center, radiusKm, origin} = this.shops;
    const {isByView: byView, early} = this.source;
    const {index, indices} = this.shops.index ? this.shops : (early ?? this.shops);
    if (!index || !(indices.length || index.places.length || byView)) return undefined;
    const radius = radiusKm === undefined ? undefined : radiusKm * 1000;
    const consent = this.consent === 'click';
    const shown = {index, indices, selected, hovered, center, radius, origin, start, byView};
    return {...shown, tiles, attribution, consent, ...this.words};
  }

  private readAttributes(changed: PropertyValues<this>): void {
    const read = <T>(
      name: keyof LocalShopsMap,
      parse: () => Parsed<T>,
      old: T | undefined,
    ): T | undefined => {
      if (!changed.has(name)) return old;
      const {value, problem} = parse();
      if (problem) this.warn(problem);
      return value;
    };
    const {center, limitKm, allowed} = this.settings;
    this.settings = {
      center: read('center', () => parseCenter(this.center), center),
      limitKm: read('radiusKm', () => parseRadius(this.radiusKm), limitKm),
      allowed: read('categories', () => parseCategories(this.categories), allowed),
    };
    this.shops.sort = read('sort', () => parseSort(this.sort), this.shops.sort);
  }

  /** Whether the page's link asks for something that is not known, or cannot be answered, yet. */
  private get isWaiting(): boolean {
    const {link, details, shops} = this;
    if (shops.index || this.urlState === null || link.failed) return false;
    if (!link.part) return true;
    if (!shops.needsSearch || details.failed) return false;
    const search = details.part?.search;
    search?.want();
    return !search?.part && !search?.failed;
  }

  private takePlaces(changed: PropertyValues<this>): void {
    if (this.isWaiting) return;
    const {loaded} = this.source;
    const places = this.places ?? loaded?.places;
    const names = ['center', 'radiusKm', 'categories'] as const;
    if (places === this.shownPlaces && !names.some(name => changed.has(name))) return;
    this.shownPlaces = places;
    const prepared = this.places ? undefined : loaded?.prepared;
    const isSameSource = !this.places && this.source.isByView;
    this.shops.setPlaces(places, this.settings, {isSameSource, ...(prepared && {prepared})});
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }

  private focusOn(selector: string): void {
    this.focusNext = selector;
    this.requestUpdate();
  }

  private applyHeight(): void {
    const root = this.find('.root');
    const isLength = !this.height || CSS.supports('height', this.height);
    if (!isLength)
      this.warn(`height="${this.height}" is ignored: a CSS length such as 32rem is needed.`);
    root?.style.setProperty('--_height', isLength && this.height ? this.height : null);
  }

  /** Tells the page what a person's filters leave, once it is worked out. */
  private tellFilter(): void {
    // what answers may still be on its way
    const answer = this.shops.needsSearch && this.details.part?.search.ask();
    void Promise.all([answer]).then(async () => {
      await this.updateComplete;
      const {index, indices} = this.shops;
      const ids = indices.map(i => (index?.places[i] as Place).id);
      this.emit(new LocalShopsFilterEvent({ids}));
    });
  }

  /** Who points at a row may want its card next. */
  private hover(at: number | undefined): void {
    this.shops.hover(at);
    if (at !== undefined) void this.details.part?.card.ask();
  }

  /** A person chose a place in the list or on the map: its card opens and gets the keyboard. */
  private choose(at: number): void {
    this.focusNext = '#card-name';
    this.select(at);
    // the card may be on its way still; the keyboard follows it
    if (this.details.part?.card.part) return;
    void this.askCard().then(() => {
      if (this.shops.selected === at) this.focusOn('#card-name');
    });
  }

  private async askCard(): Promise<void> {
    await this.details.ask();
    await this.details.part?.card.ask();
  }

  private select(at: number | undefined): void {
    this.shops.select(at);
    const place = this.shops.selectedPlace;
    if (!place) return;
    this.map.reveal(place.geo);
    void this.askCard();
  }

  private showGroup(indices: readonly number[] | undefined): void {
    this.pane = 'list';
    this.focusNext = '.row .name';
    this.shops.showGroup(indices);
  }
}
