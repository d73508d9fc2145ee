import { z } from 'zod';
import { contentOf } from '../config/index.js';
import type { Protocol } from './descriptor-text.js';
import { readDescriptorFile } from './read-descriptor.js';

/**
 * Descriptor files whose methods a backend has beside its own; the program gets the methods.
 *
 * @param protocol - what this kind of backend speaks
 */
export const descriptorFiles = (protocol: Protocol) =>
  z.array(contentOf((file) => readDescriptorFile(file, protocol))).default([]);
