import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {HubError} from '../../api/hub-error.js';
import type {SettingsOwner} from '../../shop/settings-part.js';
import {Action} from '../../state/action.js';
import type {DeskOwner, DeskView} from '../../state/desk-owner.js';
import {problemTemplate} from '../../templates/problem.js';
import type {Inbox} from '../inbox.js';
import {AuditLog} from './audit-log.js';
import {cannedPart, questionsPart} from './items-part.js';
import {generalPart} from './general-part.js';
import {guardPart} from './guard-part.js';
import {noticesPart} from './notices-part.js';
import {PublicRooms} from './public-rooms.js';

/** The shop's settings for its conversations, its rooms of neighbours, and what moderators did. */
export class ChatShop implements DeskView {
  private readonly loading: Action;
  private readonly parts: readonly {template(settings: ChatSettings): unknown}[];
  private readonly rooms: PublicRooms;
  private readonly audit: AuditLog;

  constructor(
    private readonly desk: DeskOwner,
    private readonly inbox: Inbox,
  ) {
    this.loading = new Action(desk);
    const owner: SettingsOwner<ChatSettings> = {
      desk,
      save: async change => inbox.know(await inbox.api.putSettings(change as ChatSettings)),
    };
    this.parts = [generalPart, questionsPart, cannedPart, guardPart, noticesPart].map(part =>
      part(owner),
    );
    this.rooms = new PublicRooms(desk, inbox);
    this.audit = new AuditLog(desk, inbox);
    void this.loading.run(async () => inbox.know(await inbox.api.settings()));
  }

  template(): TemplateResult {
    const {messages} = this.desk.words();
    const {settings} = this.inbox.store;
    const {error} = this.loading;
    if (error instanceof HubError && error.status === 404) {
      return html`<p class="hint">${messages.noChat}</p>`;
    }
    return html`${problemTemplate(this.loading, messages)}
    ${
      settings
        ? html`${this.parts.map(part => part.template(settings))} ${this.rooms.template()}
          ${this.audit.template()}`
        : nothing
    }`;
  }
}
