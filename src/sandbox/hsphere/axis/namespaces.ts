export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP_ENCODING = 'http://schemas.xmlsoap.org/soap/encoding/';
export const XSD = 'http://www.w3.org/2001/XMLSchema';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** Where Axis puts the members of a fault's detail and some of its fault codes. */
export const AXIS = 'http://xml.apache.org/axis/';
/** The service's beans. */
export const ADMIN_TYPES = 'urn:AdminServices';

/** Axis also takes the two drafts of XML Schema, for types and for instance attributes alike. */
export const XSD_VERSIONS: ReadonlySet<string> = new Set([
  XSD,
  'http://www.w3.org/2000/10/XMLSchema',
  'http://www.w3.org/1999/XMLSchema',
]);
export const XSI_VERSIONS: readonly string[] = [
  XSI,
  'http://www.w3.org/2000/10/XMLSchema-instance',
  'http://www.w3.org/1999/XMLSchema-instance',
];
