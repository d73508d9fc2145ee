import type { PanelWrites } from '../../../src/model/index.js';
import { subscriptionWrites } from './subscriptions.js';

/** The mutations that POA has calls for. */
export const createPoaWrites = (backend: string): PanelWrites => ({ ...subscriptionWrites(backend) });
