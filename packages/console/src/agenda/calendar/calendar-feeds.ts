import type {DeskFeed, FeedSettings} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {HubError} from '../../api/hub-error.js';
import {ReasonForm} from '../../inbox/moderation/reason-form.js';
import type {Messages} from '../../locales/index.js';
import {Action} from '../../state/action.js';
import {checkbox, selectField, textField} from '../../templates/fields.js';
import {defined, fieldErrors, someText, textOf} from '../../templates/form.js';
import {formProblem, problemTemplate} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {colourField} from './colours.js';
import {freeId} from './free-id.js';

/** Minutes between two looks at the source. */
const PACES = [10, 30, 60, 360, 1440] as const;

/** Other agendas of a calendar, by their address: added, changed, removed. */
export class CalendarFeeds {
  private feeds: readonly DeskFeed[] | undefined;
  /** The calendar that the feeds are of. */
  private loaded = '';
  /** Id of the one that is being changed; empty while a new one is written. */
  private edited = '';
  private errors: Readonly<Record<string, string>> = {};
  private readonly loading: Action;
  private readonly saving: Action;
  private readonly questions: ReasonForm;

  constructor(
    private readonly part: AgendaPart,
    /** Shows what is in one. */
    private readonly look: (calendar: string, feed: string) => void,
  ) {
    this.loading = new Action(part.desk);
    this.saving = new Action(part.desk);
    this.questions = new ReasonForm(part.desk);
  }

  template(id: string): TemplateResult {
    const {messages} = this.part.desk.words();
    return html`${problemTemplate(this.loading, messages)} ${this.list(id)}
    ${this.edited ? nothing : this.form(id, undefined)}`;
  }

  /** Asks for those of a calendar, unless they are there. */
  want(id: string): void {
    if (this.loaded === id && this.feeds) return;
    this.edited = '';
    void this.load(id);
  }

  private list(id: string): TemplateResult | typeof nothing {
    const {feeds} = this;
    if (!feeds || this.loaded !== id || feeds.length === 0) return nothing;
    return html`<ul class="rows">
      ${feeds.map(feed => this.row(id, feed))}
    </ul>`;
  }

  private row(id: string, feed: DeskFeed): TemplateResult {
    const {messages} = this.part.desk.words();
    const {settings, state} = feed;
    const button = (words: string, act: () => void, kind = ''): TemplateResult =>
      html`<button
        class="button ${kind}"
        type="button"
        @click=${act}
        aria-label="${words}, ${settings.name}"
      >
        ${words}
      </button>`;
    return html`<li id="feed-${feed.id}">
      <p>
        <b>${settings.name}</b>
        <span class="hint">${settings.url ?? settings.agenda ?? ''}</span>
        ${state.problem ? html`<span class="badge urgent">${messages.feedProblems[state.problem]}</span>` : nothing}
        ${settings.isPublic ? html`<span class="badge">${messages.handedOn}</span>` : nothing}
        <span class="hint">${paceName(settings, messages)}</span>
      </p>
      <div class="steps">
        ${button(messages.importTryFeed, () => this.look(id, feed.id))}
        ${button(messages.editFeed, () => this.edit(feed.id), 'edit-feed')}
        ${button(messages.removeFeed, () => this.ask(id, feed), 'quiet')}
      </div>
      ${this.questions.template(`feed-${feed.id}`)}
      ${this.edited === feed.id ? this.form(id, feed) : nothing}
    </li>`;
  }

  /** @param feed nothing for a new one */
  private form(id: string, feed: DeskFeed | undefined): TemplateResult {
    const {messages} = this.part.desk.words();
    const {errors} = this;
    const settings: Partial<FeedSettings> = feed?.settings ?? {};
    return html`<form
      class="form feed-form ${feed ? 'box' : ''}"
      novalidate
      aria-label=${feed ? messages.editFeedTitle(feed.settings.name) : messages.addFeedTitle}
      @submit=${(event: SubmitEvent) => this.submit(event, id, feed)}
    >
      ${textField({
        name: 'feed-url',
        label: messages.feedUrl,
        hint: messages.feedUrlHint,
        type: 'url',
        value: settings.url ?? settings.agenda,
        error: errors['url'] ?? errors['agenda'],
      })}
      ${textField({
        name: 'feed-name',
        label: messages.feedName,
        most: 120,
        value: settings.name,
        error: errors['name'],
      })}
      ${checkbox('feed-public', messages.feedPublic, settings.isPublic ?? false, {hint: messages.feedPublicHint})}
      ${feed ? this.moreFields(settings, messages) : nothing} ${formProblem(this.saving)}
      <div class="steps">
        <button
          class="button primary"
          type="submit"
          aria-disabled=${this.saving.isBusy ? 'true' : 'false'}
        >
          ${feed ? messages.save : messages.addFeed}
        </button>
        ${
          feed
            ? html`<button class="button" type="button" @click=${() => this.leave(feed.id)}>
                ${messages.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  /** What is well as it is for who adds one. */
  private moreFields(settings: Partial<FeedSettings>, messages: Messages): TemplateResult {
    const pace = settings.refreshMinutes ?? PACES[0];
    const paces: readonly number[] = (PACES as readonly number[]).includes(pace)
      ? PACES
      : [...PACES, pace].sort((one, other) => one - other);
    return html`${colourField({name: 'feed-color', value: settings.color}, messages)}
    ${selectField(
      {name: 'feed-pace', label: messages.feedPace, value: pace, hint: messages.feedPaceHint},
      paces.map(minutes => [String(minutes), messages.everyMinutes(minutes)]),
    )}`;
  }

  private load(id: string): Promise<boolean> {
    return this.loading.run(async () => {
      this.feeds = await this.part.api.feeds(id);
      this.loaded = id;
    });
  }

  private edit(feed: string): void {
    this.questions.close();
    this.edited = feed;
    this.saving.error = undefined;
    this.showErrors({}, `#feed-${feed} #feed-url`);
  }

  private leave(feed: string): void {
    this.edited = '';
    this.saving.error = undefined;
    this.showErrors({}, `#feed-${feed} .edit-feed`);
  }

  private submit(event: SubmitEvent, id: string, feed: DeskFeed | undefined): void {
    event.preventDefault();
    const {desk} = this.part;
    const {messages} = desk.words();
    const element = event.currentTarget as HTMLFormElement;
    const settings = settingsIn(new FormData(element), feed);
    if (!settings) {
      this.showErrors({url: messages.feedUrlWrong}, '#feed-url');
      return;
    }
    const name = freeId(settings.name, new Set(this.feeds?.map(each => each.id)));
    this.showErrors({});
    void this.saving.run(async () => {
      await this.write(id, feed ?? {id: name}, settings);
      if (feed) {
        this.leave(feed.id);
        await this.load(id);
        desk.say(messages.feedSaved(settings.name));
        return;
      }
      element.reset();
      await this.load(id);
      // what one adds it for: to see what is in it
      this.look(id, name);
    });
  }

  private async write(
    calendar: string,
    {id, version}: {id: string; version?: number},
    settings: FeedSettings,
  ): Promise<void> {
    try {
      await this.part.api.putFeed(calendar, {id, version}, settings);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      this.showErrors(fieldErrors(error), '.feed-form [aria-invalid=true]');
      // somebody else changed it: the next try is made from what is there now
      if (error.code === 'version-changed') await this.load(calendar);
      throw error;
    }
  }

  private ask(id: string, {id: feed, version, settings}: DeskFeed): void {
    const {messages} = this.part.desk.words();
    this.edited = '';
    this.questions.ask({
      about: `feed-${feed}`,
      title: messages.removeFeedQuestion(settings.name),
      hint: settings.isPublic ? messages.removePublicFeedHint : messages.removeFeedHint,
      submit: messages.removeFeed,
      send: async () => {
        await this.part.api.deleteFeed(id, {id: feed, version});
        await this.load(id);
      },
      done: messages.feedRemoved(settings.name),
      back: '#fold-import summary',
    });
  }

  private showErrors(errors: Readonly<Record<string, string>>, selector?: string): void {
    this.errors = errors;
    if (selector) this.part.desk.focus(selector);
    this.part.desk.update();
  }
}

/** What a form says; nothing without an address. */
function settingsIn(form: FormData, feed: DeskFeed | undefined): FeedSettings | undefined {
  const url = textOf(form, 'feed-url');
  const isAgenda = /^\d{1,12}$/.test(url);
  if (!isAgenda && !/^(https?|webcal):\/\/\S+$/.test(url)) return undefined;
  const pace = Number(textOf(form, 'feed-pace'));
  return defined<FeedSettings>({
    name: textOf(form, 'feed-name') || nameOfFeed(url),
    agenda: isAgenda ? url : undefined,
    url: isAgenda ? undefined : url,
    isPublic: form.has('feed-public'),
    color: feed && someText(form, 'feed-color'),
    refreshMinutes: pace || undefined,
  });
}

const paceName = ({refreshMinutes = PACES[0]}: FeedSettings, messages: Messages): string =>
  messages.everyMinutes(refreshMinutes);

/** A name for who gave none: the site's. */
function nameOfFeed(url: string): string {
  try {
    return new URL(url.replace(/^webcal:/, 'https:')).hostname.replace(/^www\./, '');
  } catch {
    return `OpenAgenda ${url}`;
  }
}
