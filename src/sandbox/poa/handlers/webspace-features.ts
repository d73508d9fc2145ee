import { FEATURE_MODES, NEW_FEATURES } from '../iis-engines.js';
import { type MethodTable, method, write } from '../method.js';
import { arrayOf, boolean, int, oneOf, optional, structOf } from '../parameters.js';
import { Refusal } from '../refusal.js';
import type { Feature, FeatureMode, FeatureName } from '../web-records.js';
import { iisWebspace } from './websites.js';

const feature = structOf({
  feature_name: oneOf('ASP', 'ASP.NET', 'Perl', 'PHP', 'SSI', 'ISAPIRewrite', 'ColdFusion'),
  enabled: boolean,
  feature_mode: optional(oneOf('v1.1', 'v2.0', 'CGI', 'ISAPI', 'FastCGI')),
});

/** @see POA Public API Reference 2.8, "Webspace Management" */
export const webspaceFeatureMethods: MethodTable = {
  'pem.iis.getWebspaceFeaturesInfo': method({ webspace_id: int }, (data, { webspace_id }) => {
    const { features = NEW_FEATURES } = iisWebspace(data, webspace_id).webspace;
    return features.map(({ name, enabled, mode }) => ({
      feature_name: name,
      enabled,
      ...(mode !== undefined && { feature_mode: mode }),
    }));
  }),

  'pem.iis.setWebspaceFeaturesInfo': write(
    { webspace_id: int, features_list: arrayOf(feature) },
    (data, { webspace_id, features_list }) => {
      const { webspace } = iisWebspace(data, webspace_id);
      const { features = NEW_FEATURES } = webspace;
      const changes = new Map<FeatureName, Feature>();
      for (const { feature_name: name, enabled, feature_mode } of features_list) {
        if (changes.has(name)) throw Refusal.invalidArguments(`Feature ${name} occurs twice`);
        const mode = modeOf(name, feature_mode);
        changes.set(name, { name, enabled, ...(mode !== undefined && { mode }) });
      }
      data.webspaces.put({ ...webspace, features: features.map((row) => changes.get(row.name) ?? row) });
    },
  ),
};

/** Modes are mandatory where there are any, but for Perl, which falls back to ISAPI. */
function modeOf(name: FeatureName, given: FeatureMode | undefined): FeatureMode | undefined {
  const modes = FEATURE_MODES[name];
  const mode = given ?? (name === 'Perl' ? 'ISAPI' : undefined);
  if (modes.length === 0 && mode !== undefined) {
    throw Refusal.invalidArguments(`Feature ${name} has no feature_mode`);
  }
  if (modes.length > 0 && (mode === undefined || !modes.includes(mode))) {
    throw Refusal.invalidArguments(`feature_mode of ${name} is one of ${modes.join(', ')}`);
  }
  return mode;
}
