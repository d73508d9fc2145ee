import SwaggerUI, { type SwaggerUi } from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import { type Choice, type Control, element } from './elements.js';

/** What the gateway says of itself at `/docs/settings.json`. */
interface Settings {
  readonly documents: ReadonlyArray<{ readonly name: string; readonly url: string }>;
  /** Whether callers have to say who they are. */
  readonly authenticated: boolean;
  readonly graphiql: boolean;
}

declare const Option: new (text: string, value: string) => object;

/** Goes with the page: nothing of it is stored. */
let credential = '';

function show(url: string): void {
  const ui: SwaggerUi = SwaggerUI({
    url,
    domNode: element('app'),
    requestInterceptor(request) {
      if (request.loadSpec === true && credential !== '')
        request.headers.Authorization = `Bearer ${credential}`;
      return request;
    },
    onComplete() {
      if (credential !== '') ui.preauthorizeApiKey('bearer', credential);
    },
    deepLinking: true,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayOperationId: true,
    filter: true,
    tryItOutEnabled: true,
    // It would send the document to a service of others.
    validatorUrl: null,
  });
}

// The gateway answers this very page, and this is the form in which it does.
const settings = (await (await fetch('/docs/settings.json')).json()) as Settings;
const documents = element<Choice>('documents');
for (const { name, url } of settings.documents) documents.add(new Option(name, url));
documents.addEventListener('change', () => show(documents.value));

const login = element('login');
login.hidden = !settings.authenticated;
login.addEventListener('submit', (event) => {
  event.preventDefault();
  credential = element<Control>('credential').value.trim();
  show(documents.value);
});

element('graphiql').hidden = !settings.graphiql;
show(documents.value);
