import type { PanelCall } from './backend.js';
import type { WriteResult, WriteSession } from './write.js';

/** Several writes of a panel that all happen, or none. */
export interface WritesTogether {
  /** The method that carries such a batch: its calls are checked one by one, so it is not called by itself. */
  readonly batchMethod: string;
  /** Methods that open and end such a whole, and have no place inside of one. */
  readonly controls: ReadonlySet<string>;
  /** In one request; what each of them answers is not told. */
  batch(session: WriteSession, calls: readonly PanelCall[], requestId?: string): Promise<WriteResult>;
  /** One after the other. @param onResult - gets what each of them answers, in their order */
  transaction(
    session: WriteSession,
    calls: readonly PanelCall[],
    onResult: (result: unknown) => void,
    requestId?: string,
  ): Promise<WriteResult>;
}
