import { Extensions } from 'type-graphql';
import type { FieldAccess } from '../src/model/index.js';

/** What a field shows to callers with a scope; see {@link FieldAccess}. */
export const Access = (access: FieldAccess): PropertyDecorator & MethodDecorator => Extensions({ access });
