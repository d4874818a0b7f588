import {readFile} from 'node:fs/promises';
import {SourceMap, type SourceMapPayload} from 'node:module';
import {basename} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Protocol} from 'puppeteer-core';
import type {Visit} from './measure.js';

/** Milliseconds without and with what it calls. */
interface Cost {
  own: number;
  total: number;
}

const SHOWN = 40;
/** Nobody types a search sooner. */
const BEFORE_SEARCH = 4000;
/** Characters of a line of source that are shown. */
const LINE = 60;

type Action = () => void;

/** Where the time of our page goes, by function of our sources, for loading and for each filter. */
export async function profile(
  {browser, origin, data, throttle}: Visit,
  scripts: string,
): Promise<string> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1440, height: 900});
  if (throttle > 1) await page.emulateCPUThrottling(throttle);
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', {interval: 200});
  const report: string[] = [];
  const record = async (words: string, work: () => Promise<unknown>): Promise<void> => {
    await session.send('Profiler.start');
    await work();
    await sleep(1000);
    const {profile} = await session.send('Profiler.stop');
    report.push(`${words}, ${data.name}, CPU ×${throttle}`, await describe(profile, scripts));
  };
  const act = (action: Action) => () => page.evaluate(action);
  try {
    await record('Loading', async () => {
      await page.goto(`${origin}/ours.html`);
      await page.waitForFunction(() => 'bench' in window);
      await page.evaluate(() => window.bench.painted);
    });
    await record(
      'A category',
      act(() => window.bench.contender.toggleCategory()),
    );
    await sleep(BEFORE_SEARCH);
    await record(
      'The first search',
      act(() => window.bench.contender.search('boulangerie')),
    );
  } finally {
    await context.close();
  }
  return report.join('\n');
}

async function describe(profile: Protocol.Profiler.Profile, scripts: string): Promise<string> {
  const nameOf = await namesOf(profile, scripts);
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({id, children = []}) => children.map(child => [child, id] as const)),
  );
  const costs = new Map<string, Cost>();
  profile.samples?.forEach((id, i) => {
    const spent = (profile.timeDeltas?.[i] ?? 0) / 1000;
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const name = nameOf(nodes.get(at)!.callFrame);
      const cost = costs.get(name) ?? {own: 0, total: 0};
      if (at === id) cost.own += spent;
      if (!seen.has(name)) cost.total += spent;
      seen.add(name);
      costs.set(name, cost);
    }
  });
  return [...costs]
    .filter(([name]) => !/^\((root|idle|program)\)/.test(name))
    .sort(([, a], [, b]) => b.total - a.total)
    .slice(0, SHOWN)
    .map(
      ([name, {own, total}]) =>
        `${total.toFixed(1).padStart(9)} ${own.toFixed(1).padStart(9)}  ${name}`,
    )
    .join('\n');
}

type NameOf = (frame: Protocol.Runtime.CallFrame) => string;

/** The line of the source where a function begins, through the source maps beside the built files. */
async function namesOf(profile: Protocol.Profiler.Profile, scripts: string): Promise<NameOf> {
  const maps = new Map<string, {map: SourceMap; lines: Map<string, string[]>}>();
  for (const {callFrame} of profile.nodes) {
    const file = basename(callFrame.url);
    if (!callFrame.url.includes('/local-widgets/') || maps.has(file)) continue;
    const payload = JSON.parse(
      await readFile(`${scripts}/${file}.map`, 'utf8'),
    ) as SourceMapPayload;
    const lines = payload.sources.map((source, i): [string, string[]] => [
      source,
      (payload.sourcesContent[i] ?? '').split('\n'),
    ]);
    maps.set(file, {map: new SourceMap(payload), lines: new Map(lines)});
  }
  return ({url, functionName, lineNumber, columnNumber}) => {
    const known = maps.get(basename(url));
    const entry = known?.map.findEntry(lineNumber, columnNumber);
    if (!known || !entry || !('originalSource' in entry)) return functionName || '(anonymous)';
    const {originalSource, originalLine} = entry;
    const line = known.lines.get(originalSource)?.[originalLine] ?? functionName;
    const file = originalSource.replace(/^(\.\.\/)+/, '');
    return `${file}:${originalLine + 1}  ${line.trim().slice(0, LINE)}`;
  };
}
