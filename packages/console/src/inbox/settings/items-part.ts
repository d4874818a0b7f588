import type {ChatSettings, QuickQuestion} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/index.js';
import type {Errors, SettingsOwner} from '../../shop/settings-part.js';
import {Action} from '../../state/action.js';
import {textArea, textField} from '../../templates/fields.js';
import {defined, someText, textOf} from '../../templates/form.js';
import {formProblem} from '../../templates/problem.js';
import type {CannedAnswer} from '../room/canned.js';

/** A list in the settings, of items with a name and a text. */
interface ItemsKind<Item> {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly add: string;
  readonly remove: (name: string) => string;
  readonly nameLabel: string;
  readonly nameMost: number;
  readonly textLabel: string;
  /** Items of the list at most. */
  readonly most: number;
  readonly wordsOf: (item: Item) => {readonly name: string; readonly text?: string | undefined};
  /** An item of what was typed, or what is wrong with it. */
  readonly read: (name: string, text: string | undefined) => Item | Errors;
}

/** Canned answers, which clerks insert. */
export function cannedPart(owner: SettingsOwner<ChatSettings>): ItemsPart<CannedAnswer> {
  return new ItemsPart<CannedAnswer>(owner, 'cannedAnswers', messages => ({
    name: 'canned-answers',
    title: messages.cannedTitle,
    hint: messages.cannedHint,
    none: messages.cannedEmpty,
    add: messages.cannedAdd,
    remove: messages.cannedRemove,
    nameLabel: messages.cannedName,
    nameMost: 40,
    textLabel: messages.cannedText,
    most: 50,
    wordsOf: item => item,
    read: (name, text) =>
      name && text !== undefined
        ? {name, text}
        : {[name ? 'canned-answers-text' : 'canned-answers-name']: messages.bothNeeded},
  }));
}

/** Questions that visitors ask with one tap. */
export function questionsPart(owner: SettingsOwner<ChatSettings>): ItemsPart<QuickQuestion> {
  return new ItemsPart<QuickQuestion>(owner, 'quickQuestions', messages => ({
    name: 'questions',
    title: messages.questionsTitle,
    hint: messages.questionsHint,
    none: messages.questionsNone,
    add: messages.questionAdd,
    remove: messages.questionRemove,
    nameLabel: messages.question,
    nameMost: 120,
    textLabel: messages.questionAnswer,
    most: 12,
    wordsOf: ({question, answer}) => ({name: question, text: answer}),
    read: (question, answer) =>
      question
        ? defined<QuickQuestion>({question, answer})
        : {'questions-name': messages.questionNeeded},
  }));
}

/** A fold with such a list: each item goes with one press, and another one is added below. */
export class ItemsPart<Item extends object> {
  private errors: Errors = {};
  private readonly saving: Action;

  constructor(
    private readonly owner: SettingsOwner<ChatSettings>,
    private readonly key: 'cannedAnswers' | 'quickQuestions',
    private readonly kindIn: (messages: Messages) => ItemsKind<Item>,
  ) {
    this.saving = new Action(owner.desk);
  }

  template(settings: ChatSettings): TemplateResult {
    const {messages} = this.owner.desk.words();
    const kind = this.kindIn(messages);
    const items = settings[this.key] as readonly Item[];
    return html`<details class="fold" id="fold-${kind.name}">
      <summary><h3>${kind.title}</h3></summary>
      <div class="form">
        <p class="hint">${kind.hint}</p>
        ${
          items.length === 0
            ? html`<p class="empty">${kind.none}</p>`
            : html`<ul class="rows">
                ${items.map(item => this.row(item, items, settings, kind))}
              </ul>`
        }
        ${items.length < kind.most ? this.form(items, settings, kind) : nothing}
      </div>
    </details>`;
  }

  private row(
    item: Item,
    items: readonly Item[],
    settings: ChatSettings,
    kind: ItemsKind<Item>,
  ): TemplateResult {
    const {messages} = this.owner.desk.words();
    const {name, text} = kind.wordsOf(item);
    const others = items.filter(each => each !== item);
    return html`<li>
      <p><b>${name}</b>${text ? html`<br />${text}` : nothing}</p>
      <button
        class="button"
        type="button"
        aria-label=${kind.remove(name)}
        @click=${() => void this.save(others, settings, kind)}
      >
        ${messages.remove}
      </button>
    </li>`;
  }

  private form(
    items: readonly Item[],
    settings: ChatSettings,
    kind: ItemsKind<Item>,
  ): TemplateResult {
    const {name, nameLabel, nameMost, textLabel, add} = kind;
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => this.add(event, items, settings, kind)}
    >
      ${textField({
        name: `${name}-name`,
        label: nameLabel,
        most: nameMost,
        error: this.errors[`${name}-name`],
      })}
      ${textArea({
        name: `${name}-text`,
        label: textLabel,
        most: 1000,
        error: this.errors[`${name}-text`],
      })}
      ${formProblem(this.saving)}
      <div class="steps">
        <button class="button" type="submit" aria-disabled=${this.saving.isBusy ? 'true' : 'false'}>
          ${add}
        </button>
      </div>
    </form>`;
  }

  private add(
    event: SubmitEvent,
    items: readonly Item[],
    settings: ChatSettings,
    kind: ItemsKind<Item>,
  ): void {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const form = new FormData(element);
    const result = kind.read(
      textOf(form, `${kind.name}-name`),
      someText(form, `${kind.name}-text`),
    );
    const isError = Object.keys(result).some(name => name.startsWith(`${kind.name}-`));
    this.errors = isError ? (result as Errors) : {};
    if (isError) {
      this.owner.desk.focus(`#fold-${kind.name} [aria-invalid=true]`);
      return;
    }
    void this.save([...items, result as Item], settings, kind).then(
      succeeded => succeeded && element.reset(),
    );
  }

  private async save(
    items: readonly Item[],
    settings: ChatSettings,
    kind: ItemsKind<Item>,
  ): Promise<boolean> {
    const {desk} = this.owner;
    const succeeded = await this.saving.run(() =>
      this.owner.save({...settings, [this.key]: items}),
    );
    if (!succeeded) return false;
    desk.say(desk.words().messages.settingsSaved);
    desk.focus(`#fold-${kind.name} summary`);
    return true;
  }
}
