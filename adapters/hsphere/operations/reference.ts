/** The page that describes most actions, with a sample of each. */
export const ADMIN_SERVICES = 'H-Sphere Developer Guide, "H-Sphere XML API: Admin Services" (21 Aug 2006)';

/** The later list of methods, with their parameters and types. */
export const JAVADOC = 'H-Sphere Javadoc XML API, com.psoft.hsphere.axis.AdminServices_PortType';

/** What the token's role does. */
export const ROLES = 'CloudBlue knowledge base, article 3341 (AuthToken and Role)';
