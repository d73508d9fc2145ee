import { Field, ID, ObjectType } from 'type-graphql';
import { TaskStateEnum } from './enums/task-state.enum.js';
import { ValueField } from './fields.js';

@ObjectType('Task', {
  description: 'Work that a panel does in the background after it has accepted a change.',
})
export class TaskType {
  @Field(() => ID, { description: 'Id of the task: `<backend>:Task:<request id>`.' })
  id!: string;

  @ValueField(() => TaskStateEnum, 'How far it is.')
  state?: string | null;

  @ValueField(() => [String], 'What the panel says about it, in its own words.')
  messages?: string[] | null;
}
