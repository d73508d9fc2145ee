import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many entries, 0 to 200.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page starts.' })
  after?: string | null;
}
