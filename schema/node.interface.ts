import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', {
  description: 'An object with an id by which it can be asked for again.',
  resolveType: ({ id }: { id: string }) => id.split(':', 2)[1],
})
export abstract class NodeInterface {
  @Field(() => ID, {
    description:
      'Global id, `<backend>:<Type>:<native id>`: readable, and can be built by whoever knows the parts.',
  })
  id!: string;
}
