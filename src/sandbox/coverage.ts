/**
 * How a method is answered: `stateful`, from what the simulator keeps and changing that; `typed`, by an answer of the
 * right form that nothing depends on.
 */
export type Answered = 'stateful' | 'typed';

/** Methods by their names on the wire. */
export type Coverage = Readonly<Record<string, Answered>>;
