import {fileURLToPath} from 'node:url';

/** Absolute path of the repository, without a trailing separator. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** Scratch files of the tools (logs, counts); inside node_modules, so neither git nor lint sees it. */
export const cacheFolder = `${root}/node_modules/.cache/local-widgets`;
