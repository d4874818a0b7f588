import {accessSync, constants} from 'node:fs';
import {delimiter, isAbsolute, join} from 'node:path';

/**
 * The first candidate that can be executed. A name without a folder is looked up in PATH;
 * candidates built from an unset variable are undefined and passed over.
 */
export function findExecutable(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === '') continue;
    const paths = isAbsolute(candidate) ? [candidate] : inPath(candidate);
    const hit = paths.find(isExecutable);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** `relative` below each of Windows' program folders; nothing on other systems. */
export function inWindowsPrograms(relative: string): string[] {
  if (process.platform !== 'win32') return [];
  const {LOCALAPPDATA, PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles86} = process.env;
  return [PROGRAMFILES, programFiles86, LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .map(folder => join(folder, relative));
}

function inPath(name: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, name));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
