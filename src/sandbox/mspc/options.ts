/** In what real servers differ, and what a test wants to steer. */
export interface MspcSimulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Of the requests and answers; `http://smbsaas/MSPC/enterpriseserver`. Siblings have their own. */
  readonly namespace?: string;
  /** The realm of 401 answers. */
  readonly realm?: string;
  /**
   * Which AddUser the server has: 2 takes the password from `user`, 3 and 4 from the parameter `password`.
   * Without it either place will do.
   */
  readonly addUser?: 2 | 3 | 4;
  /** Whether GetUserById and GetUserByUsername hand out passwords, as the older servers do. Default true. */
  readonly showPasswords?: boolean;
  /** What AddHostingPlan and DeleteHostingPlan answer: a bare number (default) or the object of the document. */
  readonly planResults?: 'int' | 'object';
  /** Methods that this server does not have, e.g. `['GetPackages']` or `SIBLING_METHODS`. */
  readonly without?: readonly string[];
  /** Whether paged reads answer one row more than asked for. Default true. */
  readonly pagingOffByOne?: boolean;
  /** Whether faults hold stack traces, as for callers on the same machine. Default true. */
  readonly stackTraces?: boolean;
  /** Whether answers carry WS-Addressing headers. Default true. */
  readonly addressingHeaders?: boolean;
  /** Whether AddPackage fails at its last step: a negative answer, and the package exists. Default false. */
  readonly homeFolderFails?: boolean;
  /** How long a deletion goes on after its answer. Default 0: done before the next call. */
  readonly deletionDelayMs?: number;
  /** Where the server stands. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** Whether the account of status 0 is there, which makes every answer that holds it fail. Default true. */
  readonly poisonedAccount?: boolean;
  /** The present. */
  readonly now?: () => Date;
}

/** What handlers and the writers of answers go by. */
export type MspcSettings = Required<Omit<MspcSimulatorOptions, 'addUser'>> &
  Pick<MspcSimulatorOptions, 'addUser'>;

export const DEFAULT_NAMESPACE = 'http://smbsaas/MSPC/enterpriseserver';

export function toSettings(options: MspcSimulatorOptions): MspcSettings {
  return {
    port: 0,
    namespace: DEFAULT_NAMESPACE,
    realm: 'MSPC Enterprise Server',
    showPasswords: true,
    planResults: 'int',
    without: [],
    pagingOffByOne: true,
    stackTraces: true,
    addressingHeaders: true,
    homeFolderFails: false,
    deletionDelayMs: 0,
    timeZone: 'Europe/Berlin',
    poisonedAccount: true,
    now: () => new Date(),
    ...options,
  };
}
