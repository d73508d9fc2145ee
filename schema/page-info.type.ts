import { Field } from 'type-graphql';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';

@ObjectType('PageInfo', {
  description: 'Where a page lies in its list, as the Relay cursor connections specification has it.',
})
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is something before this page.' })
  hasPreviousPage!: boolean;

  @ValueField(() => String, 'Cursor of the first edge; null on an empty page.')
  startCursor?: string | null;

  @ValueField(() => String, 'Cursor of the last edge: pass it as `after` for the next page.')
  endCursor?: string | null;
}
