import type { ServerClock } from './clock.js';
import type { MspcSettings } from './options.js';
import type { UserRecord } from './records.js';
import type { MspcState } from './state.js';
import { readMembers } from './xml/composites.js';
import type { Kind, Members, ValuesOf } from './xml/kind.js';
import type { XmlElement } from './xml/xml-element.js';

/** What every handler may use. */
export interface CallContext {
  readonly state: MspcState;
  readonly settings: MspcSettings;
  readonly clock: ServerClock;
}

/** The same behind Basic authentication: the account whose call it is. */
export interface ActorContext extends CallContext {
  readonly actor: UserRecord;
}

/** A remote method, from the element of its parameters to the element of its result. */
export interface Method<C extends CallContext> {
  /**
   * @param element - the method's element of the request; `undefined` where it was missing or named otherwise
   * @param resultName - e.g. `AddUserResult`
   * @returns the result element, or `''` for a null
   * @throws SoapFault
   */
  run(context: C, element: XmlElement | undefined, resultName: string): string;
}

/**
 * Joins a handler to the wire.
 *
 * @param parameters - by element name, as the service's description spells them
 * @param result - what the handler's value is written as
 */
export function method<C extends CallContext, P extends Members, R>(
  parameters: P,
  result: Kind<R>,
  handler: (context: C, args: ValuesOf<P>) => R,
): Method<C> {
  return {
    run(context, element, resultName) {
      const args = readMembers(parameters, element, (key) => key);
      return result.write(resultName, handler(context, args));
    },
  };
}
