/** An event of Chrome's traces; durations in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** What the thread itself worked; absent where the platform has no such clock. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: {readonly name?: string};
}

/** What to ask a trace for. */
export const TRACE_CATEGORIES = ['toplevel', '__metadata'];

/**
 * How long each task of the page's main thread took, in milliseconds: by the thread's own clock, which other programs
 * of a busy machine do not make longer, and which the slowing down of the processor does.
 */
export function tasksIn(trace: string): number[] {
  const {traceEvents} = JSON.parse(trace) as {traceEvents: readonly TraceEvent[]};
  const keyOf = ({pid, tid}: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({name, args}) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(keyOf),
  );
  const tasks = new Map<string, number[]>();
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !/RunTask$/.test(event.name) || !mains.has(keyOf(event))) continue;
    const list = tasks.get(keyOf(event)) ?? [];
    tasks.set(keyOf(event), list);
    list.push((event.tdur ?? event.dur ?? 0) / 1000);
  }
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  // a browser keeps another renderer ready, which does nothing
  return [...tasks.values()].sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

/** What tasks took beyond 50 ms each (total blocking time, web.dev/tbt). */
export const blockingTime = (tasks: readonly number[]): number =>
  tasks.reduce((sum, length) => sum + Math.max(0, length - 50), 0);
