import { useSyncExternalStore } from 'react';
import type { CallsStore } from './calls-store.js';
import { summary, toBars } from './waterfall-bars.js';

/** What the last request asked of the panels, drawn over its time. Nothing where the gateway did not tell. */
export function Waterfall({ store }: { readonly store: CallsStore }) {
  const calls = useSyncExternalStore(store.subscribe, store.get);
  if (calls === null) return null;
  return (
    <details className="waterfall" open>
      <summary>{summary(calls)}</summary>
      <ol>
        {toBars(calls).map(({ key, label, place, left, width, duration, details, look }) => (
          <li key={key} title={details} className={`waterfall-${look}`}>
            <span className="waterfall-label">{label}</span>
            <span className="waterfall-place">{place}</span>
            <span className="waterfall-track">
              <span className="waterfall-bar" style={{ left: `${left}%`, width: `${width}%` }} />
            </span>
            <span className="waterfall-duration">{duration}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
