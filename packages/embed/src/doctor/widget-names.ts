/** As in the loader's list, which the loader keeps to itself. */
export const WIDGETS = ['shops-map', 'event-calendar', 'collect-button', 'chat'] as const;
