import type { PanelCall } from '../../src/model/index.js';
import type { AnyOperation, WireNotes } from '../../src/operation/operation.js';
import { secretsOf } from '../../src/operation/secrets.js';
import { type StructShape, struct } from '../../src/operation/shape.js';
import { compileEncoder, compileReader, type EncodedReply } from '../../src/wire/soap/encoded/index.js';
import type { HsphereSettings } from './config.js';
import {
  getAccountsOfUser,
  searchAccIdBySignupId,
  searchUserIdBySignupId,
  shortSignup,
  signupUser,
} from './operations/index.js';
import { authToken } from './operations/token-shapes.js';
import { fitted, tokenParameterOf, withToken } from './token-parameter.js';

/** Calls to envelopes, replies to records, by the shapes of their operations. */
export interface HsphereCodec {
  /** @param withToken - whether the first parameter is the login */
  encodeCall(call: PanelCall, withToken: boolean): string;
  /** @throws {@link WireError} when it is not what the operation answers */
  readResult(call: PanelCall, reply: EncodedReply): unknown;
  /** All that may be quoted in a fault of this call and must not be told. */
  secretsOf(call: PanelCall): readonly string[];
}

type Encode = (params: Readonly<Record<string, unknown>>) => string;

interface OperationCodec {
  readonly encodeWithToken: Encode;
  readonly encodeBare: Encode;
  read(reply: EncodedReply): unknown;
}

/** The vendor's samples show them in another namespace, and without a login. */
export const SEARCHES: ReadonlySet<AnyOperation> = new Set([searchAccIdBySignupId, searchUserIdBySignupId]);

/** Made per instance: installations differ in namespaces and in the form of beans. */
export function createHsphereCodec(settings: HsphereSettings): HsphereCodec {
  const { login, password, accountId, role, namespace, typeNamespace, beans } = settings;
  const searchNamespace = settings.searchNamespace ?? namespace;
  const at = { accountId, login, password: password.reveal(), role };
  const compiled = new Map<AnyOperation, OperationCodec>();

  /** No parameter, but somebody else in whose name it is made. */
  const encodeInRole = (method: string): Encode => {
    const encode = compileEncoder(method, struct({ at: authToken }), { namespace, typeNamespace, beans });
    return ({ login: user }) => encode({ at: { ...at, role: { accountId: 0, login: String(user) } } });
  };

  /** Axis chooses between methods of one name by the number of parameters. */
  const encodeSignup = (long: Encode): Encode => {
    const encoderSettings = { namespace, typeNamespace, beans };
    const shape: StructShape = { ...shortSignup, members: { at: authToken, ...shortSignup.members } };
    const short = compileEncoder(signupUser.method, shape, encoderSettings) as Encode;
    return ({ srsci, srsbi, ...others }) =>
      (srsci ?? srsbi ?? null) === null ? short(others) : long({ ...others, srsci, srsbi });
  };

  function codecOf(operation: AnyOperation): OperationCodec {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const made = compile(operation);
    compiled.set(operation, made);
    return made;
  }

  function compile(operation: AnyOperation): OperationCodec {
    const { method, params, result } = operation;
    if (operation === getAccountsOfUser) {
      const encode = encodeInRole(method);
      return { encodeWithToken: encode, encodeBare: encode, read: compileReader(result) };
    }
    if (operation.wire !== undefined) return compileMounted(operation, operation.wire);
    const own = SEARCHES.has(operation) ? searchNamespace : namespace;
    const encoderSettings = { namespace: own, typeNamespace, beans };
    const fullParams: StructShape = { ...params, members: { at: authToken, ...params.members } };
    // Parameters are checked by the encoder; `Call` has checked their types.
    const whole = compileEncoder(method, fullParams, encoderSettings) as Encode;
    const encode = operation === signupUser ? encodeSignup(whole) : whole;
    return {
      encodeWithToken: (input) => encode({ at, ...input }),
      encodeBare: compileEncoder(method, params, encoderSettings) as Encode,
      read: compileReader(result),
    };
  }

  /** What a WSDL describes says itself whether it takes a login, and under which name. */
  function compileMounted(operation: AnyOperation, wire: WireNotes): OperationCodec {
    const { method, params, result } = operation;
    const token = tokenParameterOf(operation);
    const encoderSettings = { namespace: wire.namespace ?? namespace, typeNamespace, beans };
    const shape = token === undefined ? params : withToken(params, token);
    const encode = compileEncoder(wire.name ?? method, shape, encoderSettings) as Encode;
    const login = token === undefined ? {} : { [token.name]: fitted(at, token.shape) };
    const encodeWithLogin: Encode = (input) => encode({ ...input, ...login });
    const read = compileReader(result, { whole: wire.resultElement === null });
    return { encodeWithToken: encodeWithLogin, encodeBare: encodeWithLogin, read };
  }

  return {
    encodeCall({ operation, params }, withToken) {
      const codec = codecOf(operation);
      return withToken ? codec.encodeWithToken(params) : codec.encodeBare(params);
    },
    readResult: ({ operation }, reply) => codecOf(operation).read(reply),
    secretsOf: ({ operation, params }) => [
      at.password,
      ...secretsOf(operation.params, params),
      ...secretPairs(params.otherParams),
    ],
  };
}

const SECRET_NAME = /pass|pwd|cvv|cvc|card|number/i;

/** Parameters of a sign-up form that are named freely: the names say which values must not be told. */
function secretPairs(otherParams: unknown): readonly string[] {
  if (!Array.isArray(otherParams)) return [];
  // What is an array was encoded as pairs of texts.
  return (otherParams as ReadonlyArray<readonly [string, string]>)
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([, value]) => value);
}
