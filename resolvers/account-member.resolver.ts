import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../schema/access.js';
import { AccountType } from '../schema/account.type.js';
import { AccountMemberType } from '../schema/account-member.type.js';
import { Cost } from '../schema/cost.js';
import type { GatewayContext } from '../src/context.js';
import type { AccountMember } from '../src/model/index.js';
import { checkText } from './check-text.js';
import { backendOf } from './lookup.js';
import { mentioned } from './told.js';

@Resolver(() => AccountMemberType)
export class AccountMemberResolver {
  @Access('owner')
  @Cost({ own: 1, tells: ['details'] })
  @Query(() => AccountMemberType, {
    nullable: true,
    description: 'The person who logs in by this name, on POA.',
  })
  accountMemberByLogin(
    @Arg('backend', () => String) backend: string,
    @Arg('login', () => String) login: string,
    @Ctx() context: GatewayContext,
  ) {
    const { name } = backendOf(context, backend);
    return context.panel(name).accountMemberByLogin?.(checkText(login, ['login'])) ?? null;
  }

  @Cost({})
  @FieldResolver(() => AccountType, {
    nullable: true,
    description: 'The account that the person logs in for.',
  })
  account(@Root() member: AccountMember) {
    return mentioned(member.backend, 'Account', member.accountId);
  }
}
