import { boolean, int, optional, string, struct } from '../../../src/operation/shape.js';

/** What the methods on IIS application mappings share. */
export const engine = string('Scripting engine.', {
  open: true,
  values: [
    { value: 'ASP', meaning: 'Active Server Pages' },
    { value: 'ASP.NET1.1', meaning: 'ASP.NET 1.1' },
    { value: 'ASP.NET2', meaning: 'ASP.NET 2.0' },
    { value: 'Perl', meaning: 'Perl' },
    { value: 'PHP', meaning: 'PHP' },
    { value: 'SSI', meaning: 'server-side includes' },
  ],
});

export const extension = string('File name extension that leads to the engine.');

export const properties = struct(
  {
    verbs: string('HTTP methods, separated by commas: GET, POST, HEAD, TRACE, DEBUG.'),
    script_engine: boolean('Scripts run in folders without the permission to execute.'),
    verify_if_exists: boolean(
      'The server checks that the script exists and may be read before it calls the engine, which costs an access more.',
    ),
  },
  'How the mapping works.',
);

export const mappingId = int('Mapping.');

export const iisVersion = optional(
  int('Version of IIS.', {
    default: 6,
    values: [
      { value: 6, meaning: 'IIS 6.0' },
      { value: 7, meaning: 'IIS 7.0' },
    ],
  }),
);
