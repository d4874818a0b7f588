/** One property as it stands in a file (RFC 5545 §3.1), unfolded. */
export interface ContentLine {
  /** The line on which it begins, 1 for the first. */
  readonly line: number;
  /** In capitals. */
  readonly name: string;
  /** Everything between the name and the value, without the first semicolon. */
  readonly params: string;
  readonly value: string;
}

/** The name of a property; longer ones are text that somebody forgot to fold. */
const NAME = /[\w.-]{1,80}[;:]/y;
/** Where people write line ends. */
const TEXT = /^(?:SUMMARY|DESCRIPTION|LOCATION)$/;
const FOLD = /[ \t]/y;

/**
 * Reads the properties of a text one by one. Line ends may be CRLF, LF or CR. A line that is no property is
 * passed over, or taken for the rest of the text before it, which somebody forgot to fold. No generator: a feed has
 * hundreds of thousands of lines, of which most are passed over.
 */
export class ContentLines {
  readonly text: string;

  /**
   * @param names Those to be read, in capitals, each by itself: one text for all lines, so that names are
   *   compared at once. Others are passed over.
   * @param at Where the next line begins. @param line How many there are before it.
   */
  constructor(
    text: string,
    public names: ReadonlyMap<string, string>,
    public at = 0,
    private line = 0,
  ) {
    this.text = text.includes('\n') ? text : text.replace(/\r/g, '\n');
  }

  /** The next property that is to be read; undefined at the end. */
  next(): ContentLine | undefined {
    while (this.at < this.text.length) {
      const line = this.line + 1;
      const written = this.nameHere();
      const name = this.names.get(written) ?? this.names.get(written.toUpperCase());
      let content = this.unfolded(name !== undefined);
      if (name === undefined) continue;
      while (this.at < this.text.length && !this.nameHere()) {
        const stray = this.unfolded(true);
        if (stray.trim() && TEXT.test(name)) content += `\\n${stray}`;
      }
      const end = name.length;
      const colon = content[end] === ':' ? end : colonAfter(content, end);
      return {line, name, params: content.slice(end + 1, colon), value: content.slice(colon + 1)};
    }
    return undefined;
  }

  /** The name of the property that begins here; empty when there is none. */
  private nameHere(): string {
    NAME.lastIndex = this.at;
    // tested and cut out: a match would make an array for every line
    return NAME.test(this.text) ? this.text.slice(this.at, NAME.lastIndex - 1) : '';
  }

  /** The line at hand, with the lines that go on with it; moves behind them. */
  private unfolded(isWanted: boolean): string {
    let content = '';
    let from = this.at;
    do {
      const end = this.text.indexOf('\n', from);
      this.at = end < 0 ? this.text.length : end;
      if (isWanted) {
        const isReturn = this.text[this.at - 1] === '\r' && this.at > from;
        content += this.text.slice(from, isReturn ? this.at - 1 : this.at);
      }
      this.line++;
      FOLD.lastIndex = ++this.at;
      from = this.at + 1;
    } while (FOLD.test(this.text));
    return content;
  }
}

/** The colon before the value: the first one outside quotes, or at all when a quote is never closed. */
function colonAfter(content: string, start: number): number {
  const quoted = /(?:[^":]|"[^"]*")*:/y;
  quoted.lastIndex = start;
  const first = content.indexOf(':', start);
  return quoted.test(content) ? quoted.lastIndex - 1 : first < 0 ? content.length : first;
}
