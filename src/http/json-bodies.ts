import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeError } from './edge-error.js';

export interface JsonBodyOptions {
  /** A client that always says `application/json` may send a change without a body. */
  readonly empty: 'refused' | 'nothing';
}

/**
 * JSON is the only body that is read. Bytes that are not the text that they are said to be are refused: decoded all the
 * same they would be written to a panel as another text, and nobody would be told.
 */
export function installJsonBodies(app: FastifyInstance, { empty }: JsonBodyOptions): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, sent, done) => {
    // Told to be a buffer above.
    const body = sent as Buffer;
    const offence = body.length === 0 ? undefined : unreadable(request, body);
    if (offence !== undefined) done(offence);
    else if (body.length === 0 && empty === 'nothing') done(null, undefined);
    else parse(request, body.toString(), done);
  });
}

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** RFC 8259, 8.1: JSON is UTF-8; `charset` means nothing, so one that says otherwise is a mistake. */
function unreadable({ headers }: FastifyRequest, body: Buffer): EdgeError | undefined {
  const coding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (coding !== 'identity') {
    return new EdgeError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be sent without Content-Encoding.', {
      'accept-encoding': 'identity',
    });
  }
  const [, charset = 'utf-8'] = CHARSET.exec(headers['content-type'] ?? '') ?? [];
  if (!/^utf-?8$/i.test(charset)) {
    return new EdgeError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'JSON is UTF-8; Content-Type names another charset.',
      {
        accept: 'application/json',
      },
    );
  }
  return isUtf8(body) ? undefined : new EdgeError(400, 'BAD_REQUEST', 'The body is not valid UTF-8.');
}
