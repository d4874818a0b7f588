/** Pixels from the end that still count as the end. */
const NEAR = 48;

/**
 * Keeps a growing list where it is read: at its end as long as the reader is there, else unmoved, also
 * when older things come in above.
 */
export class ScrollKeeper {
  private box: HTMLElement | undefined;
  private isAtEndNow = true;
  /** Distance of what is in sight from the end. */
  private fromEnd = 0;
  private height = 0;
  /** What is first in the list now. */
  private first = '';

  /** As far as the reader has come. */
  get isAtEnd(): boolean {
    return this.isAtEndNow;
  }

  /** Before the list changes. */
  look(box: HTMLElement | null): void {
    if (box !== (this.box ?? null)) this.isAtEndNow = true;
    this.box = box ?? undefined;
    if (!box) return;
    this.fromEnd = box.scrollHeight - box.scrollTop;
    this.height = box.clientHeight;
  }

  /** After it has changed; `first` tells whether something came in above. */
  keep(box: HTMLElement | null, first: string): void {
    if (!box) return;
    const hasGrownAbove = first !== this.first && this.first !== '';
    this.first = first;
    if (this.isAtEndNow) box.scrollTop = box.scrollHeight;
    else if (hasGrownAbove && this.height > 0) box.scrollTop = box.scrollHeight - this.fromEnd;
  }

  /** The reader scrolls; whether they came to the end with it. */
  follow(box: HTMLElement): boolean {
    const wasAtEnd = this.isAtEndNow;
    this.isAtEndNow = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    return this.isAtEndNow && !wasAtEnd;
  }

  toEnd(): void {
    this.isAtEndNow = true;
    if (this.box) this.box.scrollTop = this.box.scrollHeight;
  }
}
