import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many entries, 0 to 200.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page starts.' })
  after?: string | null;
}
