export type TaskState = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** Work that a panel does after it has accepted a change. */
export interface Task {
  /** `<backend>:Task:<request id>` */
  readonly id: string;
  readonly state: TaskState | null;
  readonly messages: readonly string[];
}
