import { type ASTNode, GraphQLError, getLocation } from 'graphql';
import type { Problem } from '../config/index.js';

/** Collects what is wrong with operations, so that all of it is told at once. */
export class Problems {
  readonly found: Problem[] = [];

  /** @param place - as a compiler would write it, `accounts.graphql:3:5` */
  add(place: string, message: string): void {
    this.found.push({ path: place, message });
  }

  /** At the first place that an error of graphql-js names. */
  addError(file: string, error: GraphQLError): void {
    const [location] = error.locations ?? [];
    this.add(location === undefined ? file : `${file}:${location.line}:${location.column}`, error.message);
  }

  addAt(file: string, node: ASTNode | undefined, message: string): void {
    this.addError(file, new GraphQLError(message, node === undefined ? {} : { nodes: node }));
  }
}

/** Tells what is wrong with one route, at its directive. */
export type Complain = (message: string) => void;

/** The line that a node begins on; 1 for one that was not parsed from a text. */
export const lineOf = ({ loc }: ASTNode): number =>
  loc === undefined ? 1 : getLocation(loc.source, loc.start).line;
