// The page is the only code of the project that runs in a browser. What it touches there is declared
// here, so that the gateway's own code is compiled without the names of a browser.

declare const document: {
  getElementById(id: string): object | null;
  readonly location: { readonly pathname: string };
};
declare const window: { readonly location: { readonly pathname: string } };
