#!/usr/bin/env node
// Nothing else is imported before: on an older Node, SQLite would end the process without a word.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `The hub needs Node 22.14 or later; this is Node ${process.versions.node}. See https://nodejs.org\n`,
  );
  process.exit(1);
}

// A small machine is enough. V8 lets garbage grow with the memory of the machine: a smaller young generation, and an old
// one that grows by a tenth before it is looked through, keep the hub to what it needs; V8's own preference for size
// would cost a fifth of its speed (decision 12). The allocator of glibc is told to give back what is free. All of them are read at the start of
// a process only, so that it begins again, in its own place, where the system can do so; what you set yourself
// stays.
const flags = ['--max-semi-space-size=2', '--max-old-space-size=1024', '--heap-growing-percent=10'];
const allocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
};
const given = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').replaceAll('_', '-');
const missing = flags.filter(flag => !given.includes(flag.replace(/=.*/, '')));
const isTuned = Object.keys(allocator).every(name => process.env[name] !== undefined);
if ((missing.length > 0 || !isTuned) && process.execve && process.platform !== 'win32') {
  process.removeAllListeners('warning');
  const args = [process.execPath, ...process.execArgv, ...missing, ...process.argv.slice(1)];
  process.execve(process.execPath, args, {...allocator, ...process.env});
}

const {main} = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
