import { Int } from 'type-graphql';
import { NativeIdField, ValueField } from './fields.js';
import { ObjectType } from './object-type.js';

@ObjectType('Webspace', { description: 'A place on a web server that holds the files of web sites.' })
export class WebspaceType {
  @NativeIdField()
  nativeId!: string;

  @ValueField(() => Int, 'The panel’s number of the web server.')
  hostId?: number | null;

  @ValueField(() => String, 'Name of the web server.')
  hostName?: string | null;

  @ValueField(() => String, 'Where the files are on it.')
  path?: string | null;
}
