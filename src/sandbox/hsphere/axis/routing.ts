import { AxisFault } from './fault.js';
import type { XmlElement } from './xml-element.js';

export const SERVICE = 'AdminServices';
export const SERVICE_PATH = `/axis/services/${SERVICE}`;

/** True if the servlet engine hands requests for this path to Axis. */
export const isAxisPath = (path: string): boolean =>
  path === '/axis/services' || path.startsWith('/axis/services/') || path === '/axis/servlet/AxisServlet';

/**
 * Axis goes by the URL, which then leaves the namespace of the body free; a URL that names no service leaves the
 * namespace, which must then be the service's bare name.
 *
 * @throws {@link AxisFault} if neither names the one service that there is
 */
export function requireService(path: string, operation: XmlElement): void {
  if (path === SERVICE_PATH || path.startsWith(`${SERVICE_PATH}/`) || operation.namespace === SERVICE) return;
  throw new AxisFault(
    'axis:Server.NoService',
    'The AXIS engine could not find a target service to invoke!  targetService is null',
  );
}
