import type {Ended} from './report.js';

const MEGABYTE = 1024 * 1024;

/** What each kind of input cost: the most of a single one, and how much of it was refused as a whole. */
export function tableOf(ended: readonly Ended[]): string {
  const kinds = new Map<string, Ended[]>();
  for (const one of ended) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  const rows = [...kinds].map(([kind, all]) => {
    const most = (of: (one: Ended) => number): number =>
      all.reduce((top, one) => Math.max(top, of(one)), 0);
    const refused = all.filter(({outcome}) => outcome === 'refused').length;
    const cells = [
      kind,
      all.length,
      refused,
      (most(({bytes}) => bytes) / MEGABYTE).toFixed(1),
      most(({milliseconds}) => milliseconds).toFixed(0),
      (most(({rss}) => rss) / MEGABYTE).toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = ['kind', 'inputs', 'refused', 'largest, MB', 'most CPU, ms', 'process, MB'];
  return [`| ${head.join(' | ')} |`, '| --- | --: | --: | --: | --: | --: |', ...rows].join('\n');
}
