interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}

/** As V8's Profiler domain gives it: times in microseconds, lines from 0. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds without and with what it calls. */
export interface Share {
  readonly name: string;
  own: number;
  total: number;
}

/** The package of ours with its room, npm's package, or what of Node it is. */
export function packageOf({functionName, url}: CallFrame): string {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (functionName === '(idle)' || functionName === '(program)') return functionName;
  const ours = /\/packages\/([^/]+)\/(?:dist|src)\/(?:([^/]+)\/)?/.exec(url);
  if (ours) return `${ours[1]}/${ours[2] ?? ''}`;
  const npm = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url);
  if (npm) return npm[1]!;
  return url.startsWith('node:') ? url.replace(/\/.*/s, '').replace('node:', 'node: ') : 'native';
}

const functionOf = (frame: CallFrame): string => {
  const {functionName, url, lineNumber} = frame;
  const file = url.replace(/^.*\/(?:packages|node_modules)\//, '');
  return url === ''
    ? functionName || '(native)'
    : `${functionName || '(anonymous)'}  ${file}:${lineNumber + 1}`;
};

/** The greatest own time first. */
export const byPackage = (profile: CpuProfile): Share[] =>
  shares(profile, packageOf).sort((a, b) => b.own - a.own);

/** The greatest total first; the frames that hold all others are left out. */
export const byFunction = (profile: CpuProfile): Share[] =>
  shares(profile, functionOf)
    .filter(({name}) => !/^\((root|idle|program)\)/.test(name))
    .sort((a, b) => b.total - a.total);

function shares(profile: CpuProfile, nameOf: (frame: CallFrame) => string): Share[] {
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({id, children = []}) => children.map(child => [child, id] as const)),
  );
  const found = new Map<string, Share>();
  profile.samples.forEach((id, at) => {
    const spent = (profile.timeDeltas[at] ?? 0) / 1000;
    const seen = new Set<string>();
    for (let node: number | undefined = id; node !== undefined; node = parents.get(node)) {
      const name = nameOf(nodes.get(node)!.callFrame);
      const share = found.get(name) ?? {name, own: 0, total: 0};
      if (node === id) share.own += spent;
      if (!seen.has(name)) share.total += spent;
      seen.add(name);
      found.set(name, share);
    }
  });
  return [...found.values()];
}
