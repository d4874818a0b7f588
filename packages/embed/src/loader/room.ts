import {LONG} from './widgets.js';

/** Keeps room for what is still to come, so that nothing jumps. Every rule of the page is stronger. */
export function keepRoom(): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:where(${LONG}):where(:not(:defined)){display:block;min-block-size:30rem}`);
    document.adoptedStyleSheets.push(sheet);
  } catch {
    // an old browser: things jump, and work
  }
}
