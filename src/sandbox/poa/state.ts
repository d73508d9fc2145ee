import { Data } from './data.js';
import { Transactions } from './transactions.js';

/** All that the panel remembers between calls. */
export class State {
  private current: { readonly data: Data; readonly transactions: Transactions };

  /** @param seed fills an empty panel. */
  constructor(
    private readonly seed: (data: Data) => void,
    private readonly now: () => number,
  ) {
    this.current = this.fresh();
  }

  get data(): Data {
    return this.current.data;
  }

  get transactions(): Transactions {
    return this.current.transactions;
  }

  /** Back to the seed data, without transactions. */
  reset(): void {
    this.current = this.fresh();
  }

  private fresh() {
    const data = new Data();
    this.seed(data);
    data.startNumbering();
    return { data, transactions: new Transactions(data, this.now) };
  }
}
