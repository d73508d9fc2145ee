import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Task', {
  description: 'Work that a panel does in the background after it has accepted a change.',
})
export class TaskType {
  @Field(() => ID, { description: 'Id of the task: `<backend>:Task:<request id>`.' })
  id!: string;
}
