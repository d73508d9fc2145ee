import { describe, expect, it } from 'vitest';
import { startServer, textsOf } from './enterprise-server.js';

describe('AuthenticateUser', () => {
  it.each([
    ['the right password', 'nordlicht', 'sandbox-secret-nordlicht', '0'],
    ['a name in other case', 'NORDLICHT', 'sandbox-secret-nordlicht', '0'],
    ['a suspended account', 'fjord', 'sandbox-secret-fjord', '0'],
    ['an unknown name', 'nobody', 'x', '-109'],
    ['a wrong password', 'nordlicht', 'x', '-110'],
    ['a wrong password of a cancelled account', 'leuchtturm', 'x', '-110'],
    ['a cancelled account', 'leuchtturm', 'sandbox-secret-leuchtturm', '-105'],
    ['a pending account', 'moewe', 'sandbox-secret-moewe', '-103'],
    ['a disabled login', 'gipfelbuch', 'x', '-114'],
    ['a locked login', 'talstation', 'sandbox-secret-talstation', '-115'],
  ])('answers for %s', async (_, username, password, expected) => {
    const server = await startServer();
    const args = `<username>${username}</username><password>${password}</password><ip>192.0.2.7</ip>`;
    const answer = await server.call('esAuthentication', 'AuthenticateUser', args);
    expect(answer.result).toBe(expected);
  });
});

describe('GetUserByUsernamePassword', () => {
  it('answers the account whose password is right', async () => {
    const server = await startServer();
    const args = '<username>alpine</username><password>sandbox-secret-alpine</password>';
    const answer = await server.call('esAuthentication', 'GetUserByUsernamePassword', args);
    expect(textsOf(answer.result, 'UserId')).toEqual(['13']);
  });

  it('leaves out the result otherwise', async () => {
    const server = await startServer();
    const args = '<username>alpine</username><password>x</password>';
    const answer = await server.call('esAuthentication', 'GetUserByUsernamePassword', args);
    expect(answer.status).toBe(200);
    expect(answer.result).toBeUndefined();
  });
});
