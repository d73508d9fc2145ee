import { canonicalName } from './element-name.js';

/** A service writes a name in a few ways; what makes more of them up costs a look for each, and no memory. */
const MAX_KEPT = 256;
/** Longer names may be parts of a text that must not be kept for them. */
const MAX_KEPT_LENGTH = 64;

/** Whether each row has another name, so that none of them is worth keeping. */
const isNumbered = (name: string): boolean => {
  const last = name.charCodeAt(name.length - 1);
  return last >= 0x30 && last <= 0x39;
};

/** What names stand for as they are written, worked out once for each way of writing one. */
export class Spellings<T> {
  readonly #known = new Map<string, T>();

  /** @param find - never gives `undefined`; gets a name in canonical spelling */
  constructor(private readonly find: (canonical: string) => T) {}

  get(name: string): T {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.find(canonicalName(name));
    if (this.#known.size < MAX_KEPT && name.length <= MAX_KEPT_LENGTH && !isNumbered(name)) {
      this.#known.set(name, found);
    }
    return found;
  }
}
