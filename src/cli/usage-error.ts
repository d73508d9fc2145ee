/** The command line says something that the program does not understand. */
export class UsageError extends Error {}
