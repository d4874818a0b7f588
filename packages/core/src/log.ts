/**
 * A precise sentence for the webmaster, in English, in the browser's console. What the visitor needs
 * to know is said on the page, in the visitor's language.
 */
export function warn(tag: string, message: string, ...details: unknown[]): void {
  console.warn(`<${tag}> ${message}`, ...details);
}
