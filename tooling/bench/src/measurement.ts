/** One figure of a suite. */
export interface Measurement {
  readonly what: string;
  readonly megabytesPerSecond: number;
  /** Resident memory at its highest while it ran, above what it was before. */
  readonly peakMegabytes: number;
  /** What must be reached, where a budget says so. */
  readonly budget?: { readonly megabytesPerSecond?: number; readonly peakMegabytes?: number };
}
