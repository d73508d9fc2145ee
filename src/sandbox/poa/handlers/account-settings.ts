import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { atLeastOneOf, exactlyOneOf } from '../parameter-choice.js';
import { filled } from '../parameter-forms.js';
import { boolean, int, optional, string, structOf } from '../parameters.js';
import type { Member } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { accountOf } from './account-writes.js';
import { checkQuality, existingMember } from './member-writes.js';

const auth = structOf({
  member_id: optional(int),
  login: optional(string),
  password: string,
  check_password: optional(boolean),
});

/** @see POA Public API Reference 2.8, "pem.setAccountAuthData" and "pem.setSystemProperty" */
export const accountSettingMethods: MethodTable = {
  /** The password is checked and not kept. */
  'pem.setAccountAuthData': write({ auth }, (data, { auth: { member_id, login, ...password } }) => {
    atLeastOneOf({ member_id, login }, 'member_id', 'login');
    const members = [
      ...(member_id === undefined ? [] : [memberOf(data, member_id)]),
      ...(login === undefined ? [] : [existingMember(data, login)]),
    ];
    if (new Set(members.map(({ id }) => id)).size > 1) {
      throw Refusal.invalidArguments('member_id and login are of different members');
    }
    checkQuality(password.password, password.check_password);
  }),

  /** Which properties there are, no document tells: a property has the type of its first value. */
  'pem.setSystemProperty': write(
    {
      account_id: int,
      name: filled,
      bool_value: optional(boolean),
      str_value: optional(string),
      num_value: optional(int),
      enum_value: optional(string),
    },
    (data, { account_id, name, ...values }) => {
      accountOf(data, account_id);
      exactlyOneOf(values, 'bool_value', 'str_value', 'num_value', 'enum_value');
      for (const [type, value] of Object.entries(values)) {
        const known = data.systemProperties.find((row) => row.name === name);
        if (known !== undefined && known.type !== type) {
          throw Refusal.invalidArguments(`Property ${name} has a ${known.type}`);
        }
        data.systemProperties.put({ id: `${account_id}/${name}`, name, type, value });
      }
    },
  ),
};

function memberOf(data: Data, id: number): Member {
  return found(data.members.get(id), 'Account member', id);
}
