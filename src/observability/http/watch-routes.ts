import type { Health } from '../health/health';
import { jsonAnswer, type HttpAnswer, type Routes } from './router';

/** Metrics in Prometheus's format. */
export interface Exposition {
  readonly contentType: string;
  /** The current values of all metrics. */
  scrape(): Promise<string>;
}

/**
 * `/healthz`: is the process working as designed? `/readyz`: is it doing its work at this moment? If not, both answer 503 and say
 * why. `/metrics`: for Prometheus. None of them shows anything about people, or a secret.
 */
export function watchRoutes(health: Health, metrics: Exposition): Routes {
  return {
    '/healthz': async () => {
      const { alive, phase, reasons } = await health.check();
      return verdict(alive, { alive, phase, reasons: reasons.filter(({ stuck }) => stuck).map(told) });
    },
    '/readyz': async () => {
      const { ready, phase, reasons } = await health.check();
      return verdict(ready, { ready, phase, reasons: reasons.map(told) });
    },
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.scrape() }),
  };
}

const verdict = (good: boolean, body: object): HttpAnswer => jsonAnswer(good ? 200 : 503, body);

const told = ({ what, why }: { readonly what: string; readonly why: string }) => ({ what, why });
