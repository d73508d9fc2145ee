import { Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../schema/access.js';
import { BackendType } from '../schema/backend.type.js';
import { Cost } from '../schema/cost.js';
import { ViewerType } from '../schema/viewer.type.js';
import type { GatewayContext } from '../src/context.js';

@Resolver(() => BackendType)
export class BackendResolver {
  @Access('open')
  @Cost({})
  @Query(() => [BackendType], { description: 'The panels that the caller may use.' })
  backends(@Ctx() context: GatewayContext) {
    return context.backends;
  }

  @Access('open')
  @Cost({})
  @Query(() => ViewerType, { description: 'Who the caller is, and what it may use.' })
  viewer(@Ctx() { principal, backends, sandbox }: GatewayContext) {
    return { name: principal.id, roles: [...principal.roles], backends, sandbox };
  }
}
