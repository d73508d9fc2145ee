import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import type { Principal } from '../model/index.js';
import type { Admit } from './admission.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; `null` until it is known. */
    principal: Principal | null;
  }
}

/** Has a request go on once it is admitted: at once where nothing has to be waited for. */
export function whenAdmitted(
  admit: Admit,
  request: FastifyRequest,
  reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  const goOn = (principal: Principal) => {
    request.principal = principal;
    done();
  };
  const admitted = admit(request, reply);
  if (admitted instanceof Promise) admitted.then(goOn, done);
  else goOn(admitted);
}

/** Who asks, of a request that was admitted. */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) throw new Error('A route was asked before its caller was known.');
  return principal;
}
