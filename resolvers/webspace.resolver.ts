import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost } from '../schema/cost.js';
import { BigIntScalar } from '../schema/scalars/big-int.scalar.js';
import { WebspaceType } from '../schema/webspace.type.js';
import type { GatewayContext } from '../src/context.js';
import type { Webspace } from '../src/model/index.js';

@Resolver(() => WebspaceType)
export class WebspaceResolver {
  @Access('parent')
  @Cost({ own: 1 })
  @FieldResolver(() => BigIntScalar, {
    nullable: true,
    description:
      'Disk space that it may use, in the panel’s unit; one more call for all webspaces of a subscription.',
  })
  diskSpaceLimit(@Root() webspace: Webspace, @Ctx() context: GatewayContext) {
    return context.panel(webspace.backend).webspaceDiskSpaceLimit?.(webspace) ?? null;
  }
}
