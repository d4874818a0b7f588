// The command line as a process of its own, straight from the sources.
import {main} from '../../src/cli/main.js';

process.exitCode = await main(process.argv.slice(2));
