/** What JSON can say. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | {readonly [key: string]: Plain | undefined};

/** The value as PHP writes it, indented; texts in single quotes, where only `\` and `'` mean something. */
export function phpValue(value: Plain, indent = ''): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  if (value === null || typeof value !== 'object') return String(value);
  const inner = `${indent}    `;
  const lines = Array.isArray(value)
    ? value.map((one: Plain) => phpValue(one, inner))
    : Object.entries(value as Record<string, Plain | undefined>)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${phpValue(key)} => ${phpValue(one!, inner)}`);
  return lines.length === 0
    ? '[]'
    : `[\n${lines.map(line => `${inner}${line},\n`).join('')}${indent}]`;
}

/** A file that gives a value to whom requires it. */
export const phpFile = (value: Plain): string =>
  `<?php\n// Written by \`npm run cms\` from widgets.json; changes here are lost.\nreturn ${phpValue(value)};\n`;
