export {weekOf} from '../time/civil.js';
export {
  agendaOf,
  entriesOfDay,
  latestPast,
  type AgendaDay,
  type AgendaEntry,
  type AgendaList,
  type AgendaOptions,
} from './agenda.js';
export {hasHours, layOutDay, type ColumnItem} from './columns.js';
export {addMonths, firstOfMonth, lastOfMonth} from './days.js';
export {layOutMonth, monthGrid, type MonthDay, type MonthItem, type MonthOptions} from './month.js';
export {findRuns, NO_RUNS, type EventRun, type Runs} from './runs.js';
export {isOverAt, lastShownDay} from './shown.js';
