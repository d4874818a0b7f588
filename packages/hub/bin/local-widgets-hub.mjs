#!/usr/bin/env node
// Nothing else is imported before: on an older Node, SQLite would end the process without a word.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `The hub needs Node 22.14 or later; this is Node ${process.versions.node}. See https://nodejs.org\n`,
  );
  process.exit(1);
}

// A small machine is enough: young objects are collected sooner, which halves the memory under load. V8 takes
// it at its start only, so that the process begins again, in its own place, where the system can do so.
const FLAG = '--max-semi-space-size';
const isSet = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some(text =>
  text.includes(FLAG),
);
if (!isSet && process.execve && process.platform !== 'win32') {
  const args = [process.execPath, ...process.execArgv, `${FLAG}=2`, ...process.argv.slice(1)];
  process.removeAllListeners('warning');
  process.execve(process.execPath, args, process.env);
}

const {main} = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
