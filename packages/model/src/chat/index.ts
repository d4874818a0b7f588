export {cleanMessage, MESSAGE_LENGTH} from './clean-message.js';
export {readCursor, writeCursor, type RoomCursor} from './cursor.js';
export {RoomLog, type LoggedMessage, type Taken} from './room-log.js';
