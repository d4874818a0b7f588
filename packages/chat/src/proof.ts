/** What solves the hub's challenges, in a file of its own: few visitors are asked for it. */
export {solve} from './proof/solve.js';
