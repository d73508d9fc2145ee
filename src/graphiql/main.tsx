import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { examples } from './examples.js';
import { memoryStorage } from './memory-storage.js';

const ENDPOINT = '/graphql';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

// The gateway has no subscriptions and no incremental delivery: one request, one JSON answer.
const fetcher = createGraphiQLFetcher({ url: ENDPOINT, enableIncrementalDelivery: false });

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    storage={memoryStorage()}
    defaultTabs={examples.map(({ query, variables }) => ({
      query,
      variables: variables === undefined ? null : JSON.stringify(variables, null, 2),
    }))}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled
    showPersistHeadersSettings={false}
    schemaDescription
  >
    <GraphiQL.Logo>hostgraph</GraphiQL.Logo>
  </GraphiQL>,
);
