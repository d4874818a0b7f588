import type {Block, Fact, MailDocument} from './blocks.js';

/** The plain text of a mail; a paragraph is one line, which the reader's program wraps. */
export function documentToText({language, title, blocks, footer}: MailDocument): string {
  // French sets a space that does not break before its colons
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const parts = [
    underlined(title, '='),
    ...blocks.map(block => blockToText(block, colon)),
    `-- \n${footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockToText(block: Block, colon: string): string {
  const fact = ({label, text, url}: Fact) =>
    `${label}${colon} ${text}${url === undefined || url === text ? '' : ` (${url})`}`;
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, '-');
    case 'text':
      return block.text;
    case 'highlight':
      return fact(block);
    case 'facts':
      return block.facts.map(fact).join('\n');
    case 'list':
      return block.items.map(item => `- ${item}`).join('\n');
    case 'table': {
      const rows = block.rows.map(cells => `- ${cells.join(' | ')}`);
      return [
        `${block.caption} (${block.columns.join(' | ')})${colon}`,
        ...rows,
        ...block.sums.map(fact),
      ].join('\n');
    }
    case 'link':
      return `${block.text}${colon}\n${block.url}`;
    case 'form':
      return [`${block.title}${colon}`, ...block.lines.map(line => `  ${line}`)].join('\n');
  }
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat(Math.min(text.length, 72))}`;
}
