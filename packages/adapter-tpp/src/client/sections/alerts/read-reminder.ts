import type { Alert } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";

const severityOf = new Map([
  ["Low", "low"],
  ["Normal", "normal"],
  ["High", "high"],
] as const);

/** A reminder shown until it expires. */
export const readReminder: ReadItem<"Reminder"> = (node, start) => {
  const listed = node.listed("Severity");
  const severity = [...severityOf].find(([word]) => word === listed)?.[1];
  const expires = node.text("ExpiryDate");
  const entry: Alert = {
    ...start.shape,
    ...start.dated,
    texts: start.texts,
    ...(severity && { severity }),
    ...(expires !== undefined && { expires: { kind: "point", at: expires } as const }),
    ...nativeOf(node, start),
  };
  return readAs("alerts", entry);
};
