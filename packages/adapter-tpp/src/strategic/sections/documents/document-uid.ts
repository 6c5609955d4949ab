/** A document that came from no extract is known by the digest of its bytes, or of its id. */
export function isMadeUid(uid: string): boolean {
  return /^[0-9a-f]{64}$/.test(uid);
}
