import type { FormatId, Source, SourcePeek, SupplierAdapterV1 } from "@gp2gp/core";
import type { Detection } from "./detection.ts";
import { peekSource } from "./peek-source.ts";

/** The formats an installation knows, given by whoever composes it. */
export class FormatRegistry {
  readonly adapters: readonly SupplierAdapterV1[];
  readonly #byId: ReadonlyMap<FormatId, SupplierAdapterV1>;

  constructor(adapters: readonly SupplierAdapterV1[]) {
    this.adapters = [...adapters];
    this.#byId = new Map(adapters.map((adapter) => [adapter.id, adapter]));
    if (this.#byId.size < adapters.length)
      throw new TypeError("two adapters of a registry have the same id");
  }

  get(format: FormatId): SupplierAdapterV1 | undefined {
    return this.#byId.get(format);
  }

  /** Looks at a source and tells its format. */
  async detect(source: Source, signal?: AbortSignal): Promise<Detection> {
    return this.detectPeek(await peekSource(source, signal));
  }

  /** The one adapter that says yes; where none does, the one that says maybe. */
  detectPeek(peek: SourcePeek): Detection {
    const asked = this.adapters.map((adapter) => ({ adapter, answer: adapter.detect(peek) }));
    const answers = asked.map(({ adapter, answer }) => ({ format: adapter.id, answer }));
    for (const certainty of ["yes", "maybe"] as const) {
      const candidates = asked.filter(({ answer }) => answer === certainty);
      const [first, ...others] = candidates;
      if (!first) continue;
      if (others.length === 0)
        return { outcome: "found", adapter: first.adapter, certainty, answers };
      return {
        outcome: "ambiguous",
        candidates: candidates.map(({ adapter }) => adapter.id),
        answers,
      };
    }
    return { outcome: "none", answers };
  }
}
