#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8';

// Nothing else is imported before: on an older Node, SQLite would end the process without a word.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `The hub needs Node 22.14 or later; this is Node ${process.versions.node}. See https://nodejs.org\n`,
  );
  process.exit(1);
}

// a small machine is enough: young objects are collected sooner, which takes a third less memory
setFlagsFromString('--max-semi-space-size=2');

const {main} = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
