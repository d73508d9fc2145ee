import { enumOf } from './enum-of.js';

export const BackendKindEnum = enumOf('BackendKind', 'Which panel a backend is.', {
  POA: 'Parallels Operations Automation.',
  MSPC: 'MSPControl.',
  HSPHERE: 'H-Sphere.',
  ENOM: 'eNom, a registrar that also sells mailboxes.',
});

export const BackendStatusEnum = enumOf('BackendStatus', 'How a backend has answered lately.', {
  UP: 'Its last calls were answered.',
  DEGRADED: 'Some of its last calls got no answer.',
  DOWN: 'It failed repeatedly and is being left alone for a moment.',
});

export const CapabilityEnum = enumOf('Capability', 'What a backend can do that not every one can.', {
  LIST_ACCOUNTS: 'Lists accounts.',
  READ_PACKAGES: 'Reads packages.',
  READ_PLANS: 'Reads hosting plans.',
  BATCH_READS: 'Answers several reads in one round trip; found out by trying.',
  BATCH_WRITES: 'Applies several changes together or not at all.',
  TRANSACTIONS: 'Holds a transaction open over several calls.',
});
