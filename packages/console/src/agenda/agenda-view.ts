import type {DeskEvent} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskView} from '../state/desk-owner.js';
import {selectField} from '../templates/fields.js';
import type {AgendaPart} from './agenda-part.js';
import {CalendarAddresses} from './calendar/calendar-addresses.js';
import {CalendarForm} from './calendar/calendar-form.js';
import {CalendarImport} from './calendar/calendar-import.js';
import {EventEditor} from './editor/event-editor.js';
import {EventPage} from './event/event-page.js';
import {EventList} from './list/event-list.js';

/** The calendars of a shop: the list of events, one of them, or the form to write one. */
export class AgendaView implements DeskView {
  private readonly list: EventList;
  private readonly page: EventPage;
  private readonly editor: EventEditor;
  private readonly addresses: CalendarAddresses;
  private readonly imports: CalendarImport;
  private readonly settings: CalendarForm;
  /** Id of the event that was open when this was rendered last. */
  private shown = '';

  constructor(private readonly part: AgendaPart) {
    this.list = new EventList(part, ({id}) => this.openEvent(id));
    this.page = new EventPage(part, {
      edit: event => this.editor.open(event),
      copy: event => this.copy(event),
      changed: () => this.handleChange(),
      leave: () => this.leave(),
    });
    this.editor = new EventEditor(part, {
      saved: event => this.handleSaved(event),
      left: id => part.desk.focus(id ? '#event-title' : '#add-event'),
    });
    this.addresses = new CalendarAddresses(part);
    this.imports = new CalendarImport(part, () => this.handleChange());
    this.settings = new CalendarForm(part);
  }

  show(): void {
    this.list.forget();
    this.part.desk.update();
  }

  template(): unknown {
    const {part} = this;
    const {messages} = part.desk.words();
    const {calendars, calendar} = part;
    if (!calendars) return html`<p class="wait" role="status">${messages.loading}</p>`;
    if (!calendar) return this.empty();
    if (this.editor.isOpen && this.editor.place === part.now) return this.editor.template();
    if (part.now) return this.page.template(calendar.id, part.now);
    return this.overview(calendar.id);
  }

  rendered(): void {
    const {calendar, now} = this.part;
    if (!calendar) return;
    const back = this.shown;
    this.shown = now;
    // asking changes what is rendered, which is over by then
    void Promise.resolve().then(() => {
      if (now) this.page.want(calendar.id, now);
      else this.list.want(calendar);
      if (now || !back || this.editor.isOpen) return;
      const {desk} = this.part;
      const row = `#event-row-${back}`;
      desk.focus(desk.find(row) ? row : '#add-event');
    });
  }

  private overview(id: string): TemplateResult {
    const {part} = this;
    const {messages} = part.desk.words();
    const {calendar, calendars = []} = part;
    if (!calendar) return html``;
    return html`<section class="view agenda" aria-label=${messages.agendaTitle}>
      <div class="toolbar">
        <button
          id="add-event"
          class="button primary"
          type="button"
          @click=${() => this.editor.open(undefined)}
        >
          ${messages.addEvent}
        </button>
        ${
          calendars.length > 1
            ? html`<div class="calendar-choice" @change=${this.handleCalendar}>
                ${selectField(
                  {name: 'calendar', label: messages.calendar, value: id},
                  calendars.map(each => [each.id, each.settings.name]),
                )}
              </div>`
            : html`<h3 class="calendar-name">${calendar.settings.name}</h3>`
        }
      </div>
      ${this.drafts(id)} ${this.list.template(calendar)}
      <div class="folds">
        ${this.addresses.template(calendar)}
        ${part.isMerchant ? this.imports.template(calendar) : nothing}
        ${part.isMerchant ? this.settings.template(calendar) : nothing}
        ${part.isMerchant ? this.settings.template(undefined) : nothing}
      </div>
    </section>`;
  }

  /** What was written here and the hub does not have. */
  private drafts(calendar: string): TemplateResult | typeof nothing {
    const {part} = this;
    const {messages} = part.desk.words();
    const kept = part.drafts.of(calendar);
    if (kept.length === 0) return nothing;
    return html`<ul class="kept-drafts">
      ${kept.map(({id, draft}) => {
        const name = draft.name.trim() || messages.unnamed;
        return html`<li class="banner">
          <p>${messages.unsavedEvent(name)}</p>
          <div class="steps">
            <button
              class="button"
              type="button"
              @click=${() => this.editor.resume(id)}
              aria-label="${messages.resumeDraft}, ${name}"
            >
              ${messages.resumeDraft}
            </button>
            <button
              class="button quiet"
              type="button"
              @click=${() => this.discard(id)}
              aria-label="${messages.discardDraft}, ${name}"
            >
              ${messages.discardDraft}
            </button>
          </div>
        </li>`;
      })}
    </ul>`;
  }

  private empty(): TemplateResult {
    const {part} = this;
    const {messages} = part.desk.words();
    return html`<section class="view agenda" aria-label=${messages.agendaTitle}>
      <p class="empty">${part.isMerchant ? messages.noCalendar : messages.noCalendarClerk}</p>
      ${part.isMerchant ? this.settings.template(undefined, true) : nothing}
    </section>`;
  }

  private openEvent(id: string): void {
    this.part.go(id);
    this.part.desk.focus('#event-title');
  }

  private copy(event: DeskEvent): void {
    this.part.go('');
    this.editor.openCopy(event);
  }

  private leave(): void {
    this.part.go('');
  }

  private discard(id: string): void {
    this.part.drafts.remove(id);
    this.part.desk.say(this.part.desk.words().messages.draftDiscarded);
    this.part.desk.focus('#add-event');
  }

  private handleSaved(event: DeskEvent): void {
    this.page.know(event);
    this.handleChange();
    this.openEvent(event.id);
  }

  private handleChange(): void {
    this.list.forget();
    void this.part.reload();
  }

  private readonly handleCalendar = ({target}: Event): void => {
    this.part.choose((target as HTMLSelectElement).value);
  };
}
