/** One call that reached a peer's service. */
export interface LedgerEntry {
  service: string;
  method: string;
  /** Leaves of the request by path (`user.Username`); passwords and card numbers are masked or left out. */
  args: URLSearchParams;
}

/** Reads a peer's ledger: a line a call, oldest first, of service, method and arguments as a query string. */
export function readLedger(text: string): LedgerEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [service = '', method = '', query = ''] = line.split(' ');
      return { service, method, args: new URLSearchParams(query) };
    });
}
