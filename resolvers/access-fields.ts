import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import type { GatewayContext } from '../src/context.js';
import { BackendFaultError, BackendProtocolError } from '../src/errors/index.js';
import { type FieldAccess, NODE_TYPES, type NodeRecord, type NodeType } from '../src/model/index.js';

type Field = GraphQLField<unknown, GatewayContext>;
type Resolve = GraphQLFieldResolver<unknown, GatewayContext>;

/**
 * Has every field answer callers with a scope by its rule (`extensions.access`). Done once, at start-up; a caller
 * without a scope costs one comparison.
 */
export function installAccessRules(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // What stands on a page has been judged where the page was made.
    if (!isObjectType(type) || type.name.startsWith('__') || isPartOfPage(type.name)) continue;
    const isQuery = type === schema.getQueryType();
    for (const field of Object.values(type.getFields())) {
      const ruled = resolverOf(field, isQuery);
      if (ruled === undefined) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) =>
        (context.principal.scope === null ? resolve : ruled)(source, args, context, info);
    }
  }
}

const isPartOfPage = (name: string): boolean => name.endsWith('Connection') || name.endsWith('Edge');

/** The rule that holds for a field: what it says, or `owner` where it answers objects. */
export function accessOf(field: Field): FieldAccess | undefined {
  // The schema's decorators put nothing else there.
  const stated = field.extensions.access as FieldAccess | undefined;
  return stated ?? (answersObjects(field) ? 'owner' : undefined);
}

const OBJECT_TYPES: ReadonlySet<string> = new Set([...NODE_TYPES, 'Node']);
const answersObjects = ({ type }: Field): boolean => OBJECT_TYPES.has(getNamedType(type).name);

function resolverOf(field: Field, isQuery: boolean): Resolve | undefined {
  const resolve = field.resolve ?? defaultFieldResolver;
  switch (accessOf(field)) {
    case 'unscoped':
      return withBackendChecked(field, resolve, () => null);
    case 'found':
      return shown(resolve, field, (items) => items);
    case 'owner': {
      const judged = shown(resolve, field, (items) => items.filter((item) => item !== null));
      return isQuery ? withBackendChecked(field, resolve, hidingRefusals(judged)) : judged;
    }
    case 'filtered':
      return isQuery ? withBackendChecked(field, resolve, resolve) : undefined;
    default:
      return undefined;
  }
}

/** Of a backend that the caller's scope does not name nothing is asked. An unknown one is refused as for anybody. */
function withBackendChecked(field: Field, original: Resolve, ruled: Resolve): Resolve {
  if (!field.args.some(({ name }) => name === 'backend')) return ruled;
  return (source, args: { readonly backend?: unknown }, context, info) => {
    const name = String(args.backend);
    if (context.backend(name) === undefined) return original(source, args, context, info);
    return context.access.reaches(name) ? ruled(source, args, context, info) : null;
  };
}

/** Shows of what a field answers the objects that the caller may see. */
function shown(
  resolve: Resolve,
  { type }: Field,
  pick: (judged: ReadonlyArray<unknown>) => unknown,
): Resolve {
  if (!isListType(getNullableType(type))) {
    return async (source, args, context, info) =>
      shownOrNull(await resolve(source, args, context, info), context);
  }
  return async (source, args, context, info) => {
    const items: unknown = await resolve(source, args, context, info);
    if (!Array.isArray(items)) return items;
    return pick(await Promise.all(items.map((item) => judgedItem(item, context))));
  };
}

/** An item that failed is its error, which leaves its neighbours whole. */
async function judgedItem(item: unknown, context: GatewayContext): Promise<unknown> {
  try {
    return await shownOrNull(await item, context);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function shownOrNull(answer: unknown, { access }: GatewayContext): Promise<unknown> {
  if (answer === null || answer === undefined || answer instanceof Error) return answer;
  // Fields that answer objects answer records, whose ids say of which type they are.
  const record = answer as NodeRecord;
  const type = record.id.split(':', 2)[1] as NodeType;
  return (await access.shows(type, record)) ? record : null;
}

/** A refusal would tell that there is something under a name: to a caller who may not see it, it is a miss. */
const hidingRefusals =
  (resolve: Resolve): Resolve =>
  async (source, args, context, info) => {
    try {
      return await resolve(source, args, context, info);
    } catch (error) {
      if (error instanceof BackendFaultError || error instanceof BackendProtocolError) return null;
      throw error;
    }
  };
