import type { NameValueInput } from './contact.js';

export interface CreateServiceUser {
  readonly subscriptionId: string;
  readonly login: string;
  readonly password: string;
  readonly checkQuality?: boolean | null;
  readonly properties?: readonly NameValueInput[] | null;
}

export interface UpdateServiceUser {
  readonly serviceUserId: string;
  readonly login?: string | null;
  readonly properties?: readonly NameValueInput[] | null;
}
