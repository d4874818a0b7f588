import type {Contender, LongTask, Moments} from './contender.js';

/** Measures in the page itself: what is painted when, and what keeps the page from answering. */
export function startProbe(feed: string, contender: Contender): void {
  const longTasks: LongTask[] = [];
  new PerformanceObserver(list => {
    for (const {startTime, duration} of list.getEntries()) {
      longTasks.push({start: startTime, length: duration});
    }
  }).observe({type: 'longtask', buffered: true});
  const timed = async (action: () => void): Promise<number> => {
    const start = performance.now();
    action();
    await contender.answered?.();
    await frameBegins();
    await frameEnded();
    return performance.now() - start;
  };
  window.bench = {contender, longTasks, painted: painted(feed, contender), timed};
}

async function painted(feed: string, contender: Contender): Promise<Moments> {
  const hasList = contender.rows() !== undefined;
  let listPainted: number | undefined;
  let mapPainted: number | undefined;
  while (mapPainted === undefined || (hasList && listPainted === undefined)) {
    await frameBegins();
    const [list, map] = [contender.rows() ?? 0, contender.markers()];
    await frameEnded();
    if (list > 0) listPainted ??= performance.now();
    if (map > 0) mapPainted ??= performance.now();
  }
  const [entry] = performance.getEntriesByName(new URL(feed, location.href).href);
  const {responseEnd} = entry as PerformanceResourceTiming;
  return {arrived: responseEnd, listPainted, mapPainted};
}

function frameBegins(): Promise<unknown> {
  return new Promise(resolve => requestAnimationFrame(resolve));
}

/** The first task after a frame was laid out and painted. */
function frameEnded(): Promise<void> {
  return new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
}
