import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost } from '../schema/cost.js';
import { NodeInterface } from '../schema/node.interface.js';
import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import { MAX_LIST_ARGUMENT, type NodeType, type Wanted } from '../src/model/index.js';
import { type Address, addressOf, find } from './lookup.js';
import { wantedOf } from './selection.js';

@Resolver()
export class NodeResolver {
  @Access('found')
  @Cost({ finds: 'id' })
  @Query(() => NodeInterface, {
    nullable: true,
    description: 'Any object by its id; null when its panel knows none, or has no objects of that type.',
  })
  node(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext, @Info() info: GraphQLResolveInfo) {
    return findAny(context, id, ['id'], wantedOf(info));
  }

  @Access('found')
  @Cost({ finds: 'ids' })
  @Query(() => [NodeInterface], {
    nullable: 'items',
    description:
      'Objects by their ids, at most 100, in the order asked; null with an error where one failed.',
  })
  nodes(
    @Arg('ids', () => [ID]) ids: string[],
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (ids.length > MAX_LIST_ARGUMENT)
      throw new BadUserInputError(`ids takes at most ${MAX_LIST_ARGUMENT} ids`, ['ids']);
    const wanted = wantedOf(info);
    return ids.map((id, index) => findAny(context, id, ['ids', String(index)], wanted));
  }
}

/** Rejects rather than throws, so that one malformed id of many costs its own slot only. */
async function findAny(context: GatewayContext, id: string, field: readonly string[], wanted: Wanted) {
  const address = addressOf(context, id, field);
  return address.type === 'Task' ? null : find(context, address as Address<NodeType>, wanted);
}
