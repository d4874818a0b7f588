export {addressWith, paramsIn, type LinkParams} from './address.js';
export {escapeItem, roundedDegrees, unescapeItem} from './values.js';
