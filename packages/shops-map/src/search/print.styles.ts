import {css} from 'lit';

/** On paper: the list, whole. Comes with the search. */
export const printStyles = css`
  @media print {
    /* whatever the layout says about them on a screen of this width */
    .filters,
    .switch,
    .map,
    .pager {
      display: none !important;
    }

    .body,
    .panel {
      display: block;
      block-size: auto;
      overflow: visible;
    }
  }
`;
