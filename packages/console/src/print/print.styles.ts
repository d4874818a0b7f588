import {css} from 'lit';

/** Paper: never on the screen, and nothing but it when something is printed. */
export const printStyles = css`
  @media print {
    .paper:not(:empty) {
      display: block;
      visibility: visible;
      position: static;
      inline-size: auto;
      max-inline-size: none;
      max-block-size: none;
      overflow: visible;
      color: #000;
      background: #fff;
      font-family: system-ui, sans-serif;
      line-height: 1.35;
    }

    :host([data-printing]) .root {
      display: none !important;
    }
  }

  /* laid out as wide as its paper, so that its height can be measured before it is printed */
  .ticket-paper {
    inline-size: 72mm;
    font-size: 13px;
    break-after: page;
  }

  .ticket-paper:last-child {
    break-after: auto;
  }

  .ticket-paper .shop {
    text-align: center;
  }

  .ticket-paper .code {
    text-align: center;
    font-size: 44px;
    font-weight: 700;
    letter-spacing: 0.08em;
    line-height: 1.2;
  }

  .ticket-paper .pickup {
    text-align: center;
    font-size: 16px;
    font-weight: 700;
    margin-block-end: 6px;
    padding-block-end: 6px;
    border-block-end: 1px dashed #000;
  }

  .ticket-paper table {
    inline-size: 100%;
    margin-block: 8px;
    border-collapse: collapse;
  }

  .ticket-paper td,
  .ticket-paper th {
    padding: 2px 4px 2px 0;
    vertical-align: top;
    text-align: start;
  }

  .ticket-paper td:last-child {
    text-align: end;
    white-space: nowrap;
    padding-inline-end: 0;
  }

  .ticket-paper td:first-child {
    white-space: nowrap;
    font-weight: 700;
  }

  .ticket-paper tfoot {
    border-block-start: 1px solid #000;
    font-weight: 700;
  }

  .paper .order-note {
    margin-block-start: 4px;
    padding: 4px;
    border: 1px solid #000;
    border-radius: 0;
    background: none;
    font-weight: 700;
  }

  .sheet {
    font-size: 11pt;
  }

  .sheet h1 {
    margin: 0;
    font-size: 16pt;
  }

  .sheet table {
    inline-size: 100%;
    margin-block-start: 6mm;
    border-collapse: collapse;
  }

  .sheet thead {
    display: table-header-group;
  }

  .sheet tr {
    break-inside: avoid;
  }

  .sheet th,
  .sheet td {
    padding: 2mm;
    border-block-end: 1px solid #999;
    text-align: start;
    vertical-align: top;
  }

  .sheet .nowrap {
    white-space: nowrap;
  }

  .sheet .code {
    font-size: 13pt;
    letter-spacing: 0.06em;
  }

  .transcript h2 {
    margin: 6mm 0 2mm;
    font-size: 12pt;
    break-after: avoid;
  }

  .transcript .line {
    padding-block: 1.5mm;
    border-block-end: 1px solid #999;
    break-inside: avoid;
  }

  .transcript .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .sheet .tick {
    inline-size: 6mm;
  }

  .sheet .tick::before {
    content: '';
    display: block;
    inline-size: 4mm;
    block-size: 4mm;
    border: 1px solid #000;
  }
`;
