import { type Arguments, int, optional, type ParameterTable, readParameters, string } from './parameters.js';
import type { Transactions } from './transactions.js';
import type { ReceivedStruct, Sent } from './wire/values.js';

type TransactionMethod = (transactions: Transactions, struct: ReceivedStruct) => Sent | undefined;

/** @see POA Public API Reference 5.2, "txn.Begin"; 5.3, "txn.Rollback"; cloudblue/osaAPI, class Transaction */
export const transactionMethods: Readonly<Record<string, TransactionMethod>> = {
  'txn.Begin': transactionMethod(
    { txn_id: optional(string), timeout: optional(int), request_id: optional(string) },
    (transactions, { txn_id, timeout, request_id }) => ({
      txn_id: transactions.begin({ txnId: txn_id, timeoutSeconds: timeout, requestId: request_id }),
    }),
  ),
  'txn.Commit': transactionMethod({ txn_id: string }, (transactions, { txn_id }) => {
    transactions.commit(txn_id);
    return undefined;
  }),
  'txn.Rollback': transactionMethod({ txn_id: string }, (transactions, { txn_id }) => {
    transactions.rollback(txn_id);
    return undefined;
  }),
};

function transactionMethod<P extends ParameterTable>(
  parameters: P,
  handle: (transactions: Transactions, parameters: Arguments<P>) => Sent | undefined,
): TransactionMethod {
  return (transactions, struct) => handle(transactions, readParameters(parameters, struct));
}
