import {html, type TemplateResult} from 'lit';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {problemTemplate} from '../templates/problem.js';

/** A fold whose list is asked for when it is first opened. */
export abstract class FoldList<T> {
  protected items: readonly T[] | undefined;
  protected readonly loading: Action;
  /** What is asked of the hub for one of them, or for a new one. */
  protected readonly changing: Action;

  constructor(protected readonly owner: DeskOwner) {
    this.loading = new Action(owner);
    this.changing = new Action(owner);
  }

  protected abstract fetch(): Promise<readonly T[]>;

  protected fold(
    name: string,
    title: string,
    content: (items: readonly T[]) => unknown,
  ): TemplateResult {
    const {messages} = this.owner.words();
    return html`<details class="fold" id="fold-${name}" @toggle=${this.handleToggle}>
      <summary><h3>${title}</h3></summary>
      <div class="form">
        ${problemTemplate(this.loading, messages)}
        ${
          this.items
            ? content(this.items)
            : html`<p class="wait" role="status" ?hidden=${this.loading.sentence !== ''}>
                ${messages.loading}
              </p>`
        }
      </div>
    </details>`;
  }

  protected reload(): Promise<boolean> {
    return this.loading.run(async () => {
      this.items = await this.fetch();
    });
  }

  /** Asks for something, loads the list again, and says so. */
  protected async ask(work: () => Promise<unknown>, sentence?: string): Promise<boolean> {
    const succeeded = await this.changing.run(work);
    if (!succeeded) return false;
    await this.reload();
    if (sentence) this.owner.say(sentence);
    return true;
  }

  private readonly handleToggle = ({currentTarget}: Event): void => {
    if ((currentTarget as HTMLDetailsElement).open && !this.items) void this.reload();
  };
}
