import { z } from 'zod';
import { ROLES } from '../model/index.js';
import { folder, readableFile } from './setting.js';

/** Which documents GraphQL is asked with: by their texts only, by ids too, or by ids of known operations only. */
export const persistedMode = z.enum(['off', 'allow', 'only']);
export type PersistedMode = z.output<typeof persistedMode>;

/** Operations that the gateway knows before anybody asks, beside those that it comes with. */
export const operationsSettings = z.strictObject({
  /** Folders with `.graphql` files, which may give their operations REST routes. */
  folders: z.array(folder()).default([]),
  /** Files with what clients were built with, by id. */
  manifests: z.array(readableFile()).default([]),
  /** Callers with one of these may ask anything where `persistedOperations` is `only`. */
  exceptRoles: z.array(z.enum(ROLES)).default([]),
});

export type OperationsSettings = z.output<typeof operationsSettings>;
