export {shopsList, type ShopsListOptions} from './server/shops-list.js';
