import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

const featureName = string('Feature.', {
  values: [
    { value: 'ASP', meaning: 'Active Server Pages' },
    { value: 'ASP.NET', meaning: 'ASP.NET' },
    { value: 'Perl', meaning: 'Perl' },
    { value: 'PHP', meaning: 'PHP' },
    { value: 'SSI', meaning: 'server-side includes' },
    { value: 'ISAPIRewrite', meaning: 'ISAPI_Rewrite, which rewrites URLs' },
    { value: 'ColdFusion', meaning: 'ColdFusion' },
  ],
});

const FEATURE_MODES = [
  { value: 'v1.1', meaning: 'ASP.NET 1.1' },
  { value: 'v2.0', meaning: 'ASP.NET 2.0' },
  { value: 'CGI', meaning: 'Perl as CGI' },
  { value: 'ISAPI', meaning: 'Perl or PHP as ISAPI' },
  { value: 'FastCGI', meaning: 'PHP as FastCGI' },
] as const;

export const getWebspaceFeaturesInfo = operation({
  method: 'pem.iis.getWebspaceFeaturesInfo',
  group: 'webspaces',
  since: '2.8',
  description: 'Features of an IIS webspace, and whether they are on.',
  effect: 'read',
  params: struct({ webspace_id: int('IIS webspace.') }),
  result: array(
    struct({
      feature_name: key(featureName),
      enabled: boolean('The feature is on.'),
      feature_mode: optional(
        string('How it runs; for ASP.NET, Perl and PHP only.', { values: FEATURE_MODES }),
      ),
    }),
    'Features.',
  ),
  source: reference(72),
});

export const setWebspaceFeaturesInfo = operation({
  method: 'pem.iis.setWebspaceFeaturesInfo',
  group: 'webspaces',
  since: '2.8',
  description: 'Turns features of an IIS webspace on and off; those that are not named stay as they are.',
  effect: 'idempotentWrite',
  params: struct({
    webspace_id: int('IIS webspace.'),
    features_list: array(
      struct({
        feature_name: featureName,
        enabled: boolean('Turn the feature on.'),
        feature_mode: optional(
          string('How it runs: needed for ASP.NET and PHP; ISAPI when absent for Perl.', {
            values: FEATURE_MODES,
          }),
        ),
      }),
      'Features to change.',
    ),
  }),
  result: null,
  source: reference(73),
});
