export * from './address/index.js';
export {systemClock, systemRandom, type Clock, type Random} from './clock.js';
export {defineElement} from './element/define.js';
export {LazyPart} from './element/lazy-part.js';
export {LocalElement} from './element/local-element.js';
export {MinuteController} from './element/minute-controller.js';
export {property, state} from './element/property.js';
export {FeedController, type FeedState} from './feed/feed-controller.js';
export {FeedError, type FeedErrorCode} from './feed/feed-error.js';
export type {FeedEnvironment} from './feed/environment.js';
export {loadFeed, type Feed, type FeedOptions} from './feed/load-feed.js';
export {formatDistance, formatNumber} from './format/number.js';
export {
  formatDate,
  formatDay,
  formatMoment,
  formatTime,
  formatWallTime,
  formatWeekday,
  isoDateIn,
} from './format/time.js';
export {mailUrl, siteName, UGC_REL} from './links/contact.js';
export {telUrl, webUrl} from './links/links.js';
export {Dictionary} from './localize/dictionary.js';
export {bestLanguage, languageAround} from './localize/language.js';
export {LanguageController} from './localize/language-controller.js';
export {warn} from './log.js';
export {inertScript} from './page/inert-script.js';
export {itemsIn, type MicrodataItem} from './page/microdata.js';
export {download, fileWords} from './share/download.js';
export {canShare, copyText, deliverLink, linkTo, type Delivery} from './share/link.js';
export {adoptStyles} from './styles/adopt-styles.js';
export {controls} from './styles/controls.styles.js';
export {hostStyles} from './styles/host.styles.js';
export {tokens} from './styles/tokens.styles.js';
export {isSameAddress, PageAddress, type Later} from './url-state/page-address.js';
export {startWorker, type StartedWorker} from './worker/start-worker.js';
export {WorkerRefusal} from './worker/worker-refusal.js';
export {WorkerTalk, type TalkOptions} from './worker/worker-talk.js';
