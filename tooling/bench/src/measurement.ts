/** One figure of a suite. */
export type Measurement = Throughput | Figure;

/** How fast work went through bytes. */
export interface Throughput {
  readonly what: string;
  readonly megabytesPerSecond: number;
  /** Resident memory at its highest while it ran, above what it was before. */
  readonly peakMegabytes: number;
  /** What must be reached, where a budget says so. */
  readonly budget?: { readonly megabytesPerSecond?: number; readonly peakMegabytes?: number };
}

/** A figure of another unit than bytes a second. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Resident memory above what it was before. */
  readonly peakMegabytes: number;
  readonly budget?: {
    readonly atLeast?: number;
    readonly atMost?: number;
    readonly peakMegabytes?: number;
  };
}
