import { Field, InputType } from 'type-graphql';

@InputType('NameValueInput', { description: 'A named value, in the panel’s own words.' })
export class NameValueInput {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The value.' })
  value!: string;
}
