import type { Health } from '../health/health';
import { jsonAnswer, type HttpAnswer, type Routes } from './router';

/** What is measured, in the format that Prometheus reads. */
export interface Exposition {
  readonly contentType: string;
  /** All metrics as they are now. */
  scrape(): Promise<string>;
}

/**
 * `/healthz`: whether the process goes on as designed; `/readyz`: whether it does its work, here and now; both say 503
 * and why where not. `/metrics`: for Prometheus. None of them tells anything about people, or any secret.
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
