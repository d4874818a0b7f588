const MARK = /^\(\d+\) ?/;

/** What stands in front of the page's title now. */
let mark = '';

/** The number of new messages in front of the title of a page that nobody looks at. */
export function showUnread(count: number): void {
  const wanted = document.hidden && count > 0 ? `(${count}) ` : '';
  // the page's own words may look like a mark of ours
  if (wanted === mark && (!mark || MARK.test(document.title))) return;
  const {title} = document;
  document.title = wanted + (mark ? title.replace(MARK, '') : title);
  mark = wanted;
}
