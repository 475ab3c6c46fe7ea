/** Durations of one kind of thing, in milliseconds. */
export class Durations {
  private readonly values: number[] = [];

  add(milliseconds: number): void {
    this.values.push(milliseconds);
  }

  /** The nearest rank: at least this share of the durations is no longer. Zero where there is none. */
  percentile(share: number): number {
    const sorted = this.values.toSorted((one, other) => one - other);
    return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;
  }

  summary() {
    return { count: this.values.length, p50: this.rounded(0.5), p99: this.rounded(0.99), most: this.rounded(1) };
  }

  private rounded(share: number): number {
    return Math.round(this.percentile(share) * 10) / 10;
  }
}
