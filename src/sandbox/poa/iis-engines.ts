import type { EngineName, Feature, FeatureMode, FeatureName } from './web-records.js';

/** @see POA Public API Reference 2.8, "pem.iis.setWebspaceFeaturesInfo" */
export const FEATURE_MODES: Readonly<Record<FeatureName, readonly FeatureMode[]>> = {
  ASP: [],
  'ASP.NET': ['v1.1', 'v2.0'],
  Perl: ['CGI', 'ISAPI'],
  PHP: ['ISAPI', 'FastCGI'],
  SSI: [],
  ISAPIRewrite: [],
  ColdFusion: [],
};

/** What an IIS webspace starts with: a choice of this simulator. */
export const NEW_FEATURES: readonly Feature[] = [
  { name: 'ASP', enabled: true },
  { name: 'ASP.NET', enabled: true, mode: 'v2.0' },
  { name: 'Perl', enabled: false, mode: 'ISAPI' },
  { name: 'PHP', enabled: true, mode: 'FastCGI' },
  { name: 'SSI', enabled: false },
  { name: 'ISAPIRewrite', enabled: false },
  { name: 'ColdFusion', enabled: false },
];

/** The feature that makes an engine run, and in which mode if that matters. */
const NEEDS: Readonly<Record<EngineName, { readonly feature: FeatureName; readonly mode?: FeatureMode }>> = {
  ASP: { feature: 'ASP' },
  'ASP.NET1.1': { feature: 'ASP.NET', mode: 'v1.1' },
  'ASP.NET2': { feature: 'ASP.NET', mode: 'v2.0' },
  Perl: { feature: 'Perl' },
  PHP: { feature: 'PHP' },
  SSI: { feature: 'SSI' },
};

/** Whether an engine runs in a webspace: no document says what makes one active, here its features do. */
export function isActive(engine: EngineName, features: readonly Feature[] = NEW_FEATURES): boolean {
  const { feature, mode } = NEEDS[engine];
  return features.some(
    (row) => row.name === feature && row.enabled && (mode === undefined || row.mode === mode),
  );
}
