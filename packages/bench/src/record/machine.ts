import {cpus, loadavg, release, totalmem, type} from 'node:os';
import type {Machine} from './record.js';

/** The machine this runs on, and how busy it is. */
export function machine(browser?: string): Machine {
  const [first] = cpus();
  const about = {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: totalmem(),
    // without what whoever built it added to its name
    system: `${type()} ${release().split('-')[0]}`,
    node: process.version,
    load: Math.round(loadavg()[0]! * 10) / 10,
  };
  return browser === undefined ? about : {...about, browser};
}
