import type { SimulatorKind } from './simulator.js';

/** The entry of each simulator under `backends` of a configuration: kind, url, credentials, settings. */
export type SandboxBackends = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The one message that the sandbox process sends to the process that has started it: all simulators listen. */
export interface Announcement {
  readonly type: 'sandbox';
  readonly backends: SandboxBackends;
}

export function isAnnouncement(message: unknown): message is Announcement {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'sandbox' &&
    'backends' in message &&
    typeof message.backends === 'object' &&
    message.backends !== null
  );
}

/** Fixed ports by kind; the others take a free one. */
export type SandboxPorts = Readonly<Partial<Record<SimulatorKind, number>>>;
