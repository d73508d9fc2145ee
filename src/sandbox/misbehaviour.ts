/**
 * Ways in which a simulator fails on request, as real panels do. `slow`, `replyLost`, `truncated` and `afterwards` do the
 * method's work; all others happen instead of it.
 */
export type Misbehaviour =
  /** Answers properly, `ms` milliseconds late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Takes the request and closes the connection without an answer. */
  | { readonly kind: 'drop' }
  /** Does the work, then closes the connection without an answer. */
  | { readonly kind: 'replyLost' }
  /** Announces the whole answer, sends half of it and closes. */
  | { readonly kind: 'truncated' }
  /** Sends `bytes` bytes of an answer that never ends well. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** Answers `body` with `status`: `malformed`, `html`, `empty`, `doctype` and `httpError` are such. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  /** Answers a fault of the protocol (XML-RPC fault, SOAP fault, Err1) with this text. */
  | { readonly kind: 'fault'; readonly message: string }
  /** Does the work, and then misbehaves in a way that would have happened instead of it. */
  | { readonly kind: 'afterwards'; readonly misbehaviour: Misbehaviour };

export const malformed: Misbehaviour = {
  kind: 'answer',
  status: 200,
  contentType: 'text/xml',
  body: '<?xml version="1.0"?><a><b></a>',
};
export const html: Misbehaviour = {
  kind: 'answer',
  status: 200,
  contentType: 'text/html',
  body: '<!DOCTYPE html><html><body>Site under maintenance</body></html>',
};
export const empty: Misbehaviour = { kind: 'answer', status: 200, contentType: 'text/xml', body: '' };
export const doctype: Misbehaviour = {
  kind: 'answer',
  status: 200,
  contentType: 'text/xml',
  body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>',
};
export const httpError = (status: number): Misbehaviour => ({
  kind: 'answer',
  status,
  contentType: 'text/plain',
  body: '',
});

export const afterwards = (misbehaviour: Misbehaviour): Misbehaviour => ({
  kind: 'afterwards',
  misbehaviour,
});

/** The names under which a fault can be asked for over HTTP. */
export const NAMED: Readonly<Record<string, Misbehaviour>> = {
  slow: { kind: 'slow', ms: 1_000 },
  hang: { kind: 'hang' },
  drop: { kind: 'drop' },
  replyLost: { kind: 'replyLost' },
  truncated: { kind: 'truncated' },
  huge: { kind: 'huge', bytes: 200 * 1024 * 1024 },
  malformed,
  html,
  empty,
  doctype,
  httpError: httpError(500),
  fault: { kind: 'fault', message: 'Asked for by the sandbox' },
  hangAfter: afterwards({ kind: 'hang' }),
  malformedAfter: afterwards(malformed),
  httpErrorAfter: afterwards(httpError(500)),
  faultAfter: afterwards({ kind: 'fault', message: 'Asked for by the sandbox' }),
};

/** What is going to go wrong, by method. `*` is every method. */
export class FaultPlan {
  private readonly planned = new Map<string, { misbehaviour: Misbehaviour; left: number }[]>();

  /** The next `times` calls of `method` misbehave. */
  next(method: string, misbehaviour: Misbehaviour, times = 1): void {
    const queue = this.planned.get(method) ?? [];
    queue.push({ misbehaviour, left: times });
    this.planned.set(method, queue);
  }

  /** What this call of `method` does wrong, if anything; asking uses it up. */
  take(method: string): Misbehaviour | undefined {
    for (const name of [method, '*']) {
      const queue = this.planned.get(name);
      const first = queue?.[0];
      if (queue === undefined || first === undefined) continue;
      first.left -= 1;
      if (first.left <= 0) queue.shift();
      return first.misbehaviour;
    }
    return undefined;
  }

  clear(): void {
    this.planned.clear();
  }
}
