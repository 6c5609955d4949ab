import type { AppointmentOrTask } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ReadItem } from "../../reading/item-start.ts";

/** Something done with or for the patient. The unit of its duration is not published; minutes, as for visits. */
export const readActivity: ReadItem<"Activity"> = (node, start) => {
  const performed = node.text("Performed");
  const assignedTo = node.text("With");
  const type = node.text("Method");
  const durationMinutes = node.text("Duration");
  const entry: AppointmentOrTask = {
    ...start.shape,
    ...start.dated,
    texts: start.texts,
    kind: "activity",
    ...(performed !== undefined && { concept: { text: performed, codings: [] } }),
    ...(assignedTo !== undefined && { assignedTo }),
    ...(type !== undefined && { type }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...nativeOf(node, start),
  };
  return readAs("appointmentsAndTasks", entry);
};
