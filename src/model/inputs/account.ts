import type { AccountKind, AccountStatus } from '../account.js';
import type { ContactInput, NameValueInput } from './contact.js';

/** Members that have a default in the graph are there always, whichever panel is addressed. */
export interface CreateAccount {
  readonly backend: string;
  readonly kind?: AccountKind | null;
  readonly login?: string | null;
  readonly password?: string | null;
  readonly contact?: ContactInput | null;
  readonly memberContact?: ContactInput | null;
  readonly parentId?: string | null;
  readonly nativeId?: string | null;
  readonly memberNativeId?: string | null;
  readonly subscriptionId?: string | null;
  readonly memberSubscriptionId?: string | null;
  readonly brandedDomain?: string | null;
  readonly locale?: {
    readonly language: string;
    readonly country: string;
    readonly variant?: string | null;
  } | null;
  readonly externalInfo?: { readonly systemId: string; readonly externalAccountId: string } | null;
  readonly checkQuality?: boolean | null;
  /** Default `ACTIVE`. */
  readonly status?: AccountStatus | null;
  /** Default `false`. */
  readonly demo?: boolean | null;
  /** Default `false`. */
  readonly peer?: boolean | null;
  /** Default `false`. */
  readonly sendLetter?: boolean | null;
  readonly comments?: string | null;
  /** Default `true`. */
  readonly htmlMail?: boolean | null;
  readonly hsphere?: Signup | null;
}

export type SignupMode =
  | 'EMPTY'
  | 'OPENSRS'
  | 'DTRANSFER'
  | 'NODOMAIN'
  | 'THIRD_LEVEL_DOMAIN'
  | 'SERVICE'
  | 'SIGNUP';
export type PaymentType = 'CHECK' | 'CC' | 'PAYPAL' | 'WORLDPAY' | 'TWO_CHECKOUT' | 'NONE';

export interface Signup {
  readonly planId: number;
  readonly periodId: number;
  readonly description?: string | null;
  /** Default `true`. */
  readonly validateUser?: boolean | null;
  readonly mode?: SignupMode | null;
  readonly otherParams?: readonly NameValueInput[] | null;
  readonly billing?: ContactInput | null;
  readonly payment?: SignupPayment | null;
  readonly registrant?: ContactInput | null;
  readonly registrantBilling?: ContactInput | null;
}

export interface SignupPayment {
  readonly type: PaymentType;
  readonly cardType?: string | null;
  readonly number?: string | null;
  readonly name?: string | null;
  readonly expiryDay?: string | null;
  readonly expiryMonth?: string | null;
  readonly expiryYear?: string | null;
  readonly startDay?: string | null;
  readonly startMonth?: string | null;
  readonly startYear?: string | null;
  readonly issueNumber?: string | null;
}

export interface UpdateAccount {
  readonly accountId: string;
  readonly kind?: AccountKind | null;
  readonly comments?: string | null;
  readonly htmlMail?: boolean | null;
  readonly demo?: boolean | null;
  readonly peer?: boolean | null;
}

export interface SetAccountPassword {
  readonly accountId: string;
  readonly login?: string | null;
  readonly password: string;
  readonly checkQuality?: boolean | null;
}

export interface AddAccountMember {
  readonly accountId: string;
  readonly login: string;
  readonly password?: string | null;
  readonly contact?: ContactInput | null;
  readonly nativeId?: string | null;
  readonly subscriptionId?: string | null;
  readonly checkQuality?: boolean | null;
}

export interface UpdateAccountMember {
  readonly accountId: string;
  readonly login: string;
  readonly contact?: ContactInput | null;
  readonly password?: string | null;
  readonly checkQuality?: boolean | null;
}
