export {systemChance, systemClock, type Chance, type Clock} from './chance-and-clock.js';
export {ConfigError} from './config/config-error.js';
export type {HubConfig} from './config/hub-config.js';
export {readConfig, type ConfigSources} from './config/read-config.js';
export {DatabaseError} from './database/database-error.js';
export {importShops, type ImportedShop} from './shops/import-shops.js';
export {startHub, type Hub, type HubOptions} from './hub.js';
