import {readFileSync} from 'node:fs';

const MARK = '?copy';

/**
 * Gives some modules a copy of their own of what they import, where a shared file would be one more request
 * for a page that has nothing else that needs it. For modules without state only.
 *
 * @param shared pattern of the modules that are copied; what they import of each other is copied as well
 * @param users pattern of the modules that get the copies
 */
export function copiesOf(shared, users) {
  return {
    name: 'copies-of',
    resolveId: {
      order: 'pre',
      async handler(source, importer, options) {
        if (!importer) return null;
        const [file] = importer.split(MARK);
        if (!users.test(file) && file === importer) return null;
        const found = await this.resolve(source, file, {...options, skipSelf: true});
        return found && !found.external && shared.test(found.id)
          ? {...found, id: found.id + MARK}
          : found;
      },
    },
    load: id => (id.endsWith(MARK) ? readFileSync(id.slice(0, -MARK.length), 'utf8') : null),
  };
}
