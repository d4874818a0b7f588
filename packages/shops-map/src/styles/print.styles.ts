import {css} from 'lit';

/** On paper: the list, whole. Comes with the details. */
export const printStyles = css`
  @media print {
    .filters,
    .switch,
    .map,
    .pager,
    .body[data-pane] .map {
      display: none;
    }

    .body,
    .panel {
      display: block;
      block-size: auto;
      overflow: visible;
    }
  }
`;
