import type { SnomedComponent, SnomedFault } from "@gp2gp/core";

/** What is wrong with a code, by the rules of its code system. */
export type CodeFault = SnomedFault | "padding";

/** What a code lacks of its system's own form, and can be read in spite of. */
export type CodeRepair = "padding-missing" | "ordinal-removed" | "mark-removed";

export interface ReadableCode {
  readonly ok: true;
  /** The code alone, in its system's own form: what tables are keyed by. */
  readonly code: string;
  /** The term the code names with it: a two-character Read v2 term code. */
  readonly termId?: string;
  readonly component?: SnomedComponent;
  readonly repairs: readonly CodeRepair[];
}

export type CodeCheck = ReadableCode | { readonly ok: false; readonly fault: CodeFault };

export function readable(
  code: string,
  about: Partial<Omit<ReadableCode, "ok" | "code">> = {},
): ReadableCode {
  return { ok: true, code, repairs: [], ...about };
}

export function unreadable(fault: CodeFault): CodeCheck {
  return { ok: false, fault };
}
