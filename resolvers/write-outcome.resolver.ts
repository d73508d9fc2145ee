import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../schema/access.js';
import { Cost } from '../schema/cost.js';
import { WriteOutcomeType } from '../schema/write-outcome.type.js';
import type { GatewayContext } from '../src/context.js';
import { fromGlobalId } from '../src/model/index.js';
import { isIdempotencyKey } from '../src/writes/idempotency-key.js';
import type { Outcome } from '../src/writes/ledger.js';
import { nodeNamed } from './payload.js';

@Resolver()
export class WriteOutcomeResolver {
  @Access('open')
  // Finding out takes a few calls, as the change did.
  @Cost({ own: 10 })
  @Query(() => WriteOutcomeType, {
    nullable: true,
    description:
      'What became of a change of yours, by its idempotency key; null when there is none of that key. While that is unknown, asking tries to find out.',
  })
  async writeOutcome(
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
    @Ctx() context: GatewayContext,
  ) {
    if (!isIdempotencyKey(idempotencyKey)) return null;
    const outcome = await context.outcome(idempotencyKey);
    if (outcome === null) return null;
    const { key, state, mutation, startedAt, userErrors } = outcome;
    return {
      idempotencyKey: key,
      state,
      mutation,
      startedAt: new Date(startedAt).toISOString(),
      node: mainNode(outcome, context),
      userErrors,
    };
  }
}

/** The first object of the payload, unless it is on a backend that the caller may not use any more. */
function mainNode({ facts }: Outcome, context: GatewayContext) {
  const id = Object.values(facts?.nodes ?? {}).find((named) => fromGlobalId(named, ['id']).type !== 'Task');
  if (id === undefined) return null;
  return context.backend(fromGlobalId(id, ['id']).backend) === undefined ? null : nodeNamed(id);
}
