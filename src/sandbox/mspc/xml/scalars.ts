import { serverFault, unreadableRequest } from '../soap/soap-fault.js';
import type { Kind } from './kind.js';
import { escapeText, writeElement } from './write-xml.js';
import type { XmlElement } from './xml-element.js';

/** The text of an element that may hold nothing else. */
function contentOf(element: XmlElement): string {
  const child = element.children[0];
  if (child !== undefined) {
    throw unreadableRequest('Unexpected node type Element. Only simple or empty content is allowed.', child);
  }
  return element.text;
}

const INT32_MAX = 2 ** 31 - 1;

export const int: Kind<number> = {
  absent: 0,
  read(element) {
    const text = contentOf(element).trim();
    if (!/^[+-]?\d+$/.test(text)) {
      throw unreadableRequest('Input string was not in a correct format.', element);
    }
    const value = Number(text);
    if (value > INT32_MAX || value < -INT32_MAX - 1) {
      throw unreadableRequest('Value was either too large or too small for an Int32.', element);
    }
    return value === 0 ? 0 : value;
  },
  write: (name, value) => writeElement(name, String(value)),
};

export const bool: Kind<boolean> = {
  absent: false,
  read(element) {
    const text = contentOf(element).trim();
    switch (text) {
      case 'true':
      case '1':
        return true;
      case 'false':
      case '0':
        return false;
      default:
        throw unreadableRequest(`The string '${text}' is not a valid Boolean value.`, element);
    }
  },
  write: (name, value) => writeElement(name, String(value)),
};

/** A nullable string: left out when null, an empty element when empty. */
export const text: Kind<string | null> = {
  absent: null,
  read: contentOf,
  write: (name, value) => (value === null ? '' : writeElement(name, escapeText(value))),
};

/** SQL `money`, kept as text with four fraction digits. */
export const money: Kind<string> = {
  absent: '0.0000',
  read(element) {
    const value = contentOf(element).trim();
    if (!/^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(value)) {
      throw unreadableRequest('Input string was not in a correct format.', element);
    }
    return Number(value).toFixed(4);
  },
  write: (name, value) => writeElement(name, value),
};

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(T(\d{2}):(\d{2}):(\d{2})(\.\d{1,7})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/;

function isCalendarDateTime(value: string): boolean {
  const [, year = '', month = '', day = '', , hour = '0', minute = '0', second = '0'] =
    DATE_TIME.exec(value) ?? [];
  const monthLength = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return (
    Number(year) >= 1 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= monthLength &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  );
}

/** A date-time as sent, with or without zone; what becomes of a zone is the clock's affair. */
export const dateTime: Kind<string> = {
  absent: '0001-01-01T00:00:00',
  read(element) {
    const value = contentOf(element).trim();
    if (!isCalendarDateTime(value)) {
      throw unreadableRequest(`The string '${value}' is not a valid AllXsd value.`, element);
    }
    return value;
  },
  write: (name, value) => writeElement(name, value),
};

/**
 * An enum, held as its number and written as its name. A number in a request is refused. A stored number that
 * has no name (0 is the usual one) makes the answer fail, as it does on the real server.
 *
 * @param first - the number of the first name
 */
export function enumeration(typeName: string, names: readonly string[], first = 1): Kind<number> {
  return {
    absent: 0,
    read(element) {
      const value = contentOf(element).trim();
      const index = names.indexOf(value);
      if (index < 0) {
        throw unreadableRequest(
          `Instance validation error: '${value}' is not a valid value for ${typeName}.`,
          element,
        );
      }
      return index + first;
    },
    write(name, value) {
      const word = names[value - first];
      if (word === undefined) {
        throw serverFault(
          `There was an error generating the XML document. ---> Instance validation error: '${value}' is not a valid value for ${typeName}.`,
          'System.InvalidOperationException',
        );
      }
      return writeElement(name, word);
    },
  };
}
