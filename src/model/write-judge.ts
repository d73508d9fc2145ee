import type { BackendFaultError, NativeError } from '../errors/index.js';
import type { PanelCall } from './backend.js';

/** A panel's own rules on what its answers to writes prove, where its operations cannot say it. */
export interface WriteJudge {
  /**
   * Looks at an answer that came without a refusal.
   *
   * @returns `null` where it is none; else what the panel says by it, and whether that is final
   */
  refusalIn?(
    call: PanelCall,
    answer: unknown,
  ): { readonly native: NativeError; readonly final: boolean } | null;
  /** Whether a refusal proves that nothing happened. */
  isFinal?(call: PanelCall, refusal: BackendFaultError): boolean;
}
