import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {HubError} from '../api/hub-error.js';
import type {Messages} from '../locales/index.js';
import {Action} from '../state/action.js';
import type {DeskOwner, Words} from '../state/desk-owner.js';
import {fieldErrors} from '../templates/form.js';
import {formProblem} from '../templates/problem.js';

export interface SettingsOwner<Settings = ShopSettings> {
  readonly desk: DeskOwner;
  /** @throws HubError */
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

export type Errors = Readonly<Record<string, string>>;

/** One group of settings: how its form looks, and what it says once filled. */
export interface SettingsKind<Settings = ShopSettings> {
  readonly name: string;
  readonly title: (messages: Messages, settings: Settings) => string;
  readonly fields: (
    settings: Settings,
    errors: Errors,
    words: Words,
    desk: DeskOwner,
  ) => TemplateResult;
  /** The settings that the form asks for, or what is wrong with which field. */
  readonly read: (
    form: FormData,
    settings: Settings,
    messages: Messages,
  ) => {change: Partial<Settings>} | {errors: Errors};
  /** The field for a JSON Pointer that the hub complains about. */
  readonly nameOf?: (pointer: string) => string | undefined;
}

/** A fold with a form for one group of settings; what was typed stays until the hub has taken it. */
export class SettingsPart<Settings = ShopSettings> {
  private errors: Errors = {};
  private readonly saving: Action;

  constructor(
    private readonly owner: SettingsOwner<Settings>,
    private readonly kind: SettingsKind<Settings>,
  ) {
    this.saving = new Action(owner.desk);
  }

  template(settings: Settings): TemplateResult {
    const {desk} = this.owner;
    const words = desk.words();
    const {messages} = words;
    const {saving, kind} = this;
    return html`<details class="fold" id="fold-${kind.name}">
      <summary><h3>${kind.title(messages, settings)}</h3></summary>
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.submit(event, settings)}>
        ${kind.fields(settings, this.errors, words, desk)} ${formProblem(saving)}
        <div class="steps">
          <button
            class="button primary"
            type="submit"
            aria-disabled=${saving.isBusy ? 'true' : 'false'}
          >
            ${saving.isBusy ? messages.saving : messages.save}
          </button>
        </div>
      </form>
    </details>`;
  }

  private submit(event: SubmitEvent, settings: Settings): void {
    event.preventDefault();
    const {desk} = this.owner;
    const {messages} = desk.words();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const result = this.kind.read(form, settings, messages);
    this.showErrors('errors' in result ? result.errors : {});
    if ('errors' in result) return;
    void this.saving.run(async () => {
      try {
        await this.owner.save(result.change);
      } catch (error) {
        if (error instanceof HubError) this.showErrors(fieldErrors(error, this.kind.nameOf));
        throw error;
      }
      desk.say(messages.settingsSaved);
    });
  }

  private showErrors(errors: Errors): void {
    this.errors = errors;
    const {desk} = this.owner;
    if (Object.keys(errors).length > 0) desk.focus(`#fold-${this.kind.name} [aria-invalid=true]`);
    desk.update();
  }
}
