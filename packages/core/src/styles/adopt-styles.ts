import {supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Adds styles that came later to a shadow root, once. */
export function adoptStyles(root: ShadowRoot, {styleSheet, cssText}: CSSResult): void {
  // a sheet belongs to the document that made it: an element that was put into another one takes no more of ours
  if (supportsAdoptingStyleSheets && styleSheet && root.ownerDocument === document) {
    const sheets = root.adoptedStyleSheets;
    if (!sheets.includes(styleSheet)) root.adoptedStyleSheets = [...sheets, styleSheet];
    return;
  }
  const added = [...root.querySelectorAll('style')].some(style => style.textContent === cssText);
  if (added) return;
  const style = document.createElement('style');
  style.textContent = cssText;
  root.append(style);
}
