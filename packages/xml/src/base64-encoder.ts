const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const padding = 0x3d;
/** Bytes encoded at once: a multiple of three. */
const blockLength = 49_152;

/** Base64 (RFC 4648) of the bytes as ASCII, without line breaks, in blocks; the cut of the source does not show. */
export async function* encodeBase64(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const bytes of source) {
    let at = 0;
    if (held.length > 0) {
      const missing = Math.min(3 - held.length, bytes.length);
      held = Uint8Array.of(...held, ...bytes.subarray(0, missing));
      at = missing;
      if (held.length < 3) continue;
      yield encode(held);
    }
    const whole = at + Math.floor((bytes.length - at) / 3) * 3;
    for (; at < whole; at += blockLength) {
      yield encode(bytes.subarray(at, Math.min(at + blockLength, whole)));
    }
    held = bytes.slice(whole);
  }
  if (held.length > 0) yield encode(held);
}

function encode(bytes: Uint8Array): Uint8Array {
  const encoded = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const a = bytes[at] ?? 0;
    const b = bytes[at + 1] ?? 0;
    const c = bytes[at + 2] ?? 0;
    encoded[to] = codes[a >> 2] ?? 0;
    encoded[to + 1] = codes[((a & 3) << 4) | (b >> 4)] ?? 0;
    encoded[to + 2] = codes[((b & 15) << 2) | (c >> 6)] ?? 0;
    encoded[to + 3] = codes[c & 63] ?? 0;
    to += 4;
  }
  const rest = bytes.length % 3;
  if (rest > 0) encoded.fill(padding, encoded.length - (3 - rest));
  return encoded;
}
