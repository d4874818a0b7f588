/**
 * A script element that can hold data, but never run. Where Trusted Types are required, text in a new
 * script is refused or reported even when its type says that it is data (measured in Chromium 156,
 * Firefox 153 and WebKit 605): the check comes before the type is looked at. It comes after the flag
 * "already started" (HTML §4.12.1.1, "prepare the script element"), which a copy inherits; so a
 * script that has run for the page is copied, without anything it says.
 *
 * Undefined where that is needed and no script that ran is left in the page.
 */
export function inertScript(document: Document): HTMLScriptElement | undefined {
  const ran = [...document.scripts].find(({type}) => /^$|module|javascript/i.test(type));
  if (!ran && 'trustedTypes' in globalThis) return undefined;
  const script = ran ? (ran.cloneNode() as HTMLScriptElement) : document.createElement('script');
  for (const name of script.getAttributeNames()) script.removeAttribute(name);
  return script;
}
