import { Extensions } from 'type-graphql';
import type { FieldCost, NodeCost } from '../src/model/index.js';

/** What answering a field costs; an empty cost says that nothing has to be asked. */
export const Cost = (cost: FieldCost): PropertyDecorator & MethodDecorator => Extensions({ cost });

/** What reading one object of a type costs. */
export const CostOfNode = (cost: NodeCost): ClassDecorator => Extensions({ cost });

/** Lists that have no pages count as this long: longer ones are rare, and no panel says how long they can be. */
export const BUNDLES_OF_A_DOMAIN = 3;
export const ADDONS_OF_A_PACKAGE = 10;
export const WEBSPACES_OF_A_SUBSCRIPTION = 10;

/** What lists of accounts tell wherever there are some; telephones and address are not among it. */
export const LISTED_ACCOUNT = [
  'kind',
  'nativeKind',
  'status',
  'nativeStatus',
  'login',
  'peer',
  'demo',
  'contact',
  'parentId',
] as const;

export const LISTED_MAILBOX = [
  'address',
  'login',
  'displayName',
  'sizeKiB',
  'administrator',
  'serviceUserId',
  'subscriptionId',
  'bundleId',
] as const;

export const LISTED_PACKAGE = [
  'name',
  'status',
  'nativeStatus',
  'purchasedAt',
  'accountId',
  'planId',
] as const;

/** Who sells it is not told of plans on offer. */
export const LISTED_PLAN = ['name', 'description', 'addon', 'active', 'resources'] as const;

/** What every backend tells of a domain that it was asked for by name. */
export const NAMED_DOMAIN = ['nativeId', 'expiresOn', 'accountId'] as const;
