import { authenticationMethods } from './handlers/authentication.js';
import { packageAddonMethods } from './handlers/package-addons.js';
import { packageListMethods } from './handlers/package-lists.js';
import { packageQuotaMethods } from './handlers/package-quotas.js';
import { packageReadMethods } from './handlers/package-reads.js';
import { packageWriteMethods } from './handlers/package-writes.js';
import { planContentMethods } from './handlers/plan-contents.js';
import { planReadMethods } from './handlers/plan-reads.js';
import { planWriteMethods } from './handlers/plan-writes.js';
import { userPageMethods } from './handlers/user-pages.js';
import { userReadMethods } from './handlers/user-reads.js';
import { userWriteMethods } from './handlers/user-writes.js';
import type { ActorContext, CallContext, Method } from './method.js';
import type { UserRecord } from './records.js';
import type { XmlElement } from './xml/xml-element.js';

type BoundMethod = (element: XmlElement | undefined, resultName: string) => string;

/** One `.asmx` file. */
export interface Service {
  /** Whether its calls need credentials. */
  readonly authenticated: boolean;
  readonly methodNames: readonly string[];
  /** The method of this name, ready to run; `undefined` if there is none. */
  bind(name: string, context: CallContext & { actor: UserRecord | undefined }): BoundMethod | undefined;
}

type Methods<C extends CallContext> = Readonly<Record<string, Method<C>>>;

function authenticated(...groups: readonly Methods<ActorContext>[]): Service {
  const methods = new Map(groups.flatMap((group) => Object.entries(group)));
  return {
    authenticated: true,
    methodNames: [...methods.keys()],
    bind(name, { actor, ...context }) {
      const found = methods.get(name);
      if (found === undefined || actor === undefined) return undefined;
      return (element, resultName) => found.run({ ...context, actor }, element, resultName);
    },
  };
}

function anonymous(group: Methods<CallContext>): Service {
  const methods = new Map(Object.entries(group));
  return {
    authenticated: false,
    methodNames: [...methods.keys()],
    bind(name, context) {
      const found = methods.get(name);
      return found && ((element, resultName) => found.run(context, element, resultName));
    },
  };
}

/** By their paths, in lower case. */
export const SERVICES: ReadonlyMap<string, Service> = new Map([
  ['/esauthentication.asmx', anonymous(authenticationMethods)],
  ['/esusers.asmx', authenticated(userReadMethods, userPageMethods, userWriteMethods)],
  [
    '/espackages.asmx',
    authenticated(
      packageReadMethods,
      packageListMethods,
      packageQuotaMethods,
      packageWriteMethods,
      packageAddonMethods,
      planReadMethods,
      planContentMethods,
      planWriteMethods,
    ),
  ],
]);

/** The service at a path, whose case does not matter to IIS. */
export function serviceAt(path: string): Service | undefined {
  return SERVICES.get(path.toLowerCase());
}
