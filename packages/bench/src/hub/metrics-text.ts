/** What is read from the hub's /metrics. */
export interface HubMetrics {
  /** Resident set size, in megabytes (10⁶ bytes). */
  readonly memory: number;
  /** Mails and webhooks that still wait. */
  readonly waiting: number;
  /** Milliseconds of processors that the process has used. */
  readonly processor: number;
}

/** @param text in the text format of Prometheus; what is missing is not a number */
export function readMetrics(text: string): HubMetrics {
  return {
    memory: sumOf(text, 'process_resident_memory_bytes') / 1e6,
    waiting: sumOf(text, 'hub_outbox_waiting'),
    processor: sumOf(text, 'process_cpu_seconds_total') * 1000,
  };
}

function sumOf(text: string, name: string): number {
  const lines = text.split('\n').filter(line => /^\w+/.exec(line)?.[0] === name);
  if (lines.length === 0) return NaN;
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
