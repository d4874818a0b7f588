import {css} from 'lit';

export const confirmationStyles = css`
  .ticket {
    display: grid;
    gap: 0.25rem;
    justify-items: center;
    padding: 1.25rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }

  .ticket .label {
    color: var(--_muted);
  }

  .code {
    font-size: 2.75rem;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: 0.12em;
    margin-inline-end: -0.12em;
    font-variant-numeric: tabular-nums;
  }

  .arrival {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  .good {
    color: var(--_open);
    font-weight: 600;
  }

  .share {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: center;
  }

  .share figcaption {
    flex: 1 1 10rem;
  }

  .qr {
    inline-size: 8.5rem;
    block-size: 8.5rem;
    border-radius: var(--_radius);
    forced-color-adjust: none;
    fill: #000;
  }

  .qr .light {
    fill: #fff;
  }
`;
