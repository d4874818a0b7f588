import type {LitElement} from 'lit';

/** Gives the keyboard to what is about to be rendered. */
export class Focus {
  /** Who gets it next. */
  private next: (() => HTMLElement | null | undefined) | undefined;

  constructor(private readonly host: LitElement) {}

  /** To the first element of that selector. */
  on(selector: string): void {
    this.next = () => this.host.renderRoot.querySelector<HTMLElement>(selector);
    this.host.requestUpdate();
  }

  /** To the name after the last one that is in a group now, so that nobody has to find the way again. */
  goOn(group: string): void {
    const all = () => this.host.renderRoot.querySelectorAll<HTMLElement>(`${group} .name`);
    const {length} = all();
    this.next = () => all()[length];
  }

  /** Once it is rendered. */
  give(): void {
    this.next?.()?.focus();
    this.next = undefined;
  }
}
