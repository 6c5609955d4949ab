import { createHash } from "node:crypto";

/** The namespace of the testkit's ids, so that they never equal those of another use of the same seed. */
const namespace = Buffer.from("6f3c2a9e1d5b4c0e8a7f90b1c2d3e4f5", "hex");

/** The version 5 UUID of a seed, in upper case: the same seed is always the same id. */
export function uuidOf(seed: string): string {
  const hash = createHash("sha1").update(namespace).update(seed).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex", 0, 16).toUpperCase();
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
