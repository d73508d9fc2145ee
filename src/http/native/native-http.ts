import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerSettings } from '../../config/index.js';
import type { GatewayContext } from '../../context.js';
import { ForbiddenError } from '../../errors/index.js';
import type { Log } from '../../log/index.js';
import type { NativeLayer } from '../../native/native-layer.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { Admit } from '../admission.js';
import { principalOf } from '../admitted.js';
import type { CreateContext } from '../caller.js';
import type { CreateCaller } from '../create-caller.js';
import { watchContext } from '../request-watch.js';

/** The native layer, and how its callers' contexts are made. */
export interface NativeHttp {
  readonly layer: NativeLayer;
  readonly contextOf: CreateContext<GatewayContext>;
}

export interface NativeRoutesOptions extends NativeHttp {
  readonly settings: Pick<ServerSettings, 'introspection' | 'limits' | 'graphiql'>;
  readonly admit: Admit;
  readonly createCaller: CreateCaller;
  /** Counts errors; `null`: nobody does. */
  readonly metrics: Pick<Metrics, 'countError'> | null;
  readonly log: Log;
}

/** Callers of the native layer, known from before their body is read until they are answered. */
export interface Entrance {
  /** @throws {@link ForbiddenError} to callers without the role `native`, before anything else is told */
  enter(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  contextOf(request: FastifyRequest, reply: FastifyReply): GatewayContext;
}

export function createEntrance({ admit, createCaller, contextOf }: NativeRoutesOptions): Entrance {
  return {
    async enter(request, reply) {
      reply.header('cache-control', 'no-store');
      const principal = await admit(request, reply);
      if (!principal.roles.has('native')) throw new ForbiddenError('The native layer takes the role native.');
      request.principal = principal;
    },
    contextOf(request, reply) {
      const caller = createCaller(request, reply, principalOf(request));
      const context = contextOf(caller);
      watchContext(context, caller.watch);
      return context;
    },
  };
}
