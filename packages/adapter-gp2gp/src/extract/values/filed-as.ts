import type { CD } from "@gp2gp/hl7v3";
import { localSystem } from "./local-system.ts";

/** A code and what its entry is filed as. */
export interface FiledCode<Value extends string> {
  readonly code: CD | undefined;
  readonly filedAs: Value | undefined;
}

/**
 * What the record files an entry as (the category of an observation, the kind of a plan) where the classes of a message
 * do not tell: a translation of the code into a system that is named for it. Readers of the message see the code alone.
 */
export class Filing<Value extends string> {
  readonly #name: string;
  readonly #values: ReadonlySet<string>;

  constructor(name: string, values: readonly Value[]) {
    this.#name = `gp2gp:${name}`;
    this.#values = new Set(values);
  }

  /** A code with what its entry is filed as. */
  write(code: CD, filedAs: Value | undefined): CD {
    if (filedAs === undefined || !this.#values.has(filedAs)) return code;
    const filing = { code: filedAs, codeSystem: localSystem, codeSystemName: this.#name };
    return { ...code, translation: [...(code.translation ?? []), filing] };
  }

  /** A code without what its entry is filed as, and that. */
  read(code: CD | undefined): FiledCode<Value> {
    const at = code?.translation?.findIndex((one) => this.#isOwn(one)) ?? -1;
    if (!code?.translation || at < 0) return { code, filedAs: undefined };
    const { translation, ...alone } = code;
    const others = translation.toSpliced(at, 1);
    return {
      code: others.length > 0 ? { ...alone, translation: others } : alone,
      filedAs: translation[at]?.code as Value,
    };
  }

  #isOwn({ code, codeSystem, codeSystemName }: CD): boolean {
    return (
      codeSystem === localSystem &&
      codeSystemName === this.#name &&
      code !== undefined &&
      this.#values.has(code)
    );
  }
}
