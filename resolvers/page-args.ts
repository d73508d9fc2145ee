import { ArgsType, Field, Int } from 'type-graphql';
import { DEFAULT_FIRST, MAX_FIRST } from '../src/model/index.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_FIRST,
    description: `How many entries, 0 to ${MAX_FIRST}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page starts.' })
  after?: string | null;
}
