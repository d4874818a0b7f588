import type {FastifyBaseLogger} from 'fastify';

/** A line of a log: its level, what it tells of, and its sentence. */
export type LogLine = readonly [level: 'info' | 'warn' | 'error', facts: unknown, sentence: string];

/** A log that keeps what it is told. */
export function recordingLog() {
  const lines: LogLine[] = [];
  const at = (level: LogLine[0]) => (facts: unknown, sentence: string) =>
    void lines.push([level, facts, sentence]);
  const log = {info: at('info'), warn: at('warn'), error: at('error')};
  return {lines, log: log as unknown as FastifyBaseLogger};
}
