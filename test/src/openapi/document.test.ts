import { afterEach, describe, expect, it } from 'vitest';
import { type DocumentedRoute, routesOf } from '../../support/documented-answers.js';
import { exampleBodyOf, ownParametersOf, routeNamed } from '../../support/documented-requests.js';
import { createOpenApiDocument, type OpenApiDocument } from '../../support/openapi-document.js';
import { type OperationsFolder, operationsFolder } from '../../support/operations-folder.js';

type Json = Readonly<Record<string, unknown>>;

const document = createOpenApiDocument();
const routes = routesOf(document);

const bodyOf = (route: DocumentedRoute) =>
  route.operation.requestBody?.content['application/json']?.schema as {
    readonly properties: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
const parameter = (name: string, of: string) =>
  ownParametersOf(routeNamed(routes, of)).find((each) => each.name === name);
const schemaOf = (name: string, of: OpenApiDocument = document) => of.components.schemas?.[name] as Json;

let folder: OperationsFolder | undefined;
afterEach(() => {
  folder?.remove();
  folder = undefined;
});

function withOperations(text: string): OpenApiDocument {
  folder = operationsFolder({ 'own.graphql': text });
  return createOpenApiDocument({ folders: [folder.path] });
}

describe('what a request takes', () => {
  it('has types, bounds, defaults and the words of the graph', () => {
    expect(parameter('first', 'AccountSubscriptions')).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 200, default: 50 },
    });
    expect(parameter('recursive', 'Accounts')).toMatchObject({ schema: { type: 'boolean', default: false } });
    expect(parameter('id', 'Account')).toMatchObject({
      in: 'path',
      required: true,
      schema: { type: 'string' },
    });
    expect(parameter('name', 'PackageQuotas')).toMatchObject({
      in: 'query',
      schema: { type: 'array', items: { type: 'string' }, maxItems: 100 },
    });
    expect(parameter('id', 'UpdateAccount')).toMatchObject({ description: 'The account.' });
    const silent = routes.flatMap(ownParametersOf).filter((each) => !('description' in each));
    expect(silent).toEqual([]);
  });

  it('is a closed JSON object with what the path does not say', () => {
    const body = bodyOf(routeNamed(routes, 'AddMonthlyDebit'));
    expect(body).toMatchObject({
      additionalProperties: false,
      required: ['amount', 'description', 'frequencyMonths', 'startOn'],
      properties: {
        amount: { type: ['string', 'number'], pattern: expect.any(String) as string },
        startOn: { $ref: '#/components/schemas/DebitStart' },
        infinite: { type: ['boolean', 'null'], default: false },
        idempotencyKey: { type: ['string', 'null'] },
      },
    });
    expect(body.properties).not.toHaveProperty('accountId');
    expect(bodyOf(routeNamed(routes, 'CreateAccount')).properties).toMatchObject({
      kind: { anyOf: [{ $ref: '#/components/schemas/AccountKind' }, { type: 'null' }], default: 'CUSTOMER' },
      contact: { anyOf: [{ $ref: '#/components/schemas/ContactInput' }, { type: 'null' }] },
    });
  });

  it('tells secrets, all of them, and nothing else, to be written only', () => {
    const inputs = Object.values(document.components.schemas ?? {}).filter(
      (schema) => schema.additionalProperties === false,
    );
    const members = [...routes.map(bodyOf).filter((body) => body !== undefined), ...inputs].flatMap(
      ({ properties }) => Object.entries(properties as Readonly<Record<string, Json>>),
    );
    const secret = new Set(members.filter(([, { writeOnly }]) => writeOnly === true).map(([name]) => name));
    expect([...secret].sort()).toEqual(['number', 'password', 'privateKey']);
    expect(members.filter(([name, { writeOnly }]) => /passw|private/i.test(name) && !writeOnly)).toEqual([]);
    expect(schemaOf('PhoneInput')).not.toMatchObject({ properties: { number: { writeOnly: true } } });
    expect(schemaOf('SignupPaymentInput')).toMatchObject({ properties: { number: { writeOnly: true } } });
  });

  it('needs a key where money moves, and may have one in every other change', () => {
    const keyOf = ({ operation }: DocumentedRoute) =>
      operation.parameters.map(({ $ref }) => String($ref)).find((ref) => ref.includes('IdempotencyKey'));
    expect(keyOf(routeNamed(routes, 'AddCredit'))).toBe('#/components/parameters/RequiredIdempotencyKey');
    expect(keyOf(routeNamed(routes, 'UpdateAccount'))).toBe('#/components/parameters/IdempotencyKey');
    expect(routes.filter((route) => (keyOf(route) === undefined) !== (route.method === 'GET'))).toEqual([]);
  });
});

describe('what is answered', () => {
  it('has null where the graph can answer it, and exact numbers as texts', () => {
    expect(schemaOf('AccountDetails')).toMatchObject({
      required: expect.arrayContaining(['id', 'contact', 'parent']) as string[],
      properties: {
        id: { type: 'string' },
        login: { type: ['string', 'null'] },
        kind: { anyOf: [{ $ref: '#/components/schemas/AccountKind' }, { type: 'null' }] },
      },
    });
    expect(schemaOf('MailboxDetails')).toMatchObject({
      properties: {
        limits: { properties: { sizeKiB: { type: ['string', 'null'], pattern: '^-?[0-9]{1,19}$' } } },
      },
    });
  });

  it('tells the types of an object apart by what is selected of each', () => {
    const { content } = routeNamed(routes, 'Node').operation.responses['200'] as { content: unknown };
    const text = JSON.stringify(content);
    expect(text).toContain('"enum":["HostingPlan","Package","Subscription"]');
    expect(text).toContain('"enum":["Mailbox"]');
  });

  it('is as many statuses as the route has, and no others', () => {
    const statuses = (name: string) => Object.keys(routeNamed(routes, name).operation.responses).join(' ');
    expect(statuses('Account')).toBe('200 304 400 401 403 404 406 414 421 429 500 502 503 504');
    expect(statuses('Viewer')).toBe('200 304 400 401 403 406 421 429 500 502 503 504');
    expect(statuses('DeleteAccount')).toBe(
      '200 202 204 400 401 402 403 404 406 409 413 414 415 421 422 429 500 502 503 504',
    );
    expect(statuses('CreateMailbox')).toBe(
      '201 202 400 401 402 403 404 406 409 413 415 421 422 429 500 502 503 504',
    );
  });

  it('has an example of every problem, in the form that problems have', () => {
    const examples = Object.entries(document.components.examples ?? {});
    expect(examples.length).toBeGreaterThan(30);
    for (const [name, { value }] of examples) {
      const [status, code] = name.split('.');
      expect(value).toMatchObject({ status: Number(status), code, detail: expect.any(String) as string });
      expect((value as Json).detail).not.toBe('It failed.');
    }
  });
});

describe('operations of the operator’s own', () => {
  it('stand beside the gateway’s, without an example', () => {
    const own = withOperations(`
      query CustomerName($customer: ID!, $kinds: Boolean = true)
      @rest(method: GET, path: "/customers/{customer}", tag: "Shop", summary: "Who it is") {
        account(id: $customer) { login kind @include(if: $kinds) }
      }`);
    const route = routeNamed(routesOf(own), 'CustomerName');
    expect(route.path).toBe('/customers/{customer}');
    expect(ownParametersOf(route).filter((each) => 'example' in each)).toEqual([]);
    expect(JSON.stringify(route.operation.responses['200'])).toContain('"required":["login"]');
    expect(own.tags).toContainEqual({
      name: 'Shop',
      description: 'Operations that were added to this gateway.',
    });
  });

  it('may call a name in a path what another method does not', () => {
    const own = withOperations(`
      mutation Close($input: AccountInput!)
      @rest(method: POST, path: "/accounts/{customer}", bind: ["customer=input.accountId"], tag: "Shop", summary: "s", status: 204) {
        deleteAccount(input: $input) { deletedId userErrors { code message field } idempotencyKey }
      }`);
    const route = routeNamed(routesOf(own), 'Close');
    expect(route.path).toBe('/accounts/{id}');
    expect(ownParametersOf(route)).toMatchObject([{ name: 'id', in: 'path' }]);
    expect(exampleBodyOf(route)).toBeUndefined();
    expect(bodyOf(route).properties).toHaveProperty('idempotencyKey');
  });

  it('may have fragments by the names of others', () => {
    const own = withOperations(`
      query Short($id: ID!) @rest(method: GET, path: "/short/{id}", tag: "Shop", summary: "s") {
        account(id: $id) { ...AccountDetails }
      }
      fragment AccountDetails on Account { login }`);
    expect(schemaOf('AccountDetails', own)).toEqual(schemaOf('AccountDetails'));
    expect(Object.keys(schemaOf('AccountDetails2', own).properties as Json)).toEqual(['login']);
  });
});

describe('callers', () => {
  it('say who they are by key or token, or need not where nobody has to', () => {
    expect(document.security).toEqual([{ key: [] }, { bearer: [] }]);
    expect(createOpenApiDocument({}, false).security).toEqual([{}, { key: [] }, { bearer: [] }]);
  });
});
