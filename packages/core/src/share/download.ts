/** What a browser takes at most to begin a download; the address is of no use after that. */
const MINUTE = 60_000;

/**
 * Has the browser save a text as a file. A link to a blob of the page's own: no request, and no
 * directive of a Content-Security-Policy stands against it.
 */
export function download(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: `${type};charset=utf-8`}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari asks the visitor first, and reads the blob only then
  setTimeout(() => URL.revokeObjectURL(url), MINUTE);
}

/** A text as part of a file name: no signs, and short; undefined when nothing is left. */
export function fileWords(text: string): string | undefined {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join('-').slice(0, 60).replace(/-$/, '');
}
