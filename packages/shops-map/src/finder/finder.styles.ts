import {css} from 'lit';

/** The panels of filters; comes with them. */
export const finderStyles = css`
  .moment {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    inline-size: 100%;
  }

  .moment label {
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375em;
  }

  .panel-ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
