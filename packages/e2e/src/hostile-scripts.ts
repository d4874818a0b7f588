/** What pages do to the language and the browser that our scripts share with them, by what does it. */
export const HOSTILE_SCRIPTS: Readonly<Record<string, string>> = {
  'an old Prototype.js: toJSON on everything, its own Array.from and Element methods': `
    for (const type of [Array, String, Number, Date]) {
      type.prototype.toJSON = function () { return String(this); };
    }
    delete Date.prototype.toJSON;
    Date.prototype.toJSON = function () { return this.toISOString(); };
    Array.from = function (things) {
      const list = [];
      for (let at = 0; at < (things ? things.length : 0); at++) list.push(things[at]);
      return list;
    };
    Array.prototype.find = Array.prototype.find;
    Element.prototype.select = Element.prototype.querySelectorAll;
    Element.prototype.update = function (text) { this.textContent = text; return this; };
    Element.prototype.hide = function () { this.style.display = 'none'; return this; };
    Element.prototype.remove = function () { this.parentNode?.removeChild(this); return this; };
    Event.prototype.stop = function () { this.preventDefault(); this.stopPropagation(); };
    Function.prototype.bind = (bind => function () { return bind.apply(this, arguments); })(Function.prototype.bind);
  `,
  'MooTools: everything enumerable on every prototype': `
    Object.prototype.each = function () {};
    Object.prototype.clone = function () { return this; };
    Array.prototype.each = function () {};
    Array.prototype.contains = function (what) { return this.indexOf(what) >= 0; };
    Array.prototype.flatten = function () { return this; };
    Array.prototype.last = function () { return this[this.length - 1]; };
    String.prototype.contains = function (what) { return this.indexOf(what) >= 0; };
    Number.prototype.times = function () {};
    Function.prototype.extend = function () {};
    Function.prototype.periodical = function () {};
  `,
  'polyfills that replace what is there: promises, fetch that wraps, timers that count': `
    const RealPromise = Promise;
    class OldPromise extends RealPromise {}
    window.Promise = OldPromise;
    const wrap = (target, name) => {
      const real = target[name];
      target[name] = function (first, ...others) {
        const called = typeof first === 'function' ? function () { return first.apply(this, arguments); } : first;
        return real.call(this ?? window, called, ...others);
      };
    };
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']) wrap(window, name);
    const listeners = new WeakMap();
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (!listener) return;
      let wrapped = listeners.get(listener);
      if (!wrapped) {
        wrapped = function (event) {
          return typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
        };
        listeners.set(listener, wrapped);
      }
      return addEventListener.call(this, type, wrapped, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      return removeEventListener.call(this, type, listeners.get(listener) ?? listener, options);
    };
    const realFetch = window.fetch;
    window.fetch = async function (input, init) {
      const answer = await realFetch.call(window, input, init);
      return answer;
    };
  `,
  'something that records all: define, attachShadow, observers, console': `
    const {define} = customElements;
    customElements.define = function (name, type, options) {
      class Recorded extends type {}
      return define.call(this, name, Recorded, options);
    };
    const {attachShadow} = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, {...init, mode: 'open'});
    };
    const Real = window.MutationObserver;
    window.MutationObserver = class extends Real {};
    for (const name of ['pushState', 'replaceState']) {
      const real = history[name];
      history[name] = function () { return real.apply(this, arguments); };
    }
  `,
  'JSON of its own, that refuses undefined and lists methods': `
    const {stringify, parse} = JSON;
    JSON.stringify = function (value, replacer, space) {
      return stringify.call(JSON, value, replacer ?? null, space ?? 0);
    };
    JSON.parse = function (text) { return parse.call(JSON, String(text)); };
  `,
  'an Intl with parts missing': `
    delete Intl.ListFormat;
    delete Intl.RelativeTimeFormat;
    delete Intl.DisplayNames;
    delete Intl.Segmenter;
    delete Intl.supportedValuesOf;
    delete Intl.DurationFormat;
  `,
  'a browser without comforts: no idle time, no structuredClone, no randomUUID': `
    delete window.requestIdleCallback;
    delete window.cancelIdleCallback;
    delete window.structuredClone;
    delete Crypto.prototype.randomUUID;
    delete window.BroadcastChannel;
    delete window.SharedWorker;
    delete Navigator.prototype.locks;
    delete Navigator.prototype.share;
    delete Navigator.prototype.clipboard;
    delete Document.prototype.startViewTransition;
    delete Element.prototype.checkVisibility;
  `,
  'nothing can be stored: each access throws': `
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
      });
    }
  `,
  'storage is full': `
    Storage.prototype.setItem = function () {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  `,
  'storage is null, as in some web views': `
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {get: () => null});
    }
  `,
  'globals with our words': `
    window.process = {env: {}};
    window.module = {exports: {}};
    window.exports = window.module.exports;
    window.define = function () { throw new Error('AMD was asked'); };
    window.define.amd = {};
    window.require = function () { throw new Error('CommonJS was asked'); };
    window.L = {version: '0.7.7', map() { throw new Error('the page has an old Leaflet'); }};
    window.lit = {}; window.html = null; window.name = 'x'; window.top2 = 1; window.status = 'x';
    window.$ = window.jQuery = function () { return []; };
    window._ = {}; window.event = undefined; window.close2 = 1;
  `,
  'a clock that stands still, in another zone': `
    const now = Date.now();
    Date.now = () => now;
    performance.now = () => 1000;
    Date.prototype.getTimezoneOffset = () => 600;
  `,
};
