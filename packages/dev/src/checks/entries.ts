import {globSync} from 'node:fs';
import {runCommand} from '../run-command.js';
import {hasFile, type ExportTarget, type WorkspacePackage} from '../packages.js';
import type {Check} from './check.js';

/**
 * For each entry of `exports`: its files exist, and a module can be imported in plain Node, where
 * there is no document: importing a package of ours is harmless everywhere.
 */
export function entryChecks(one: WorkspacePackage): Check[] {
  return Object.entries(one.exports).map(([subpath, target]) => {
    const specifier = one.name + subpath.slice(1);
    const isModule = !subpath.includes('*') && !/\.(?:json|txt)$/.test(subpath);
    return {
      name: `${specifier} is there${isModule ? ' and imports in Node' : ''}`,
      run: async () => {
        const missing = exportedFiles(target).filter(file => !isThere(one, file));
        if (missing.length > 0) throw new Error(`missing ${missing.join(', ')}`);
        if (isModule) await importInNode(specifier, one.folder);
        return undefined;
      },
    };
  });
}

/** The files behind all conditions of one entry. */
export function exportedFiles(target: ExportTarget): string[] {
  if (target === null) return [];
  if (typeof target === 'string') return [target];
  return Object.values(target).flatMap(exportedFiles);
}

function isThere(one: WorkspacePackage, file: string): boolean {
  if (!file.includes('*')) return hasFile(one, file);
  return globSync(file.replace('*', '**/*'), {cwd: one.folder}).length > 0;
}

async function importInNode(specifier: string, cwd: string): Promise<void> {
  const code = `await import(${JSON.stringify(specifier)})`;
  const command = [process.execPath, '--input-type=module', '--eval', code] as const;
  const {code: exit, output} = await runCommand([...command], {cwd, timeout: 60_000});
  if (exit !== 0) throw new Error(`\n${output}`);
  if (output !== '') throw new Error(`importing it printed:\n${output}`);
}
