export {systemClock, systemRandom, type Clock, type Random} from './clock.js';
export {defineElement} from './element/define.js';
export {LocalElement} from './element/local-element.js';
export {property, state} from './element/property.js';
export {FeedController, type FeedState} from './feed/feed-controller.js';
export {FeedError, type FeedErrorCode} from './feed/feed-error.js';
export type {FeedEnvironment} from './feed/environment.js';
export {loadFeed, type Feed, type FeedOptions} from './feed/load-feed.js';
export {
  formatDate,
  formatDistance,
  formatNumber,
  formatTime,
  formatWallTime,
  formatWeekday,
  isoDateIn,
} from './format/format.js';
export {mailUrl, siteName, telUrl, UGC_REL, webUrl} from './links/links.js';
export {Dictionary} from './localize/dictionary.js';
export {bestLanguage, languageAround} from './localize/language.js';
export {LanguageController} from './localize/language-controller.js';
export {warn} from './log.js';
export {controls} from './styles/controls.styles.js';
export {hostStyles} from './styles/host.styles.js';
export {tokens} from './styles/tokens.styles.js';
