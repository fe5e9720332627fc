import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '@switchyard/db';

/** One of a service's own figures, as it stands when it is asked for. */
export interface Figure {
  name: string;
  help: string;
  value: number;
  /** Tells it from others of the same name, which have the same labels. */
  labels?: Readonly<Record<string, string>>;
}

/** A service's figures: rate, errors and duration of requests, the pool, and the process itself. */
export class Metrics {
  readonly registry = new Registry();
  private readonly durations: Histogram;
  /** Each series by its labels: to look one up in the library costs as much as routing the request. */
  private readonly series = new Map<string, Histogram.Internal<string>>();
  private readonly own = new Map<string, Gauge>();

  constructor(
    service: string,
    db: Database,
    private readonly figures: () => Promise<readonly Figure[]> = () => Promise.resolve([]),
  ) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers: [this.registry],
    });
    new Gauge({
      name: 'db_pool_waiting',
      help: 'Requests that wait for a database connection',
      registers: [this.registry],
      collect() {
        this.set(db.waiting);
      },
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let series = this.series.get(key);
    if (!series) this.series.set(key, (series = this.durations.labels({ method, route, status })));
    series.observe(seconds);
  }

  /** Everything as text, for Prometheus. A database that is away does not take the process's own figures with it. */
  async text(): Promise<string> {
    for (const gauge of this.own.values()) gauge.reset();
    for (const figure of await this.figures().catch(() => []))
      this.gaugeOf(figure).set({ ...figure.labels }, figure.value);
    return this.registry.metrics();
  }

  private gaugeOf({ name, help, labels = {} }: Figure): Gauge {
    let gauge = this.own.get(name);
    if (!gauge) {
      gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers: [this.registry] });
      this.own.set(name, gauge);
    }
    return gauge;
  }
}
