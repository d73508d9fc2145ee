import { Field, ID } from 'type-graphql';
import { ObjectType } from './object-type.js';

@ObjectType('Task', {
  description: 'Work that a panel does in the background after it has accepted a change.',
})
export class TaskType {
  @Field(() => ID, { description: 'Id of the task: `<backend>:Task:<request id>`.' })
  id!: string;
}
