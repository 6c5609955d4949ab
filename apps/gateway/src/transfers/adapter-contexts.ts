import { nodeContext } from "@gp2gp/files";
import type { AdapterContext } from "@gp2gp/core";
import type { TransferContext } from "./transfer-context.ts";

/** What adapters may use while a job runs. Its clock stands at the job's own time, so that every attempt writes the same bytes. */
export function adapterContext(
  { content, terminology }: Pick<TransferContext, "content" | "terminology">,
  { at, signal, options }: { at: string } & Pick<AdapterContext, "signal" | "options">,
): AdapterContext {
  return nodeContext({
    content,
    terminology,
    now: () => new Date(at),
    ...(signal && { signal }),
    ...(options && { options }),
  });
}
