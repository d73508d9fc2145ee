// The package comes without types; these are of what the page uses.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  export interface Request {
    /** Set on requests for the document itself. */
    readonly loadSpec?: boolean;
    readonly headers: Record<string, string>;
  }

  export interface SwaggerUi {
    preauthorizeApiKey(scheme: string, value: string): void;
  }

  export default function SwaggerUI(options: {
    readonly url: string;
    readonly domNode: object;
    readonly onComplete: () => void;
    readonly requestInterceptor: (request: Request) => Request;
    readonly deepLinking: boolean;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
    readonly displayOperationId: boolean;
    readonly filter: boolean;
    readonly tryItOutEnabled: boolean;
    readonly validatorUrl: null;
  }): SwaggerUi;
}
