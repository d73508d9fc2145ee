import { Field } from 'type-graphql';
import { BackendType } from './backend.type.js';
import { ObjectType } from './object-type.js';

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => String, { description: 'The name under which the configuration knows the caller.' })
  name!: string;

  @Field(() => [String], { description: 'What the caller may do beyond reading what is its own.' })
  roles!: string[];

  @Field(() => [BackendType], { description: 'The backends that the caller may use.' })
  backends!: BackendType[];

  @Field(() => Boolean, { description: 'Whether the panels are simulated, so that nothing real can break.' })
  sandbox!: boolean;
}
