import {categories} from '@local-widgets/model';
import type {Use} from './markup.js';
import type {Sources} from './sources.js';
import {templatesOf} from './syntax.js';

export interface CustomPropertyUse extends Use {
  /** What holds when nobody sets the property; undefined without a fallback. */
  readonly fallback: string | undefined;
}

/** The words in a source that write a property for each colour of the category file. */
const OF_CATEGORIES = 'var(--local-color-${id},${color})';

/** Every `var(--local-…)` in the styles: what a page may set. Names with `--_` are our own. */
export function customPropertiesIn(sources: Sources): CustomPropertyUse[] {
  const written = [...sources].flatMap(([file, text]) =>
    templatesOf(file, text, 'css').flatMap(css => {
      const plain = css.replace(/\/\*.*?\*\//gs, '');
      return [...plain.matchAll(/var\(\s*(--local-[\w-]+)/g)].map(match => ({
        name: match[1] as string,
        file,
        fallback: fallbackAfter(plain.slice(match.index + match[0].length)),
      }));
    }),
  );
  const made = [...sources]
    .filter(([, text]) => text.includes(OF_CATEGORIES))
    .flatMap(([file]) =>
      categories.flatMap(({id, color: fallback}) =>
        fallback ? [{name: `--local-color-${id}`, file, fallback}] : [],
      ),
    );
  return [...written, ...made];
}

/** The text between the comma and the bracket that closes `var(`. */
function fallbackAfter(rest: string): string | undefined {
  if (!rest.trimStart().startsWith(',')) return undefined;
  let depth = 1;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '(') depth++;
    if (rest[at] === ')' && --depth === 0) {
      return rest
        .slice(rest.indexOf(',') + 1, at)
        .replace(/\s+/g, ' ')
        .trim();
    }
  }
  return undefined;
}
