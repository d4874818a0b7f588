import type {AddressSearch} from './address-search.js';

/**
 * What a key does in the field of a combobox (APG, "Editable Combobox With List Autocomplete"), and
 * whether that is all that it shall do. Tab needs nothing: leaving the field closes the list.
 */
export function pressKey(
  search: AddressSearch,
  {key, altKey}: Pick<KeyboardEvent, 'key' | 'altKey'>,
): boolean {
  const {isOpen} = search;
  switch (key) {
    case 'ArrowDown':
      if (!isOpen) search.open();
      if (!altKey) search.move(1);
      return true;
    case 'ArrowUp':
      if (altKey) search.close();
      else {
        if (!isOpen) search.open();
        search.move(-1);
      }
      return true;
    case 'Enter':
      if (isOpen) search.take();
      return isOpen;
    case 'Escape':
      if (isOpen) search.close();
      else if (search.text || search.chosen) search.clear();
      else return false;
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      // the caret moves: the person is back in the text
      search.move(0);
  }
  return false;
}
