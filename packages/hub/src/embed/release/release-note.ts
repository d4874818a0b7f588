import {readFile} from 'node:fs/promises';

/** Written beside the files when they are released (`npm run zip`): what their bytes were. */
export interface ReleaseNote {
  version: string;
  /** Of each file `sha384-…`, as in the `integrity` of a script tag. */
  files: Readonly<Record<string, string>>;
}

export const RELEASE_NOTE = 'release.json';

/** Version of a source tree that was never released. */
const UNRELEASED = '0.0.0';

/** @returns undefined where nothing was released, or another version was */
export async function readReleaseNote(
  path: string,
  version: string,
): Promise<ReleaseNote | undefined> {
  if (version === UNRELEASED) return undefined;
  try {
    const note = JSON.parse(await readFile(path, 'utf8')) as Partial<ReleaseNote>;
    const isNote = note.version === version && Object(note.files) === note.files;
    return isNote ? (note as ReleaseNote) : undefined;
  } catch {
    return undefined;
  }
}
