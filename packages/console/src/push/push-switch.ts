import {html, nothing, type TemplateResult} from 'lit';
import type {InboxApi} from '../api/inbox-api.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {icon, BELL, BELL_OFF} from '../templates/icons.js';
import {problemTemplate} from '../templates/problem.js';
import type {PushDevice, PushState} from './push-device.js';

/** Switches the notifications of this device; the browser asks the person only after a tap. */
export class PushSwitch {
  private device: PushDevice | undefined;
  /** Absent until it is known. */
  private state: PushState | undefined;
  /** base64url of the hub's key; absent where it sends none. */
  private key: string | undefined;
  private readonly switching: Action;
  private readonly looking: Action;
  private hasFailed = false;
  private showsText = false;

  constructor(
    private readonly desk: DeskOwner,
    private readonly api: InboxApi,
  ) {
    this.switching = new Action(desk);
    this.looking = new Action(desk);
  }

  template(): TemplateResult {
    const {messages} = this.desk.words();
    return html`<details class="fold push" @toggle=${this.handleToggle}>
      <summary><h3>${messages.notifications}</h3></summary>
      <div class="form">${this.content()}</div>
    </details>`;
  }

  private content(): unknown {
    const {messages} = this.desk.words();
    const {state} = this;
    if (this.looking.sentence) return problemTemplate(this.looking, messages);
    if (state === undefined) return html`<p class="wait" role="status">${messages.loading}</p>`;
    if (state === 'unable') return html`<p class="hint">${messages.pushUnable}</p>`;
    if (this.key === undefined) return html`<p class="hint">${messages.pushNone}</p>`;
    if (state === 'denied') return html`<p class="problem">${messages.pushDenied}</p>`;
    return html`<button
        class="button push-switch"
        type="button"
        aria-pressed=${state === 'on' ? 'true' : 'false'}
        aria-disabled=${this.switching.isBusy ? 'true' : 'false'}
        @click=${this.handleSwitch}
      >
        ${icon(state === 'on' ? BELL : BELL_OFF)}
        <span>${state === 'on' ? messages.pushOn : messages.pushOff}</span>
      </button>
      <p class="hint">${messages.pushHint}</p>
      ${
        state === 'on'
          ? html`<label class="choice">
              <input
                type="checkbox"
                name="push-text"
                .checked=${this.showsText}
                @change=${this.handleText}
              />
              <span>${messages.pushText}<small class="hint">${messages.pushTextHint}</small></span>
            </label>`
          : nothing
      }
      ${
        this.hasFailed
          ? html`<p class="problem" role="alert">${messages.pushFailed}</p>`
          : problemTemplate(this.switching, messages)
      }`;
  }

  private readonly handleToggle = ({currentTarget}: Event): void => {
    if (!(currentTarget as HTMLDetailsElement).open || this.state !== undefined) return;
    void this.looking.run(async () => {
      this.device = await this.desk.environment().push();
      this.state = (await this.device?.state()) ?? 'unable';
      this.showsText = (await this.device?.showsText()) ?? false;
      if (this.state !== 'unable') this.key = (await this.api.profile()).pushKey;
    });
  };

  private readonly handleSwitch = (): void => {
    const {device, key, state} = this;
    if (!device || key === undefined) return;
    this.hasFailed = false;
    void this.switching.run(async () => {
      if (state === 'on') await this.switchOff(device);
      else await this.switchOn(device, key);
      this.state = await device.state();
    });
  };

  private readonly handleText = ({currentTarget}: Event): void => {
    const {checked} = currentTarget as HTMLInputElement;
    void this.switching.run(async () => {
      await this.device?.showText(checked);
      this.showsText = checked;
    });
  };

  private async switchOn(device: PushDevice, key: string): Promise<void> {
    let address;
    try {
      address = await device.switchOn(key);
    } catch {
      this.hasFailed = true;
      return;
    }
    if (!address) return;
    try {
      await this.api.subscribe(address);
    } catch (error) {
      // a device that the hub does not know is told nothing: better off than on
      await device.switchOff();
      throw error;
    }
  }

  private async switchOff(device: PushDevice): Promise<void> {
    const endpoint = await device.switchOff();
    if (endpoint !== undefined) await this.api.unsubscribe(endpoint);
  }
}
