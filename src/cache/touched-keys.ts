import type { PanelCall } from '../model/index.js';
import type { Touched } from '../operation/operation.js';

/**
 * Names of generations. Of each type of each panel there are three kinds:
 *
 * | generation | begins anew with | an answer depends on it when it shows |
 * |---|---|---|
 * | one object | a change of this object | this object |
 * | `all` | a change that names no object | some one object of the type |
 * | `any` | a change of any of them | several of them, or one that it does not name |
 *
 * and one of the panel, which begins anew with a change that does not say what it concerns.
 */
const panelKey = (panel: string): string => `generation:${panel}`;
const allKey = (panel: string, type: string): string => `${panelKey(panel)}:${type}:all`;
const anyKey = (panel: string, type: string): string => `${panelKey(panel)}:${type}:any`;
const objectKey = (panel: string, type: string, id: string): string =>
  `${panelKey(panel)}:${type}:one:${encodeURIComponent(id)}`;

/** A longer one is no id of any panel, and what callers send must not become a name of any length. */
const MAX_ID_LENGTH = 100;

/** The generations that an answer depends on, which is of no use once one of them is over. */
export function shownKeys(panel: string, { operation, params }: PanelCall): readonly string[] {
  const keys = (operation.shows ?? []).flatMap((touched) => {
    const id = idOf(touched, params);
    return id === null
      ? [anyKey(panel, touched.type)]
      : [allKey(panel, touched.type), objectKey(panel, touched.type, id)];
  });
  return [panelKey(panel), ...new Set(keys)];
}

/** The generations that a write ends. */
export function changedKeys(panel: string, { operation, params }: PanelCall): readonly string[] {
  if (operation.changes === undefined) return [panelKey(panel)];
  const keys = operation.changes.flatMap((touched) => {
    const id = idOf(touched, params);
    return [
      anyKey(panel, touched.type),
      id === null ? allKey(panel, touched.type) : objectKey(panel, touched.type, id),
    ];
  });
  return [...new Set(keys)];
}

/** The generations whose end ends all of a panel's. */
export const everyKey = (panel: string): readonly string[] => [panelKey(panel)];

/** @returns `null` where no parameter names one object */
function idOf({ param }: Touched, params: PanelCall['params']): string | null {
  if (param === undefined) return null;
  const value = param
    .split('.')
    .reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), params);
  const isId = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string';
  const id = isId ? String(value) : '';
  return id === '' || id.length > MAX_ID_LENGTH ? null : id;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
