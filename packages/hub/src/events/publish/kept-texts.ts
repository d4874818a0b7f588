/** Keeps what was made last, up to so many characters together. */
export class KeptTexts<T extends {text: string}> {
  readonly #kept = new Map<string, T>();
  #size = 0;

  constructor(readonly limit = 32 * 1024 * 1024) {}

  get(key: string): T | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    // the latest one comes last
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  set(key: string, value: T): void {
    this.#drop(key);
    if (value.text.length > this.limit) return;
    this.#kept.set(key, value);
    this.#size += value.text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.limit) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.text.length ?? 0;
    this.#kept.delete(key);
  }
}
