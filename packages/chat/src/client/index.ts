export {ChatClient, type ChatClientNeeds, type ChatListener, type Prove} from './chat-client.js';
export {ChatError, type ChatProblem} from './chat-error.js';
export {ChatStore, type KeptChat, type KeptMessage, type KeptRoom} from './chat-store.js';
export type {LineState, News} from './news-line.js';
export {
  RoomClient,
  type MessageState,
  type NewMessage,
  type RoomPhase,
  type ShownMessage,
} from './room-client.js';
export type {TabTools} from './shared-line.js';
