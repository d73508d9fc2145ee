import { type ClassType, Field, Int } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';
import { PageInfoType } from './page-info.type.js';

/**
 * Makes the connection type of a noun, with its edge type.
 *
 * @param name - of the noun: `Account` gives `AccountConnection` and `AccountEdge`
 * @see https://relay.dev/graphql/connections.htm
 */
export function connectionOf(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { description: `One entry of a list of type ${name}.` })
  class Edge {
    @Field(() => String, {
      description: 'Opaque place of this entry: pass it as `after` to go on behind it.',
    })
    cursor!: string;

    @ValueField(node, 'The entry itself; null with an error when the panel’s record of it cannot be read.')
    node?: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of type ${name}.` })
  class Connection {
    @ValueField(() => [Edge], 'Entries with their cursors.')
    edges?: Edge[];

    @Field(() => [node()], { nullable: 'itemsAndList', description: 'Entries without their cursors.' })
    nodes?: unknown[];

    @Field(() => PageInfoType, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfoType;

    @ValueField(
      () => Int,
      'Length of the whole list; null where the panel does not count, and for callers who see a part only.',
    )
    totalCount?: number | null;
  }
  return Connection;
}
