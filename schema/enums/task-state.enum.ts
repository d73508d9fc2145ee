import { enumOf } from './enum-of.js';

export const TaskStateEnum = enumOf('TaskState', 'How far work in the background is.', {
  RUNNING: 'Under way.',
  SUCCEEDED: 'Done; also when nothing had to be done.',
  FAILED: 'It failed or was cancelled; `messages` may say why.',
});
