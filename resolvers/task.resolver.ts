import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost } from '../schema/cost.js';
import { TaskStateEnum } from '../schema/enums/task-state.enum.js';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { fromGlobalId, type Task } from '../src/model/index.js';
import { checkText } from './check-text.js';
import { typedAddressOf } from './lookup.js';

@Resolver(() => TaskType)
export class TaskResolver {
  @Access('unscoped')
  @Cost({ own: 1, tells: ['state', 'messages'] })
  @Query(() => TaskType, { nullable: true, description: 'How far work in the background is; POA can tell.' })
  task(@Arg('id', () => ID) id: string, @Ctx() context: GatewayContext) {
    const { backend, nativeId } = typedAddressOf(context, 'Task', id);
    return context.panel(backend).task?.(checkText(nativeId ?? '', ['id'])) ?? null;
  }

  @Access('parent')
  @Cost({ own: 1, unlessTold: 'state' })
  @FieldResolver(() => TaskStateEnum, { nullable: true, description: 'How far it is.' })
  async state(@Root() task: Told, @Ctx() context: GatewayContext) {
    return task.state === undefined ? ((await askFor(task, context))?.state ?? null) : task.state;
  }

  @Access('parent')
  @Cost({ own: 1, unlessTold: 'messages' })
  @FieldResolver(() => [String], {
    nullable: true,
    description: 'What the panel says about it, in its own words.',
  })
  async messages(@Root() task: Told, @Ctx() context: GatewayContext) {
    return task.messages === undefined ? ((await askFor(task, context))?.messages ?? null) : task.messages;
  }
}

/** A payload names a task; only the panel knows how far it is. */
type Told = Pick<Task, 'id'> & Partial<Task>;

async function askFor({ id }: Told, context: GatewayContext): Promise<Task | null> {
  const { backend, nativeId } = fromGlobalId(id, ['id']);
  return (await context.panel(backend).task?.(nativeId)) ?? null;
}
