import type { Example } from './examples.js';

/** Which methods there are depends on the panels behind the gateway, so the first tab asks for them. */
export const nativeExamples: readonly Example[] = [
  {
    query: `# The panels' own methods: one field each, with the panel's
# own names. Reads are queries, everything else is a mutation.
query Methods {
  __schema {
    queryType {
      fields {
        name
        description
      }
    }
    mutationType {
      fields {
        name
        description
      }
    }
  }
}
`,
  },
];
