import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createCallsStore } from './calls-store.js';
import { examples } from './examples.js';
import { memoryStorage } from './memory-storage.js';
import { nativeExamples } from './native-examples.js';
import { tracedFetcher } from './traced-fetcher.js';
import { Waterfall } from './waterfall.js';

/** The page of the native layer asks that one; all else about it is the same. */
const isNative = document.location.pathname.startsWith('/native/');
const ENDPOINT = isNative ? '/native/graphql' : '/graphql';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

// The gateway has no subscriptions and no incremental delivery: one request, one JSON answer.
const calls = createCallsStore();
const fetcher = tracedFetcher(
  createGraphiQLFetcher({ url: ENDPOINT, enableIncrementalDelivery: false }),
  calls,
);

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    storage={memoryStorage()}
    defaultTabs={(isNative ? nativeExamples : examples).map(({ query, variables }) => ({
      query,
      variables: variables === undefined ? null : JSON.stringify(variables, null, 2),
    }))}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled
    showPersistHeadersSettings={false}
    schemaDescription
  >
    <GraphiQL.Logo>hostgraph</GraphiQL.Logo>
    <GraphiQL.Footer>
      <Waterfall store={calls} />
    </GraphiQL.Footer>
  </GraphiQL>,
);
