export interface MetricOptions {
  readonly name: string;
  readonly help: string;
  /** Three at most. */
  readonly labels: readonly string[];
}

/** A number that grows. */
export class Count {
  value = 0;

  add(more = 1): void {
    this.value += more;
  }
}

/** How values are spread: how many are at most each of some bounds, and what all of them come to. */
export class Spread {
  sum = 0;
  count = 0;
  /** Of the values that are above the bound before and at most the one at this index. */
  readonly counts: number[];

  /** @param bounds - rising */
  constructor(private readonly bounds: readonly number[]) {
    this.counts = bounds.map(() => 0);
  }

  add(value: number): void {
    this.sum += value;
    this.count += 1;
    const index = this.bounds.findIndex((bound) => value <= bound);
    if (index >= 0) this.counts[index] = (this.counts[index] ?? 0) + 1;
  }
}

/**
 * The series of one metric. They are found by the values of its labels as they are: prom-client puts a text together for
 * each addition, which costs more than the rest of counting.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/, "Text-based format"
 */
export abstract class Metric<Series> {
  private readonly series = new Map<string, Map<string, Map<string, Series>>>();

  constructor(
    protected readonly options: MetricOptions,
    private readonly type: 'counter' | 'histogram',
  ) {}

  /** The series with these values of the labels, in the order of their names. */
  of(first = '', second = '', third = ''): Series {
    return this.series.get(first)?.get(second)?.get(third) ?? this.add(first, second, third);
  }

  print(): string {
    const { name, help } = this.options;
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${this.type}`, ...this.lines(), ''].join('\n');
  }

  protected abstract create(): Series;
  protected abstract linesOf(series: Series, labels: readonly string[]): readonly string[];

  private add(first: string, second: string, third: string): Series {
    const series = this.create();
    const seconds = this.series.get(first) ?? new Map<string, Map<string, Series>>();
    const thirds = seconds.get(second) ?? new Map<string, Series>();
    this.series.set(first, seconds.set(second, thirds.set(third, series)));
    return series;
  }

  private lines(): readonly string[] {
    const lines: string[] = [];
    for (const [first, seconds] of this.series) {
      for (const [second, thirds] of seconds) {
        for (const [third, series] of thirds)
          lines.push(...this.linesOf(series, this.told([first, second, third])));
      }
    }
    return lines;
  }

  private told(values: readonly string[]): readonly string[] {
    return this.options.labels.map((label, index) => `${label}="${escaped(values[index] ?? '')}"`);
  }
}

export class Counter extends Metric<Count> {
  constructor(options: MetricOptions) {
    super(options, 'counter');
    // What needs no label is there from the start, as zero.
    if (options.labels.length === 0) this.of();
  }

  protected create(): Count {
    return new Count();
  }

  protected linesOf({ value }: Count, labels: readonly string[]): readonly string[] {
    return [line(this.options.name, labels, value)];
  }
}

export class Histogram extends Metric<Spread> {
  constructor(
    options: MetricOptions,
    private readonly bounds: readonly number[],
  ) {
    super(options, 'histogram');
  }

  protected create(): Spread {
    return new Spread(this.bounds);
  }

  protected linesOf({ counts, count, sum }: Spread, labels: readonly string[]): readonly string[] {
    const { name } = this.options;
    let atMost = 0;
    const buckets = this.bounds.map((bound, index) => {
      atMost += counts[index] ?? 0;
      return line(`${name}_bucket`, [`le="${bound}"`, ...labels], atMost);
    });
    return [
      ...buckets,
      line(`${name}_bucket`, ['le="+Inf"', ...labels], count),
      line(`${name}_sum`, labels, sum),
      line(`${name}_count`, labels, count),
    ];
  }
}

const line = (name: string, labels: readonly string[], value: number): string =>
  `${name}${labels.length === 0 ? '' : `{${labels.join(',')}}`} ${value}`;

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
