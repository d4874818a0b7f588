/**
 * Makes the pages of a hub in frames as high as they say that they are: they post
 * `{type: 'local-widgets:height', height}`, also when asked by `{type: 'local-widgets:ask-height'}`.
 */
addEventListener('message', ({source, origin, data}: MessageEvent<HeightMessage | null>) => {
  if (data?.type !== 'local-widgets:height') return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe.local-widget')) {
    if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
    frame.style.height = `${Number(data.height)}px`;
  }
});

interface HeightMessage {
  readonly type?: unknown;
  /** CSS pixels. */
  readonly height?: unknown;
}

// those that said it before anybody listened say it again
for (const {contentWindow} of document.querySelectorAll<HTMLIFrameElement>('iframe.local-widget')) {
  contentWindow?.postMessage({type: 'local-widgets:ask-height'}, '*');
}

export {};
