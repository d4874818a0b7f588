import type {BrowserLauncher} from '@web/test-runner-core';
import {chromium} from './chromium.js';
import {firefox} from './firefox.js';
import {SentenceError} from '../sentence-error.js';
import {webkit} from './webkit.js';

/** One browser family the component tests can run in. */
export interface Engine {
  /** The browser's executable, or a sentence saying what is missing. */
  find(): Found | Promise<Found>;
  /** A launcher of the test runner for the executable that `find` gave. */
  launcher(found: string): BrowserLauncher;
}

export type Found = {path: string; missing?: never} | {missing: string; path?: never};

const engines = {chromium, firefox, webkit} satisfies Record<string, Engine>;
export type EngineName = keyof typeof engines;

export const engineNames = Object.keys(engines) as EngineName[];

/**
 * Reads the BROWSERS variable: engine names with commas. Empty or absent means Chromium alone.
 * Throws a SentenceError on an unknown name.
 */
export function parseEngines(value: string | undefined): EngineName[] {
  const names = (value ?? '')
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '');
  for (const name of names) {
    if (!isEngineName(name)) {
      throw new SentenceError(
        `BROWSERS names "${name}"; known engines: ${engineNames.join(', ')}.`,
      );
    }
  }
  return names.length > 0 ? [...new Set(names as EngineName[])] : ['chromium'];
}

export async function findEngine(name: EngineName): Promise<Found> {
  return await engines[name].find();
}

/** A launcher for each name. Throws when one is not installed: it was asked for by name. */
export async function launchersFor(names: readonly EngineName[]): Promise<BrowserLauncher[]> {
  const launchers: BrowserLauncher[] = [];
  for (const name of names) {
    const found = await findEngine(name);
    if (found.path === undefined)
      throw new SentenceError(`BROWSERS asks for ${name}: ${found.missing}`);
    launchers.push(engines[name].launcher(found.path));
  }
  return launchers;
}

function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(engines, name);
}
