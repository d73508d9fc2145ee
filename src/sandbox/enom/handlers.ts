import type { SimulatedAnswer, UnderstoodCall } from '../listener.js';
import type { Command, Outcome } from './command.js';
import { accountCommands } from './commands/account.js';
import { checkCommands } from './commands/check.js';
import { domainDetailCommands } from './commands/domain-details.js';
import { domainListCommands } from './commands/domain-lists.js';
import { forwardingCommands } from './commands/forwarding.js';
import { pop3ReadCommands } from './commands/get-pop3.js';
import { mailboxCommands } from './commands/mailboxes.js';
import { pakCommands } from './commands/paks.js';
import { purchaseCommands } from './commands/purchase.js';
import { renewalCommands } from './commands/renewal.js';
import { answer, type EnvelopeOptions, type Manner, type Told } from './envelope.js';
import { REFUSALS, Refusal, refusalByText } from './refusal.js';
import type { EnomRequest, Parameters } from './request.js';
import type { EnomState } from './state.js';

const ALL_COMMANDS: readonly Command[] = [
  ...accountCommands,
  ...domainListCommands,
  ...domainDetailCommands,
  ...checkCommands,
  ...renewalCommands,
  ...purchaseCommands,
  ...pakCommands,
  ...pop3ReadCommands,
  ...mailboxCommands,
  ...forwardingCommands,
];

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  ALL_COMMANDS.map((command) => [command.name.toLowerCase(), command]),
);

/** In the case of the vendor's reference. */
export const commandNames: readonly string[] = ALL_COMMANDS.map(({ name }) => name);

const UNKNOWN_COMMAND: Manner = { generation: 'API', scope: 'account', execTime: '0.016' };

export interface Admission {
  readonly uid: string;
  readonly pw: string;
}

/**
 * What a request calls, or the refusal of one that has the wrong login or names no command. The login is
 * looked at first, so that nobody learns from the outside which commands there are.
 */
export function understand(
  { parameters, recorded, credentialsInUrl }: EnomRequest,
  admission: Admission,
  state: EnomState,
  elementCase: EnvelopeOptions['elementCase'],
): UnderstoodCall | SimulatedAnswer {
  const asked = parameters.get('Command') ?? '';
  const command = COMMANDS.get(asked.toLowerCase());
  const manner = command ?? UNKNOWN_COMMAND;
  const write = (told: Omit<Told, 'command'>) =>
    answer({ command: asked, ...told }, manner, {
      form: parameters.get('ResponseType')?.toLowerCase() === 'xml' ? 'xml' : 'text',
      elementCase,
      now: state.now(),
      trackingKey: state.nextTrackingKey(),
    });

  if (parameters.get('uid') !== admission.uid || parameters.raw('pw') !== admission.pw) {
    return write({ elements: [], errors: [badLogin(manner)], admitted: false });
  }
  if (command === undefined) {
    return write({ elements: [], errors: [REFUSALS.unknownCommand], admitted: false });
  }
  return {
    method: command.name,
    params: { ...recorded, credentialsIn: credentialsInUrl ? 'url' : 'body' },
    run: () => write({ ...carryOut(command, parameters, recorded, state), admitted: true }),
    fault: (message) => write({ elements: [], errors: [refusalByText(message)], admitted: true }),
  };
}

/** The older servers add a number to the text, the .NET ones do not. */
function badLogin({ generation }: Manner) {
  const { badLogin: facts } = REFUSALS;
  return generation === 'API' ? { ...facts, text: `${facts.text} - 3` } : facts;
}

function carryOut(
  command: Command,
  input: Parameters,
  recorded: EnomRequest['recorded'],
  state: EnomState,
): Outcome {
  try {
    const { elements, errors, changed = true } = command.run(input, state);
    if (command.writes === true && changed) state.ledger.push({ method: command.name, params: recorded });
    return { elements, errors: contradicts(command, input, state) ? [REFUSALS.invalidItem] : errors };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { elements: command.refused?.(input) ?? [], errors: [error.facts] };
  }
}

/** Whether this call's success is to stand beside an error, as on record for SetUpPOP3User. */
function contradicts(command: Command, input: Parameters, state: EnomState): boolean {
  if (command.writes !== true) return false;
  const sld = input.get('SLD') ?? input.get('SLD1') ?? '';
  return state.find(sld, input.get('TLD') ?? input.get('TLD1') ?? '')?.contradictory === true;
}
