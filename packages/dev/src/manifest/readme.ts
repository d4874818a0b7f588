import {format, resolveConfig} from 'prettier';

const START = '<!-- api:start -->';
const END = '<!-- api:end -->';

/**
 * A README with `tables` between its markers `<!-- api:start -->` and `<!-- api:end -->`; undefined
 * when it does not have both, in this order.
 */
export function withTables(readme: string, tables: string): string | undefined {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n\n${tables.trim()}\n\n${readme.slice(end)}`;
}

/** Markdown as the repository's formatter leaves it, so that both checks agree. */
export async function formatMarkdown(markdown: string, file: string): Promise<string> {
  return format(markdown, {...(await resolveConfig(file)), parser: 'markdown'});
}
