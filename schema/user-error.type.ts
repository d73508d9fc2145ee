import { Field } from 'type-graphql';
import { UserErrorCodeEnum } from './enums/write.enums.js';
import { ValueField } from './fields.js';
import { ObjectType } from './object-type.js';

@ObjectType('NativeError', { description: 'A refusal in the panel’s own words.' })
export class NativeErrorType {
  @Field(() => String, { description: 'The backend that refused.' })
  backend!: string;

  @Field(() => String, { description: 'The panel’s method that refused.' })
  method!: string;

  @ValueField(() => String, 'The panel’s own code.')
  code?: string | null;

  @ValueField(() => String, 'The panel’s own message.')
  message?: string | null;
}

@ObjectType('UserError', { description: 'A refusal that the caller can act on.' })
export class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: 'Why, for programs.' })
  code!: string;

  @Field(() => String, { description: 'Why, for people.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'Path into the input, where one can be named.' })
  field?: readonly string[] | null;

  @ValueField(
    () => NativeErrorType,
    'The same in the panel’s own words, where it was the panel that refused.',
  )
  native?: NativeErrorType | null;
}
