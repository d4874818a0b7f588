import {parseArgs} from 'node:util';
import {root} from '@local-widgets/dev/src/root.js';
import {knownNames, wholeNumbers} from '../measuring/option-values.js';
import {CONTENDERS, type ContenderName} from './contenders.js';

export interface Options {
  /** A GeoJSON file measured beside the generated places. */
  readonly places: string | undefined;
  /** How many generated places, one data set each. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Factors by which the processor is slowed down. */
  readonly throttles: readonly number[];
  /** The generated places that are measured with a slowed processor as well. */
  readonly slowSizes: readonly number[];
  /** Folder of the built script files. */
  readonly scripts: string;
  readonly only: readonly ContenderName[];
  /** Tell where the time goes instead of comparing. */
  readonly profile: boolean;
  readonly help: boolean;
}

export const HELP = `npm run bench -- map [options]
  --places FILE      a GeoJSON of places; without it LOCAL_WIDGETS_DATA/local-shops-producers-fr.geojson
  --sizes 1000,10000 numbers of generated places (default 1000,10000,50000,100000; 0 for none)
  --rounds 3         rounds, of which the medians are shown
  --throttle 1,4     factors by which the processor is slowed down
  --slow-sizes 10000 the generated places that are measured with a slowed processor (default all)
  --scripts FOLDER   built files other than packages/embed/dist/cdn, to compare two builds
  --only NAMES       ours, supercluster, markercluster
  --profile          where the time of ours goes, by function`;

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      places: text,
      sizes: {...text, default: '1000,10000,50000,100000'},
      rounds: {...text, default: '3'},
      throttle: {...text, default: '1,4'},
      'slow-sizes': text,
      scripts: {...text, default: `${root}/packages/embed/dist/cdn`},
      only: {...text, default: CONTENDERS.join()},
      profile: {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  });
  const folder = env['LOCAL_WIDGETS_DATA'];
  return {
    places: values.places ?? (folder && `${folder}/local-shops-producers-fr.geojson`),
    sizes: wholeNumbers('--sizes', values.sizes).filter(size => size > 0),
    rounds: Math.max(1, wholeNumbers('--rounds', values.rounds)[0] ?? 1),
    throttles: wholeNumbers('--throttle', values.throttle),
    slowSizes: wholeNumbers('--slow-sizes', values['slow-sizes'] ?? values.sizes),
    scripts: values.scripts,
    only: knownNames('--only', values.only, CONTENDERS),
    profile: values.profile,
    help: values.help,
  };
}
