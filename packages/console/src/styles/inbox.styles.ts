import {css} from 'lit';

/** The list of conversations, and the conversation beside it or in its place. */
export const inboxStyles = css`
  .inbox {
    display: grid;
    gap: 1rem;
  }

  .list-pane,
  .room-pane,
  .rooms {
    min-inline-size: 0;
  }

  .list-pane,
  .rooms {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }

  .room-tools {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }

  .room-tools .find {
    max-inline-size: none;
  }

  .room-tools .choice {
    justify-content: end;
    line-height: 1.2;
  }

  .to-reports {
    justify-content: start;
  }

  .to-reports .badge {
    margin-inline-start: auto;
  }

  .room-list > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .room-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.75rem;
    inline-size: 100%;
    padding: 0.625rem 0.5rem;
    border: 0;
    border-inline-start: 0.25rem solid transparent;
    background: transparent;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }

  .room-row:hover {
    background: var(--_soft);
  }

  .room-row[aria-current='true'] {
    border-inline-start-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }

  .room-row:focus-visible {
    outline-offset: -2px;
  }

  .avatar {
    display: grid;
    grid-row: 1 / span 3;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    color: var(--_accent);
    font-weight: 600;
  }

  .row-top,
  .row-middle {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
    min-inline-size: 0;
  }

  .row-name,
  .row-text {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .row-name {
    font-weight: 500;
  }

  .row-top time {
    flex: none;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .row-text {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .room-row[data-unread] .row-name,
  .room-row[data-unread] .row-text {
    color: var(--_text);
    font-weight: 700;
  }

  .row-middle .count {
    flex: none;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding-block-start: 0.25rem;
  }

  .chips .badge {
    max-inline-size: 100%;
    font-size: 0.8125em;
    font-weight: 500;
  }

  .via .icon {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.125em;
    margin-inline-end: 0.25em;
  }

  .choose {
    display: grid;
    place-items: center;
    block-size: 100%;
  }

  /* one conversation */
  .talk {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .talk-head {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .talk-names {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .talk-names h3:focus-visible {
    outline-offset: 0;
  }

  .subtitle {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75rem;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .order-chip {
    min-block-size: 1.5rem;
    padding: 0;
    font-size: inherit;
    text-align: start;
  }

  .tool {
    flex: none;
    min-inline-size: 2.75rem;
    padding-inline: 0.5rem;
  }

  .log-frame {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .log {
    position: relative;
    flex: 1;
    min-block-size: 8rem;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    padding: 0.75rem 0.25rem;
  }

  .older {
    display: flex;
    margin-inline: auto;
    margin-block-end: 0.75rem;
  }

  .said-list {
    display: flex;
    flex-direction: column;
    gap: 0.25rem;
    list-style: none;
  }

  .day-line,
  .new-line {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 0.75rem;
    margin-block: 0.5rem;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .day-line > span::first-letter {
    text-transform: uppercase;
  }

  .day-line::before,
  .day-line::after,
  .new-line::before,
  .new-line::after {
    content: '';
    border-block-start: 1px solid var(--_border);
  }

  .new-line {
    color: var(--_accent);
    font-weight: 600;
  }

  .new-line::before,
  .new-line::after {
    border-color: currentColor;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: 0.25rem;
    max-inline-size: min(38rem, 92%);
    overflow-wrap: anywhere;
  }

  .message[data-first] {
    margin-block-start: 0.375rem;
  }

  .message[data-ours] {
    align-self: end;
    align-items: end;
  }

  .message:focus-visible {
    outline-offset: 2px;
  }

  .by {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .bubble {
    min-inline-size: 0;
    padding: 0.5rem 0.75rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 8%, var(--_surface));
  }

  [data-ours] .bubble {
    background: color-mix(in srgb, var(--_accent) 20%, var(--_surface));
  }

  [data-held] .bubble,
  [data-unsent] .bubble {
    border: 1px dashed var(--_border);
    background: var(--_surface);
  }

  [data-deleted] .bubble {
    border: 1px solid var(--_border);
    background: transparent;
    color: var(--_muted);
  }

  .said {
    white-space: pre-wrap;
  }

  .bubble {
    display: flow-root;
  }

  .bubble > .said {
    display: inline;
  }

  /* beside the last line where there is room, else below it */
  .at {
    float: inline-end;
    margin-block-start: 0.3em;
    margin-inline-start: 1em;
    color: color-mix(in srgb, var(--_text) 70%, var(--_surface));
    font-size: 0.8125em;
  }

  .picture {
    display: block;
  }

  .picture img {
    display: block;
    max-inline-size: 100%;
    max-block-size: 18rem;
    inline-size: auto;
    block-size: auto;
    border-radius: calc(var(--_radius) / 2);
    object-fit: contain;
  }

  .sent-state {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .sent-state .icon {
    inline-size: 1.125em;
    block-size: 1.125em;
  }

  .sent-state[data-state='read'] {
    color: var(--_open);
  }

  .bubble-row {
    display: flex;
    align-items: center;
    max-inline-size: 100%;
  }

  [data-ours] > .bubble-row {
    flex-direction: row-reverse;
  }

  .message-menu {
    flex: none;
    min-inline-size: 2.25rem;
    color: var(--_muted);
  }

  .reason-form {
    inline-size: min(28rem, 100%);
  }

  .to-end {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 2em;
    box-shadow: 0 0.25rem 0.75rem rgb(0 0 0 / 25%);
  }

  .typing {
    min-block-size: 1.5em;
    color: var(--_muted);
    font-size: 0.875em;
    font-style: italic;
  }

  .talk-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    margin-block-end: 0.5rem;
    padding: 0.25rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_soft);
  }

  .composer {
    position: relative;
    gap: 0.5rem;
  }

  .composer-row {
    display: flex;
    align-items: end;
    gap: 0.5rem;
  }

  .composer-row textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 10rem;
    resize: none;
    field-sizing: content;
  }

  .photo-button:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .photo-choice {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.75rem;
    padding: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .photo-choice img {
    inline-size: auto;
    block-size: 5rem;
    max-inline-size: 8rem;
    object-fit: cover;
    border-radius: calc(var(--_radius) / 2);
  }

  .photo-choice .labelled {
    flex: 1 1 10rem;
  }

  .canned {
    position: absolute;
    inset-block-end: calc(100% + 0.25rem);
    inset-inline: 0;
    z-index: 2;
    max-block-size: 16rem;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 20%);
  }

  .canned.empty {
    padding: 0.75rem;
  }

  .canned li {
    display: grid;
    gap: 0.125rem;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    cursor: pointer;
  }

  .canned li > span {
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.9375em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .canned li[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    box-shadow: inset 0.25rem 0 var(--_accent);
  }

  .send .words {
    font-weight: 600;
  }

  /* what is known of it */
  .facts {
    display: none;
    padding: 0.75rem;
    border-block-end: 1px solid var(--_border);
    overflow-y: auto;
  }

  [data-facts] > .facts {
    display: block;
    flex: 0 1 auto;
    max-block-size: 60%;
  }

  .facts-list {
    display: grid;
    gap: 1rem;
  }

  .facts section {
    display: grid;
    justify-items: start;
    gap: 0.25rem;
  }

  .facts .labelled {
    inline-size: 100%;
  }

  .facts h4 {
    font-size: 0.9375rem;
  }

  .facts dl {
    display: grid;
    gap: 0.5rem;
    overflow-wrap: anywhere;
  }

  .facts dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .facts .icon {
    vertical-align: -0.25em;
  }

  .order-lines {
    font-size: 0.9375em;
  }

  /* notices and decisions */
  .reports-list {
    display: grid;
    align-content: start;
    gap: 1rem;
    padding-block: 1rem;
    overflow-y: auto;
  }

  .report-box {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  .report-box > .quiet {
    padding: 0;
  }

  .report-box form {
    inline-size: 100%;
  }

  .report-box blockquote {
    margin: 0;
    padding-inline-start: 0.75rem;
    border-inline-start: 0.25rem solid var(--_border);
  }

  .push > .form {
    justify-items: start;
  }

  .push-switch[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  @container (min-width: 46rem) {
    .inbox {
      grid-template: minmax(0, 1fr) / minmax(16rem, 21rem) minmax(0, 1fr);
      block-size: clamp(26rem, 100dvh - 9.25rem, 70rem);
    }

    .root:has(.inbox) {
      padding-block-end: 0;
    }

    .list-pane {
      overflow-y: auto;
      padding-inline-end: 0.5rem;
      border-inline-end: 1px solid var(--_border);
    }

    .talk {
      block-size: 100%;
    }

    .talk .back {
      display: none;
    }

    .reports .back {
      display: inline-flex;
    }
  }

  @container (min-width: 70rem) {
    .talk:not(.reports) {
      display: grid;
      grid-template:
        'head facts' auto
        'log facts' minmax(0, 1fr)
        'typing facts' auto
        'note facts' auto
        'composer facts' auto
        / minmax(0, 1fr) 18rem;
    }

    .talk-head {
      grid-area: head;
    }

    .log-frame {
      grid-area: log;
    }

    .typing {
      grid-area: typing;
    }

    .talk-note {
      grid-area: note;
    }

    .composer {
      grid-area: composer;
    }

    .facts,
    [data-facts] > .facts {
      display: block;
      grid-area: facts;
      /* as high as the rest, however much is in it */
      block-size: 0;
      min-block-size: 100%;
      max-block-size: none;
      padding: 0 0 0 1rem;
      margin-inline-start: 1rem;
      border-block-end: 0;
      border-inline-start: 1px solid var(--_border);
    }

    .to-facts,
    .talk .call {
      display: none;
    }
  }

  @container (max-width: 45.99rem) {
    .inbox[data-open] > .list-pane,
    .inbox:not([data-open]) > .room-pane {
      display: none;
    }

    /* a telephone shows the conversation, and nothing around it */
    [data-whole] > .head,
    [data-whole] > .tabs,
    [data-whole] > .banner:not(.offline) {
      display: none;
    }

    [data-whole] {
      display: flex;
      flex-direction: column;
      block-size: calc(100dvh - 1.5rem);
      min-block-size: 20rem;
      padding-block-end: 0;
    }

    [data-whole] > .panel {
      flex: 1;
      min-block-size: 0;
    }

    [data-whole] > .panel > .inbox {
      grid-template-rows: minmax(0, 1fr);
      block-size: 100%;
    }

    .talk {
      block-size: 100%;
    }

    [data-facts] > .facts {
      flex: 1;
      max-block-size: none;
    }

    [data-facts] > .log-frame,
    [data-facts] > .typing,
    [data-facts] > .talk-note,
    [data-facts] > .composer {
      display: none;
    }

    .send .words {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  /* away from the field for the reply */
  [data-whole] > .notice {
    inset-block: max(0.75rem, env(safe-area-inset-top)) auto;
  }

  @media (forced-colors: active) {
    .bubble,
    .avatar,
    .talk-note {
      border: 1px solid;
    }

    .room-row {
      border-inline-start-color: Canvas;
    }

    .room-row[aria-current='true'] {
      border-inline-start-color: Highlight;
    }

    .canned li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
