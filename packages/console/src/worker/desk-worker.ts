/**
 * The desk's service worker: shows notifications while no desk is open, and nothing else. It answers no
 * request, and keeps nothing.
 */
import {openNotice, renew, showNotice} from './notices.js';
import type {LastingEvent, NotificationEvent, PushEvent, WorkerScope} from './worker-scope.js';

const scope = globalThis as unknown as WorkerScope;

function on(type: string, work: (event: LastingEvent) => Promise<unknown>): void {
  addEventListener(type, event => {
    const lasting = event as unknown as LastingEvent;
    lasting.waitUntil(work(lasting));
  });
}

on('install', () => scope.skipWaiting());
on('activate', () => scope.clients.claim());
on('push', event => showNotice(scope, event as PushEvent));
on('notificationclick', event => openNotice(scope, event as NotificationEvent));
on('pushsubscriptionchange', event => renew(scope, event));
