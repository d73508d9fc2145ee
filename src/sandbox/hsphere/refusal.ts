import { type AxisFault, javaException } from './axis/fault.js';

/**
 * Why the panel refuses. H-Sphere publishes neither its exceptions nor their texts: these are the sandbox's own,
 * and nothing may be concluded from them about a real panel but that a refusal is a fault of this form.
 */
export type Refusal =
  | 'AuthenticationException'
  | 'PermissionException'
  | 'AmbiguousAccountException'
  | 'AccountNotFoundException'
  | 'UserNotFoundException'
  | 'DuplicateLoginException'
  | 'PlanException'
  | 'ValidationException'
  | 'SandboxException';

/** A refusal as Axis passes an exception of the service on; the message holds no secret. */
export const refusal = (exception: Refusal, message: string): AxisFault =>
  javaException(`psoft.hsphere.sandbox.${exception}`, message);

/** What Java code answers that reads a member of a parameter that is null. */
export const nullParameter = (): AxisFault => javaException('java.lang.NullPointerException');
