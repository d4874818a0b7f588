import {toJson} from './to-json.js';

/**
 * JSON that can stand inside `<script type="application/ld+json">`: no `<`, which could end the
 * element or begin a comment (HTML §4.12.1.3), and no U+2028 and U+2029, which ended lines in
 * JavaScript before ES2019.
 */
export function jsonForScript(value: object): string {
  return toJson(value).replace(
    /[<\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
