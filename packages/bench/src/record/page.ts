import {previousOf, type HistoryEntry} from './history.js';
import {verdictOf, type BenchRecord, type Machine, type Promised, type Table} from './record.js';
import {cellText} from './table-text.js';

const INTRODUCTION = `# Figures beside peers

Every peer runs on the same work, machine and minute as ours: contenders in turn in each round, medians of the
rounds, correctness asserted in the same run. \`npm run build\`, \`npm run bench\` and \`npm run bench:record\` make this
page anew; nobody writes in it by hand. Ratios travel to another machine, milliseconds do not. What is measured, and
how fair that is, stands in [the README of the bench](../../packages/bench/README.md); what the figures mean, and where
the time goes, in [figures](../figures.md). Each run is a line of [the history](history.jsonl), so that a drift is
seen: the column “before” is the run before the last.
`;

/** The page of all topics in Markdown, of what stands beside it in JSON and nothing else. */
export function pageOf(records: readonly BenchRecord[], history: readonly HistoryEntry[]): string {
  return [INTRODUCTION, ...records.map(record => sectionOf(record, history))].join('\n');
}

function sectionOf(record: BenchRecord, history: readonly HistoryEntry[]): string {
  const {topic, title, date, command, machine, versions, rounds, promises, tables, notes} = record;
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `## ${title}`,
    [
      `- **When, where.** ${date}, ${machineWords(machine)}`,
      `- **How.** \`${command}\`, ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}. [Everything of this run](${topic}.json).`,
      `- **Against.** ${peers.join(', ')}.`,
    ].join('\n'),
    ...(promises.length > 0 ? [promiseTable(record, history)] : []),
    ...tables.map(tableOf),
    notes.map(note => `- ${escaped(note)}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function machineWords({processor, cores, memory, system, node, browser, load}: Machine): string {
  const gigabytes = (memory / 1e9).toFixed(0);
  const about = [`${cores} cores of ${processor}`, `${gigabytes} GB`, system, `Node ${node}`];
  const all = browser === undefined ? about : [...about, browser];
  return `${all.join(', ')}. Work that waited for a core when it ended: ${load}.`;
}

function promiseTable({topic, promises}: BenchRecord, history: readonly HistoryEntry[]): string {
  const rows = promises.map(promised => {
    const before = previousOf(history, topic, promised.name);
    return [
      promised.name,
      figure(promised.value, promised.unit),
      boundsOf(promised),
      verdictOf(promised),
      before ? `${figure(before.value, promised.unit)} (${before.date})` : '',
    ];
  });
  return markdownTable(['promised', 'figure', 'bound', 'verdict', 'before'], rows);
}

const figure = (value: number, unit: string): string =>
  Number.isNaN(value) ? '–' : `${cellText(value)} ${unit}`.trim();

const boundsOf = ({atLeast, atMost, unit}: Promised): string =>
  [
    ...(atLeast === undefined ? [] : [`at least ${figure(atLeast, unit)}`]),
    ...(atMost === undefined ? [] : [`at most ${figure(atMost, unit)}`]),
  ].join(', ');

const tableOf = ({title, columns, rows}: Table): string =>
  `**${escaped(title)}**\n\n${markdownTable(
    columns,
    rows.map(row => row.map(cellText)),
  )}`;

function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const marks = columns.map((_, at) => (at === 0 ? '---' : '--:'));
  const lines = [columns.map(escaped), marks, ...rows.map(row => row.map(escaped))];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** What Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[|*_<>\\]/g, '\\$&');
