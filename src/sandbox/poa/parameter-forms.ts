import { isIP } from 'node:net';
import { type ParameterType, stringOf } from './parameters.js';

/** The documents print all of these as plain strings: their forms are rules of this simulator. */

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;

export const isHostName = (value: string): boolean => HOST_NAME.test(value);
export const isMailAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+$/.test(value);

export const filled = stringOf('text', (value) => value.trim() !== '');
export const hostName = stringOf('host name', isHostName);
export const mailAddress = stringOf('mail address', isMailAddress);
export const ipAddress: ParameterType<string> = stringOf('IP address', (value) => isIP(value) !== 0);

/** A host name or an address, with a port behind a colon where it is not the usual one. */
export const mailServer = stringOf('mail server', (value) => {
  const [, host = '', port = '1'] = /^(.+?)(?::(\d{1,5}))?$/.exec(value) ?? [];
  return (isHostName(host) || isIP(host) !== 0) && Number(port) >= 1 && Number(port) <= 65_535;
});
