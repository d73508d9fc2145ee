import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { OperationPlan } from './operation-plan.js';

/** The plans of a schema's operations, each made when it is first asked for and kept for as long as its document. */
export class Plans {
  private readonly known = new WeakMap<OperationDefinitionNode, OperationPlan>();

  constructor(private readonly schema: GraphQLSchema) {}

  of(document: DocumentNode, operation: OperationDefinitionNode): OperationPlan {
    let plan = this.known.get(operation);
    if (plan === undefined) {
      plan = new OperationPlan(this.schema, document, operation);
      this.known.set(operation, plan);
    }
    return plan;
  }
}
