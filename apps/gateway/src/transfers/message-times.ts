/** An instant as HL7 writes it in a message: `YYYYMMDDHHMMSS`, in UTC. */
export function hl7Time(instant: string): string {
  return instant.replaceAll(/[-:T]/g, "").slice(0, 14);
}
