/** Names the page of the vendor's reference that describes a command. */
export const catalogue = (command: string): string => `eNom API Command Catalog, "${command}"`;

export const QUICK_START = 'eNom Email Purchase Quick Start 1.0, December 2014';
