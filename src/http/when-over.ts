import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

const OVER = Symbol('what to do when the request is over');

interface Watched extends ServerResponse {
  [OVER]?: Array<() => void>;
}

/**
 * Does something once, when the answer is out or the client has hung up: `raw.writableFinished` tells which. One listener
 * does for all who want to know, in the order in which they asked.
 */
export function whenOver({ raw }: Pick<FastifyReply, 'raw'>, work: () => void): void {
  const watched: Watched = raw;
  const known = watched[OVER];
  if (known !== undefined) {
    known.push(work);
    return;
  }
  const all = [work];
  watched[OVER] = all;
  raw.on('close', () => {
    for (const each of all.splice(0)) each();
  });
}
