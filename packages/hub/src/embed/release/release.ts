import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {RELEASE_NOTE, type ReleaseNote} from './release-note.js';
import {ReleaseFile} from './release-file.js';

export interface ReleaseParts {
  version: string;
  /** Folder of the files. */
  folder: string;
  /** Where the zip and the note of the release are; the same folder for those that were kept. */
  beside: string;
  note: ReleaseNote | undefined;
}

/** No slash, and no dot in front: nothing but what lies in the folder itself. */
const NAME = /^[a-z0-9][\w.-]*$/i;

/** The files of one version. */
export class Release {
  readonly version: string;
  readonly note: ReleaseNote | undefined;
  readonly folder: string;
  readonly beside: string;
  readonly #files = new Map<string, {stamp: string; file: ReleaseFile}>();

  constructor({version, folder, beside, note}: ReleaseParts) {
    this.version = version;
    this.folder = folder;
    this.beside = beside;
    this.note = note;
  }

  /** Its files in one, for self-hosting; there once the version was released. */
  get zipName(): string {
    return `local-widgets-${this.version}.zip`;
  }

  /** Read again when it changed: while one develops, a build writes new files under the same version. */
  async file(name: string): Promise<ReleaseFile | undefined> {
    if (!NAME.test(name)) return undefined;
    const isBeside = name === this.zipName || name === RELEASE_NOTE;
    const path = join(isBeside ? this.beside : this.folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const stamp = `${found.mtimeMs} ${found.size}`;
    const known = this.#files.get(name);
    if (known?.stamp === stamp) return known.file;
    const file = new ReleaseFile(name, await readFile(path));
    this.#files.set(name, {stamp, file});
    return file;
  }

  /**
   * Whether these are the bytes that were released under this name, and will never be others. A version
   * number alone does not say so: between two releases, whoever develops builds other files under it.
   */
  isFinal(name: string, {integrity}: ReleaseFile): boolean {
    if (!this.note) return false;
    return name === this.zipName || this.note.files[name] === integrity;
  }
}
