import { TextDecoder } from 'node:util';
import { javaException } from './fault.js';

/**
 * A request's text, by the charset of its Content-Type, else by its byte order mark, else by its XML
 * declaration, else UTF-8.
 *
 * @throws {@link AxisFault} if the charset is unknown or the bytes are not of it
 */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const label =
    /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1] ??
    markedCharset(body) ??
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(body.toString('latin1', 0, 200))?.[1] ??
    'utf-8';
  const decoder = decoderOf(label);
  try {
    return decoder.decode(body);
  } catch {
    throw javaException('java.io.UTFDataFormatException', `Invalid byte sequence for ${decoder.encoding}.`);
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw javaException('java.io.UnsupportedEncodingException');
  }
}

function markedCharset(body: Buffer): string | undefined {
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return undefined;
}
