import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {PushSwitch} from '../push/push-switch.js';
import {Action} from '../state/action.js';
import type {DeskView} from '../state/desk-owner.js';
import {problemTemplate} from '../templates/problem.js';
import {REPORTS, type InboxContext} from './inbox-context.js';
import {isWaiting} from './inbox-store.js';
import {ListPane} from './list/list-pane.js';
import {ReportsPane} from './moderation/reports-pane.js';
import {RoomPane} from './room/room-pane.js';

/** The list of conversations, and the one that is open beside it; one or the other where it is narrow. */
export class InboxView implements DeskView {
  private readonly list: ListPane;
  private readonly reports: ReportsPane;
  private readonly push: PushSwitch;
  /** A room that was asked for by its address and is in no list that is loaded. */
  private readonly finding: Action;
  private readonly panes = new Map<string, RoomPane>();
  /** What was open at the last rendering. */
  private shown = '';

  constructor(private readonly context: InboxContext) {
    const {desk} = context;
    this.list = new ListPane(context, {
      openReports: () => this.openReports,
      open: (place, event) => this.open(place, event),
    });
    this.reports = new ReportsPane(context, () => this.back());
    this.push = new PushSwitch(desk, context.inbox.api);
    this.finding = new Action(desk);
    this.reports.load();
  }

  template(): TemplateResult {
    const {opened} = this.context;
    this.follow();
    return html`<div class="inbox" ?data-open=${opened !== ''}>
      <div class="list-pane">${this.list.template()} ${this.push.template()}</div>
      <div class="room-pane">${this.room()}</div>
    </div>`;
  }

  rendered(): void {
    this.panes.get(this.context.opened)?.rendered();
  }

  private room(): unknown {
    const {desk, inbox, opened} = this.context;
    const {messages} = desk.words();
    if (opened === '') {
      return inbox.store.rooms.length > 0
        ? html`<p class="wait choose">${messages.chooseRoom}</p>`
        : nothing;
    }
    if (opened === REPORTS) return this.reports.template();
    const summary = inbox.store.get(opened);
    if (summary) return keyed(opened, this.paneOf(opened).template(summary));
    if (this.finding.sentence) {
      return html`${problemTemplate(this.finding, messages)}
        <button class="button" type="button" @click=${() => this.back()}>
          ${messages.backToRooms}
        </button>`;
    }
    return html`<p class="wait" role="status">${messages.loading}</p>`;
  }

  private paneOf(room: string): RoomPane {
    let pane = this.panes.get(room);
    if (!pane) {
      pane = new RoomPane(this.context, room, () => this.back());
      this.panes.set(room, pane);
    }
    return pane;
  }

  /** Something else was opened, by whatever way. */
  private follow(): void {
    const {inbox, opened, desk} = this.context;
    if (opened === this.shown) return;
    const before = this.shown;
    this.shown = opened;
    if (inbox.isGone(before)) {
      inbox.forget(before);
      this.panes.delete(before);
    }
    if (opened === '') {
      if (before === REPORTS) desk.focus('.to-reports');
      else desk.focus(`#room-row-${before}`);
      return;
    }
    if (opened === REPORTS) {
      this.reports.load();
      return;
    }
    const summary = inbox.store.get(opened);
    this.paneOf(opened).show(summary);
    this.list.pin(opened, summary !== undefined && isWaiting(summary));
    if (summary) return;
    // not while rendering
    void Promise.resolve().then(() =>
      this.finding.run(async () => {
        this.paneOf(opened).show(await inbox.loadRoom(opened));
      }),
    );
  }

  /** Reports that wait; nothing where there are none and never were rooms that have some. */
  private get openReports(): number | undefined {
    const count = this.reports.open?.length ?? 0;
    const hasRooms = this.context.inbox.store.rooms.some(({room}) => room.kind === 'public');
    return hasRooms || count > 0 ? count : undefined;
  }

  private open(place: string, event: Event): void {
    const {desk} = this.context;
    this.context.open(place);
    if (place === REPORTS) desk.focus('#reports-title');
    // a finger would have the keyboard of the telephone come up before anything is read
    else desk.focus(isByFinger(event) ? '#talk-title' : '#reply');
  }

  private back(): void {
    this.context.open('');
  }
}

function isByFinger(event: Event): boolean {
  return (event as PointerEvent).pointerType === 'touch';
}
