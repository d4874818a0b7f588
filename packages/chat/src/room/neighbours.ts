import {html, nothing} from 'lit';
import type {RoomClient, ShownMessage} from '../client/room-client.js';
import type {PanelView, PublicPart} from '../panel/aside.js';
import {when} from '../panel/availability.js';
import {JoinForm} from './join-form.js';
import {ReportForm} from './report-form.js';

/** Milliseconds between two questions of those who only read, and how much of it is chance. */
const LOOK = 8000;
const SPREAD = 4000;

/** Rooms where neighbours meet: who may write when, and what is done about what should not be there. */
export class Neighbours implements PublicPart {
  /** When the person last wrote, in milliseconds since 1970. */
  private wroteAt = -Infinity;
  private isCounting = false;
  private watched: RoomClient | undefined;

  gate(view: PanelView): unknown {
    const {room, words, clock, profile} = view;
    const {messages} = words;
    const {room: at, me} = room;
    const settings = at?.settings;
    if (!at || !settings) return nothing;
    if (!settings.isOpen) return html`<p>${messages.roomClosed}</p>`;
    if (!at.isWritable) {
      const timeZone = profile?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      const opens = at.until && when(at.until, {timeZone}, clock.now(), words);
      return html`<p>${opens ? messages.roomOpens(opens) : messages.roomClosed}</p>`;
    }
    const isCurrent = at.acceptedRules === settings.rulesVersion;
    if (me && isCurrent) return undefined;
    return html`<div class="gate">
      ${emptiness(view)}
      <p>${me ? messages.rulesChanged : messages.readOnly}</p>
      <button
        class="button primary"
        type="button"
        id="join"
        @click=${() => view.show(new JoinForm(view))}
      >
        ${messages.join}
      </button>
    </div>`;
  }

  note(view: PanelView): unknown {
    const {messages} = view.words;
    const settings = view.room.room?.settings;
    const rest = this.rest(view);
    if (rest > 0) this.count(view);
    const slow = settings?.slowSeconds ?? 0;
    return html`${emptiness(view)}${
      rest > 0
        ? // each second is for the eyes; ears get it when they ask
          html`<p class="small" aria-live="off">${messages.nextIn(rest)}</p>`
        : slow > 0
          ? html`<p class="small muted">${messages.slow(slow)}</p>`
          : nothing
    }${
      settings?.isPremoderated ? html`<p class="small muted">${messages.premoderated}</p>` : nothing
    }`;
  }

  rest({room, clock}: PanelView): number {
    const slow = room.room?.settings?.slowSeconds ?? 0;
    const left = Math.ceil(slow - (clock.now().getTime() - this.wroteAt) / 1000);
    // a clock that was set back is no reason to be silent for longer
    return left > slow ? 0 : Math.max(0, left);
  }

  sent(view: PanelView): void {
    this.wroteAt = view.clock.now().getTime();
  }

  report(view: PanelView, message: ShownMessage): void {
    view.show(new ReportForm(view, message));
  }

  watch(view: PanelView): void {
    const {room, signal} = view;
    if (this.watched === room || room.isKept || signal.aborted) return;
    this.watched = room;
    void this.look(view, signal);
  }

  private async look({room, host}: PanelView, signal: AbortSignal): Promise<void> {
    const {sleep, chance} = host.environment;
    const isOver = (): boolean => signal.aborted || room.isKept;
    while (!isOver()) {
      const [part = 0] = chance.bytes(1);
      await sleep(LOOK + (part / 256) * SPREAD, signal);
      if (!isOver() && !document.hidden) await room.catchUp(Infinity);
    }
    this.watched = undefined;
  }

  /** Counts down while somebody waits. */
  private count(view: PanelView): void {
    if (this.isCounting) return;
    this.isCounting = true;
    void view.host.environment.sleep(1000, view.signal).then(() => {
      this.isCounting = false;
      view.update();
    });
  }
}

/** A room in which nothing was said yet says so. */
function emptiness({room, words}: PanelView): unknown {
  return room.phase === 'loading' || room.messages.length > 0
    ? nothing
    : html`<p class="small muted">${words.messages.nobodyYet}</p>`;
}
