import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { checkText } from './check-text.js';
import { typedAddressOf } from './lookup.js';

@Resolver(() => TaskType)
export class TaskResolver {
  @Query(() => TaskType, { nullable: true, description: 'How far work in the background is; POA can tell.' })
  task(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext) {
    const { backend, nativeId } = typedAddressOf(context, 'Task', id);
    return context.panel(backend).task?.(checkText(nativeId ?? '', ['id'])) ?? null;
  }
}
