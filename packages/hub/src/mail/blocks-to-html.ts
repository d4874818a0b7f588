import type {Block, Fact, MailDocument} from './blocks.js';

/**
 * The HTML of a mail: headings in order, a table only for what is one, the language on its root. It
 * loads nothing (no picture, font or script), follows nobody, and leaves colours to the reader's program,
 * dark ones too.
 */
export function documentToHtml({subject, language, title, blocks, footer}: MailDocument): string {
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="ltr">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title>`,
    `<style>${STYLES}</style>`,
    '</head>',
    '<body>',
    `<main lang="${language}">`,
    `<h1>${escaped(title)}</h1>`,
    ...blocks.map(blockToHtml),
    '</main>',
    `<footer><p>${escaped(footer)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const STYLES = [
  'body{font-family:sans-serif;font-size:1rem;line-height:1.5;margin:1rem auto;max-width:38rem;padding:0 1rem}',
  'h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}',
  'table{border-collapse:collapse;width:100%}caption{font-weight:bold;text-align:left}',
  'th,td{border-bottom:1px solid;padding:.35rem .5rem .35rem 0;text-align:left;vertical-align:top}',
  'dt{font-weight:bold}dd{margin:0 0 .5rem}blockquote{border-left:3px solid;margin:0;padding-left:1rem}',
  '.highlight b{display:block;font-size:2rem;letter-spacing:.1em}',
].join('');

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'highlight':
      return `<p class="highlight">${escaped(block.label)} <b>${escaped(block.text)}</b></p>`;
    case 'facts':
      return `<dl>${block.facts.map(fact => `<dt>${escaped(fact.label)}</dt><dd>${valueOf(fact)}</dd>`).join('')}</dl>`;
    case 'list':
      return `<ul>${block.items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableToHtml(block);
    case 'link':
      return `<p><a href="${escaped(block.url)}">${escaped(block.text)}</a></p>`;
    case 'form':
      return `<blockquote><p><b>${escaped(block.title)}</b></p>${block.lines.map(line => `<p>${escaped(line)}</p>`).join('')}</blockquote>`;
  }
}

function tableToHtml({caption, columns, rows, sums}: Extract<Block, {kind: 'table'}>): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, i) =>
      i ? `<td>${escaped(cell)}</td>` : `<th scope="row">${escaped(cell)}</th>`,
    );
  const span = columns.length - 1;
  return [
    `<table><caption>${escaped(caption)}</caption>`,
    `<thead><tr>${columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map(row => `<tr>${cells(row).join('')}</tr>`).join('')}</tbody>`,
    `<tfoot>${sums.map(sum => `<tr><th scope="row" colspan="${span}">${escaped(sum.label)}</th><td>${escaped(sum.text)}</td></tr>`).join('')}</tfoot></table>`,
  ].join('');
}

function valueOf({text, url}: Fact): string {
  return url === undefined ? escaped(text) : `<a href="${escaped(url)}">${escaped(text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, found => ENTITIES[found]!);
}
