import type {RoomSettings} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/index.js';
import {SettingsPart, type Errors, type SettingsKind} from '../../shop/settings-part.js';
import {Action} from '../../state/action.js';
import type {DeskOwner} from '../../state/desk-owner.js';
import {checkbox, textArea, textField} from '../../templates/fields.js';
import {defined, someText, textOf, wholeNumber} from '../../templates/form.js';
import {problemTemplate} from '../../templates/problem.js';
import type {RoomState} from '../inbox-store.js';
import type {Inbox} from '../inbox.js';
import {ReasonForm} from '../moderation/reason-form.js';

/** The rooms where neighbours meet: their rules and pace, a new one, and the end of one. */
export class PublicRooms {
  private readonly parts = new Map<string, SettingsPart<RoomSettings>>();
  private readonly closing: ReasonForm;
  private readonly loading: Action;
  private newId = '';
  private fresh: SettingsPart<RoomSettings>;

  constructor(
    private readonly desk: DeskOwner,
    private readonly inbox: Inbox,
  ) {
    this.closing = new ReasonForm(desk);
    this.fresh = this.newPart();
    this.loading = new Action(desk);
    // those that are closed may be opened again
    void this.loading.run(async () => {
      await inbox.loadState('open');
      await inbox.loadState('ended');
    });
  }

  template(): TemplateResult {
    const {messages} = this.desk.words();
    const rooms = this.inbox.store.rooms.flatMap(({room}) =>
      room.settings ? [{id: room.id, settings: room.settings, state: room.state}] : [],
    );
    return html`<section class="box" aria-labelledby="rooms-title">
      <h3 id="rooms-title" tabindex="-1">${messages.roomsTitle}</h3>
      ${problemTemplate(this.loading, messages)}
      ${rooms.length === 0 ? html`<p class="empty">${messages.roomsNone}</p>` : nothing}
      ${rooms.map(({id, settings, state}) => this.room(id, settings, state))}
      ${this.fresh.template({
        name: '',
        isOpen: true,
        rules: '',
        rulesVersion: this.desk.today(),
        slowSeconds: 10,
        isPremoderated: true,
        retentionDays: 30,
      })}
    </section>`;
  }

  private room(id: string, settings: RoomSettings, state: RoomState): TemplateResult {
    const {messages} = this.desk.words();
    let part = this.parts.get(id);
    if (!part) {
      part = this.partOf(id);
      this.parts.set(id, part);
    }
    if (state === 'ended') {
      return html`${part.template(settings)}
        <p class="hint">${messages.roomIsClosed}</p>`;
    }
    return html`${part.template(settings)}
    ${
      this.closing.isAbout(id)
        ? this.closing.template(id)
        : html`<div class="steps">
            <button
              id="close-room-${id}"
              class="button"
              type="button"
              aria-label="${messages.roomClose} ${settings.name}"
              @click=${() => this.askClose(id, settings.name)}
            >
              ${messages.roomClose}
            </button>
          </div>`
    }`;
  }

  private askClose(id: string, name: string): void {
    const {messages} = this.desk.words();
    this.closing.ask({
      about: id,
      title: messages.roomCloseTitle(name),
      hint: messages.roomCloseHint,
      submit: messages.roomCloseNow,
      send: async () => {
        await this.inbox.api.closePublicRoom(id);
        await this.inbox.loadRoom(id);
      },
      done: messages.roomClosedNow(name),
      back: '#rooms-title',
    });
  }

  private partOf(id: string): SettingsPart<RoomSettings> {
    return new SettingsPart<RoomSettings>(
      {desk: this.desk, save: change => this.save(id, change as RoomSettings)},
      roomKind(`room-${id}`, (_messages, settings) => settings.name, this.desk),
    );
  }

  private newPart(): SettingsPart<RoomSettings> {
    const kind = roomKind('new-room', messages => messages.roomAdd, this.desk);
    return new SettingsPart<RoomSettings>(
      {desk: this.desk, save: change => this.save(this.newId, change as RoomSettings)},
      {
        ...kind,
        fields: (settings, errors, words, desk) =>
          html`${textField({
            name: 'new-room-id',
            label: words.messages.roomId,
            hint: words.messages.roomIdHint,
            error: errors['new-room-id'],
            most: 64,
            required: true,
          })}
          ${kind.fields(settings, errors, words, desk)}`,
        read: (form, settings, messages) => {
          this.newId = textOf(form, 'new-room-id');
          if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(this.newId)) {
            return {errors: {'new-room-id': messages.roomIdInvalid}};
          }
          return kind.read(form, settings, messages);
        },
      },
    );
  }

  private async save(id: string, settings: RoomSettings): Promise<void> {
    this.inbox.put(await this.inbox.api.putPublicRoom(id, settings));
    if (id === this.newId) this.fresh = this.newPart();
    this.newId = '';
  }
}

/** The form of one room; `prefix` tells its fields from those of the others. */
function roomKind(
  prefix: string,
  title: (messages: Messages, settings: RoomSettings) => string,
  desk: DeskOwner,
): SettingsKind<RoomSettings> {
  const field = (name: string): string => `${prefix}-${name}`;
  return {
    name: prefix,
    title,
    fields: (settings, errors, {messages}) =>
      html`${textField({
          name: field('name'),
          label: messages.roomName,
          value: settings.name,
          error: errors[field('name')],
          most: 80,
          required: true,
        })}
        ${textArea(
          {
            name: field('description'),
            label: messages.roomDescription,
            value: settings.description,
            error: errors[field('description')],
            most: 500,
          },
          2,
        )}
        ${textArea(
          {
            name: field('rules'),
            label: messages.roomRules,
            hint: messages.roomRulesHint,
            value: settings.rules,
            error: errors[field('rules')],
            most: 3000,
            required: true,
          },
          6,
        )}
        ${textField({
          name: field('hours'),
          label: messages.roomHours,
          hint: messages.roomHoursHint,
          value: settings.hours,
          error: errors[field('hours')],
          most: 255,
        })}
        ${checkbox(field('isOpen'), messages.roomOpen, settings.isOpen)}
        ${checkbox(field('isPremoderated'), messages.roomPremoderated, settings.isPremoderated)}
        <div class="row">
          ${textField({
            name: field('slowSeconds'),
            label: messages.slowSeconds,
            value: settings.slowSeconds,
            error: errors[field('slowSeconds')],
            inputmode: 'numeric',
          })}
          ${textField({
            name: field('retentionDays'),
            label: messages.chatRetention,
            value: settings.retentionDays,
            error: errors[field('retentionDays')],
            inputmode: 'numeric',
          })}
        </div>`,
    read: (form, settings, messages) => {
      const name = textOf(form, field('name'));
      const rules = textOf(form, field('rules'));
      const slowSeconds = wholeNumber(form, field('slowSeconds')) ?? NaN;
      const retentionDays = wholeNumber(form, field('retentionDays')) ?? NaN;
      const errors: Errors = {
        ...(!name && {[field('name')]: messages.required}),
        ...(!rules && {[field('rules')]: messages.required}),
        ...(!(slowSeconds <= 3600) && {[field('slowSeconds')]: messages.slowInvalid}),
        ...(!(retentionDays >= 1 && retentionDays <= 365) && {
          [field('retentionDays')]: messages.chatRetentionInvalid,
        }),
      };
      if (Object.keys(errors).length > 0) return {errors};
      return {
        change: defined<RoomSettings>({
          ...settings,
          name,
          description: someText(form, field('description')),
          rules,
          // other rules are accepted anew
          rulesVersion: rules === settings.rules ? settings.rulesVersion : desk.today(),
          hours: someText(form, field('hours')),
          isOpen: textOf(form, field('isOpen')) === 'on',
          isPremoderated: textOf(form, field('isPremoderated')) === 'on',
          slowSeconds,
          retentionDays,
        }),
      };
    },
    nameOf: pointer => field(pointer.slice(1).split('/')[0] ?? ''),
  };
}
