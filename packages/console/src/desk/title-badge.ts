const MARK = /^\(\d+\) ?/;

/** The number of waiting orders in front of the page's title; the page's own words stay. */
export class TitleBadge {
  private count = 0;

  show(count: number): void {
    if (count === this.count && (count === 0 || MARK.test(document.title))) return;
    this.count = count;
    const title = document.title.replace(MARK, '');
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }

  clear(): void {
    this.show(0);
  }
}
