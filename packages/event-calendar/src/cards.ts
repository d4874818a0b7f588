/** Cards with images, in a file of their own: loaded when they are shown. */
export {Cards} from './cards/cards.js';
