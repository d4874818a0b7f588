/**
 * Loaded into the process of each file of tests. A file that stays open after its tests (a socket, a child
 * process) would be waited for until the whole step is ended, with the results of all others; this one ends
 * after a time that no file needs, with its name. Nothing of ours is imported: Node loads it before tsx.
 */
const MOST_MILLISECONDS = Number(process.env['LOCAL_WIDGETS_TEST_FILE_LIMIT'] ?? 15 * 60_000);

if (process.env['NODE_TEST_CONTEXT'] !== undefined) {
  setTimeout(() => {
    const [, file] = process.argv;
    process.stderr.write(`${file} is still running after ${MOST_MILLISECONDS} ms: ended.\n`);
    process.exit(1);
  }, MOST_MILLISECONDS).unref();
}
