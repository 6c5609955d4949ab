import { receiverProfiles } from "@gp2gp/adapter-gp2gp";
import type { ReceiverProfile } from "@gp2gp/core";
import { suggestion } from "../run/choose-format.ts";
import { UsageError } from "../usage-error.ts";

/** The receiver profile the caller named, or a UsageError that says which there are. */
export function chooseReceiver(id: string): ReceiverProfile {
  const receivers: readonly ReceiverProfile[] = Object.values(receiverProfiles);
  const receiver = receivers.find((one) => one.id === id);
  if (receiver) return receiver;
  throw new UsageError(
    `There is no receiver ${id}.${suggestion(
      id,
      receivers.map((one) => one.id),
    )}`,
  );
}
