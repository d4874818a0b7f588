import {css} from 'lit';

/** Cards with pictures; they come with them. */
export const cardsStyles = css`
  [data-view='cards'] .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1rem;
  }

  .card {
    position: relative;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-block-start: 0.25rem solid var(--_mark);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .card:hover {
    border-color: var(--_mark);
  }

  .card .what {
    display: grid;
    gap: 0.125rem;
    padding: 0.75rem;
  }

  .card .times {
    flex-direction: row;
  }

  /* the room of a picture even before it comes, so that nothing jumps */
  .picture {
    aspect-ratio: 16 / 9;
    background: color-mix(in srgb, var(--_mark) 12%, var(--_surface));
  }

  .picture img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`;
