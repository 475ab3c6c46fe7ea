/** Lengths of time in whole minutes, four bytes each: a force's whole year stays within a few megabytes. */
export class Durations {
  private minutes = new Int32Array(8);
  count = 0;
  private total = 0;
  private isSorted = true;

  /** Of milliseconds. Less than nothing, when something was done before its clock started, counts as nothing. */
  add(milliseconds: number): void {
    if (this.count === this.minutes.length) {
      const longer = new Int32Array(this.count * 2);
      longer.set(this.minutes);
      this.minutes = longer;
    }
    const length = Math.max(0, Math.floor(milliseconds / 60_000));
    this.minutes[this.count] = length;
    this.count += 1;
    this.total += length;
    this.isSorted = false;
  }

  totalHours(): number {
    return hours(this.total);
  }

  /**
   * In hours, the value that so many hundredths of the lengths do not exceed, with straight lines between neighbours, as
   * MEDIAN and PERCENTILE.INC of spreadsheets do; undefined where there are none.
   */
  percentileHours(hundredths: number): number | undefined {
    if (this.count === 0) return undefined;
    const known = this.minutes.subarray(0, this.count);
    if (!this.isSorted) known.sort();
    this.isSorted = true;
    const place = (this.count - 1) * hundredths;
    const below = known[Math.floor(place / 100)] ?? 0;
    const above = known[Math.ceil(place / 100)] ?? below;
    return hours(below + ((above - below) * (place % 100)) / 100);
  }
}

/** To a hundredth of an hour. */
function hours(minutes: number): number {
  return Math.round((minutes * 100) / 60) / 100;
}
