/** The vendor's description of the basic methods. */
export const BASIC = 'MSPC Integration API, Basic Web Services';
/** What describes the methods that the vendor's document only hints at by the names of its services. */
export const SIBLINGS = 'WebsitePanel 2.1 Enterprise Server, service description';

export const USERS = 'esUsers.asmx';
export const PACKAGES = 'esPackages.asmx';
export const AUTHENTICATION = 'esAuthentication.asmx';
