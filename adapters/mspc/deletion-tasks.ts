import { MethodMissingError } from '../../src/errors/index.js';
import { type NodeType, type Task, toGlobalId } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { getPackage, getUserById } from './operations/seen.js';

/** Deletions that the panel goes on with after its answer have no number there, so what is deleted names them. */
export const deletionTaskId = (type: NodeType, nativeId: string): string => `delete-${type}-${nativeId}`;

const TASK_ID = /^delete-(Account|Package)-([1-9]\d{0,9})$/;

/** How far a deletion is: it is done when the panel does not know the object any more. `null` for no such task. */
export async function findDeletionTask(backend: string, call: Call, taskId: string): Promise<Task | null> {
  const [, type, nativeId] = TASK_ID.exec(taskId) ?? [];
  if (type === undefined) return null;
  return {
    id: toGlobalId(backend, 'Task', taskId),
    state: await stateOf(call, type, Number(nativeId)),
    messages: [],
  };
}

async function stateOf(call: Call, type: string, nativeId: number): Promise<Task['state']> {
  try {
    const there =
      type === 'Account'
        ? await call(getUserById, { userId: nativeId })
        : await call(getPackage, { packageId: nativeId });
    return there === null ? 'SUCCEEDED' : 'RUNNING';
  } catch (error) {
    if (error instanceof MethodMissingError) return null;
    throw error;
  }
}
