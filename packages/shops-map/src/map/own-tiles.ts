/** The lazily loaded part for tiles that a page brings itself: addresses are read, archives opened. */
export {addressedBasemap} from './addressed-basemap.js';
export {openArchive} from './pmtiles/open-archive.js';
