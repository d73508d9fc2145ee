import { describe, expect, it } from 'vitest';
import { toCanonicalId } from '../../../adapters/enom/native-id.js';
import type { NodeType } from '../../../src/model/index.js';

describe('native ids of eNom', () => {
  it.each<[NodeType, string, string]>([
    ['Domain', 'Example.COM.', 'example.com'],
    ['Domain', 'küche.example', 'xn--kche-0ra.example'],
    ['EmailBundle', 'Example.com~1004279', 'example.com~1004279'],
    ['EmailBundle', 'example.com~0044120', 'example.com~44120'],
    ['Mailbox', 'Jo.Doe@Example.com', 'Jo.Doe@example.com'],
  ])('of type %s: %s is %s', (type, written, canonical) => {
    expect(toCanonicalId(type, written, ['id'])).toBe(canonical);
  });

  it.each<[NodeType, string, string]>([
    ['Domain', '201455801', 'id must end in a domain name'],
    ['Domain', 'com', 'id must end in a domain name'],
    ['EmailBundle', '1004279', 'id must end in a domain name, "~" and the number of a bundle'],
    ['EmailBundle', 'example.com~', 'id must end in a domain name, "~" and the number of a bundle'],
    ['EmailBundle', 'example.com~0', 'id must end in a domain name, "~" and the number of a bundle'],
    ['EmailBundle', 'a.b~c.d~1', 'id must end in a domain name, "~" and the number of a bundle'],
    ['EmailBundle', '~1', 'id must end in a domain name, "~" and the number of a bundle'],
    ['Mailbox', 'jo', 'id must end in a mail address'],
    ['Mailbox', 'jo@x', 'id must end in a mail address'],
  ])('of type %s: %s is none', (type, written, message) => {
    expect(() => toCanonicalId(type, written, ['id'])).toThrow(message);
  });

  it.each<NodeType>(['Account', 'Subscription', 'Package', 'MailboxStore'])(
    'of type %s do not exist',
    (type) => {
      expect(toCanonicalId(type, '1', ['id'])).toBeNull();
    },
  );
});
