export * from './domain.js';
export * from './email-bundle.js';
export * from './mailbox.js';
export type { DomainRow, MailboxRow, PakRow } from './results.js';
