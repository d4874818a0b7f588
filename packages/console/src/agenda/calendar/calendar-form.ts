import type {CalendarSettings, DeskCalendar} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {HubError} from '../../api/hub-error.js';
import {idOf} from '../../catalogue/product-form-data.js';
import {Action} from '../../state/action.js';
import {checkbox, selectField, textArea, textField} from '../../templates/fields.js';
import {defined, fieldErrors, someText, textOf} from '../../templates/form.js';
import {formProblem} from '../../templates/problem.js';
import type {AgendaPart} from '../agenda-part.js';
import {CalendarDeleting} from './calendar-deletion.js';
import {colourField} from './colours.js';

const HOLIDAYS = ['FR', 'FR-alsace-moselle', 'none'] as const;

/** What is set for a calendar, or for a new one. */
export class CalendarForm {
  private errors: Readonly<Record<string, string>> = {};
  /** The form in which something went wrong. */
  private tried = '';
  private readonly saving: Action;
  private readonly deleting: CalendarDeleting;

  constructor(private readonly part: AgendaPart) {
    this.saving = new Action(part.desk);
    this.deleting = new CalendarDeleting(part);
  }

  /** @param calendar nothing for a new one */
  template(calendar: DeskCalendar | undefined, isOpen = false): TemplateResult {
    const {messages} = this.part.desk.words();
    const settings = calendar?.settings;
    const key = calendar?.id ?? 'new';
    const isTried = this.tried === key;
    const errors = isTried ? this.errors : {};
    // names of fields stand for both forms
    const name = (field: string): string => `calendar-${key}-${field}`;
    return html`<details class="fold" id="fold-calendar-${key}" ?open=${isOpen}>
      <summary><h3>${calendar ? messages.calendarSettings : messages.addCalendar}</h3></summary>
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.submit(event, calendar)}>
        ${textField({
          name: name('name'),
          label: messages.calendarName,
          value: settings?.name ?? (isOpen ? this.part.desk.profile?.name : ''),
          most: 120,
          required: true,
          error: errors['name'] ?? errors['id'],
        })}
        ${textArea({name: name('description'), label: messages.calendarDescription, value: settings?.description, most: 1000})}
        ${textField({
          name: name('url'),
          label: messages.calendarUrl,
          hint: messages.calendarUrlHint,
          type: 'url',
          value: settings?.url,
          error: errors['url'],
        })}
        ${colourField({name: name('color'), value: settings?.color, hint: messages.calendarColourHint}, messages)}
        ${selectField(
          {
            name: name('holidays'),
            label: messages.holidaysShown,
            value: settings?.holidays ?? 'FR',
          },
          HOLIDAYS.map(each => [each, messages.holidayNames[each]]),
        )}
        ${checkbox(name('acceptsProposals'), messages.acceptsProposals, settings?.acceptsProposals ?? false, {hint: messages.acceptsProposalsHint})}
        ${textField({
          name: name('privacyUrl'),
          label: messages.privacyPage,
          type: 'url',
          value: settings?.privacyUrl,
          error: errors['privacyUrl'],
        })}
        ${isTried ? formProblem(this.saving) : nothing}
        <div class="steps">
          <button
            class="button primary"
            type="submit"
            aria-disabled=${this.saving.isBusy ? 'true' : 'false'}
          >
            ${calendar ? messages.save : messages.createCalendar}
          </button>
        </div>
      </form>
      ${calendar ? this.deleting.template(calendar) : nothing}
    </details>`;
  }

  private submit(event: SubmitEvent, calendar: DeskCalendar | undefined): void {
    event.preventDefault();
    const {desk} = this.part;
    const {messages} = desk.words();
    const key = calendar?.id ?? 'new';
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (field: string): string | undefined => someText(form, `calendar-${key}-${field}`);
    const name = textOf(form, `calendar-${key}-name`);
    this.tried = key;
    this.showErrors(name ? {} : {name: messages.nameWanted}, key);
    if (!name) return;
    const settings = defined<CalendarSettings>({
      timeZone: desk.timeZone,
      ...calendar?.settings,
      name,
      description: text('description'),
      url: text('url'),
      color: text('color'),
      holidays: (text('holidays') ?? 'FR') as CalendarSettings['holidays'],
      acceptsProposals: form.has(`calendar-${key}-acceptsProposals`),
      privacyUrl: text('privacyUrl'),
    });
    void this.saving.run(async () => {
      try {
        await this.write(settings, calendar);
      } catch (error) {
        if (error instanceof HubError) this.showErrors(fieldErrors(error), key);
        throw error;
      }
      await this.part.reload();
      desk.say(calendar ? messages.calendarSaved : messages.calendarCreated(name));
      if (!calendar) desk.focus('#add-event');
    });
  }

  /** A new one is chosen once it is there; its name among all calendars of the hub is found here. */
  private async write(
    settings: CalendarSettings,
    calendar: DeskCalendar | undefined,
  ): Promise<void> {
    const {api, desk} = this.part;
    if (calendar) {
      await api.putCalendar(calendar.id, settings, calendar.version);
      return;
    }
    const base = idOf(settings.name) || 'agenda';
    // ids are of the whole hub, and "agenda" is many a town's
    const candidates = [base, `${desk.api.shop}-${base}`.slice(0, 64)];
    for (const [at, id] of candidates.entries()) {
      try {
        await api.putCalendar(id, settings);
        this.part.choose(id);
        return;
      } catch (error) {
        const isTaken =
          error instanceof HubError && error.problem?.fields?.some(each => each.pointer === '/id');
        if (!isTaken || at === candidates.length - 1) throw error;
      }
    }
  }

  private showErrors(errors: Readonly<Record<string, string>>, key: string): void {
    this.errors = errors;
    const {desk} = this.part;
    if (Object.keys(errors).length > 0) desk.focus(`#fold-calendar-${key} [aria-invalid=true]`);
    desk.update();
  }
}
