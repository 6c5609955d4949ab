const bom: readonly (readonly [string, string])[] = [
  ["efbbbf", "utf-8"],
  ["fffe", "utf-16le"],
  ["feff", "utf-16be"],
];
const magic: readonly (readonly [string, string])[] = [
  ["25504446", "a PDF document"],
  ["504b0304", "a zip archive"],
  ["1f8b", "a gzip file"],
  ["ffd8ff", "a JPEG image"],
  ["89504e47", "a PNG image"],
  ["49492a00", "a TIFF image"],
  ["d0cf11e0", "a Microsoft Office document"],
];

/** What a file looks like from its first bytes; nothing of its content but the name of an XML root element. */
export function describeBytes(head: Uint8Array): string {
  const hex = Buffer.from(head.subarray(0, 8)).toString("hex");
  if (head.byteLength === 0) return "empty";
  const known = magic.find(([start]) => hex.startsWith(start));
  if (known) return known[1];
  const marked = bom.find(([start]) => hex.startsWith(start))?.[1];
  const encoding = marked ?? guessed(hex);
  const text = new TextDecoder(encoding)
    .decode(head)
    .replace(/^\ufeff/, "")
    .trimStart();
  if (text.startsWith("<")) return xmlOf(text);
  if (/^[[{]/.test(text)) return "JSON or text like it";
  return text.includes("\0") || text.includes("\ufffd") ? "binary data" : "plain text";
}

function guessed(hex: string): string {
  if (/^3c00..00/.test(hex)) return "utf-16le";
  return /^003c00../.test(hex) ? "utf-16be" : "utf-8";
}

function xmlOf(text: string): string {
  const root =
    /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<![\s\S]*?>|[^<]+)*<([A-Za-z_][\w.:-]{0,80})/.exec(
      text.slice(0, 8_192),
    )?.[1];
  return root === undefined ? "XML" : `XML, root element ${root}`;
}
