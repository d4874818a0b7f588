export {
  AROUND_ME,
  type AddressChoice,
  type AddressOption,
  type AddressPhase,
  type AddressSearchOptions,
} from './address-options.js';
export {AddressSearch} from './address-search.js';
export {addressStyles} from './combobox.styles.js';
export {addressTemplate} from './combobox.template.js';
export {geocoderOf} from './geocoder-of.js';
export {
  GeocoderError,
  type AddressSuggestion,
  type GeocodeQuery,
  type Geocoder,
  type GeocoderErrorCode,
} from './geocoder.js';
export {geoplateforme} from './geoplateforme.js';
export {
  canLocate,
  locate,
  LocateError,
  type LocateErrorCode,
  type LocateOptions,
} from './locate.js';
export {addressEn} from './messages-en.js';
export {addressFr, type AddressMessages} from './messages.js';
export {PatientSearch, type PatienceOptions} from './patient-search.js';
export {BIAS_DECIMALS, LINK_DECIMALS, roundPosition, type Position} from './position.js';
export {templateGeocoder} from './template-geocoder.js';
