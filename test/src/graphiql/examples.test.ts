import { type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { examples } from '../../../src/graphiql/examples.js';

const operations = examples.map((example) => {
  const [definition, ...others] = parse(example.query).definitions;
  if (definition?.kind !== 'OperationDefinition' || others.length > 0) throw new Error('not one operation');
  return { example, operation: definition as OperationDefinitionNode };
});

describe('the example queries of the GraphiQL page', () => {
  it('are queries with names of their own, which GraphiQL shows on the tabs', () => {
    const names = operations.map(({ operation }) => operation.name?.value);
    expect(names).toEqual([
      'LookAround',
      'OneCustomer',
      'LimitsUsedUp',
      'Mailboxes',
      'OneNameEverywhere',
      'ThreePanels',
      'QuotasNearLimits',
      'ExpiringMail',
      'AnyNode',
      'ChangeHosting',
      'ChangePackages',
      'MoveMoney',
      'WhatBecameOfIt',
    ]);
  });

  it.each(operations)(
    'give a value to every variable of $operation.name.value and to no other',
    ({ example, operation }) => {
      const declared = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
      expect(Object.keys(example.variables ?? {}).toSorted()).toEqual(declared.toSorted());
    },
  );

  it('begin with one that takes no variables', () => {
    expect(examples[0]?.variables).toBeUndefined();
  });
});
