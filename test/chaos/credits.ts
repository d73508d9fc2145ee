import type { GraphqlAnswer, RunningGateway, Stage } from './process-gateway.js';

const CREDIT =
  'mutation ($input: AddCreditInput!) { addCredit(input: $input) { userErrors { code } idempotencyKey } }';

/** Asks for a credit whose amount tells it from all others; H-Sphere itself books whatever it is sent. */
export const credit = (gateway: RunningGateway, index: number): Promise<GraphqlAnswer> =>
  gateway.ask(CREDIT, {
    input: {
      accountId: 'hsphere:Account:5001',
      amount: `${index}.00`,
      description: 'Goodwill',
      idempotencyKey: `credit-${index}`,
    },
  });

/** What the panel has done, whatever became of its answers. */
export const ledgerOf = ({ simulators }: Stage) => simulators.hsphere.ledger ?? [];

/** How often the credit of this amount was booked. */
export const booked = (stage: Stage, index: number): number =>
  ledgerOf(stage).filter(({ params }) => Number((params as { readonly amount?: unknown }).amount) === index)
    .length;

export const isApplied = (answer: GraphqlAnswer): boolean => answer.data?.addCredit != null;
export const codeOf = (answer: GraphqlAnswer): unknown => answer.errors?.[0]?.extensions.code;
