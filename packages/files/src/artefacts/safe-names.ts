const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const NAME_BYTES = 200;
const encoder = new TextEncoder();

/**
 * Names for parts that every file system can hold and that stay inside their folder: relative, forward
 * slashes, no names twice (not even in other case). A name that is so already is left as it is.
 */
export function safeNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeName(name);
    const dot = safe.lastIndexOf(".");
    const split = dot > safe.lastIndexOf("/") + 1 ? dot : safe.length;
    let unique = safe;
    for (let count = 2; taken.has(keyOf(unique)); count += 1)
      unique = `${safe.slice(0, split)}-${count}${safe.slice(split)}`;
    taken.add(keyOf(unique));
    return unique;
  });
}

const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

function safeName(name: string): string {
  const steps = name
    .split(/[/\\]/)
    .map(safeStep)
    .filter((step) => step !== "");
  return steps.length === 0 ? "part" : steps.join("/");
}

function safeStep(step: string): string {
  const plain = step
    .replaceAll(FORBIDDEN, "_")
    .replace(/^[. ]+/, (dots) => (/^\.+$/.test(step) ? "" : dots.replaceAll(/[. ]/g, "_")))
    .replace(/[. ]+$/, "");
  return shortened(RESERVED.test(plain) ? `_${plain}` : plain);
}

/** Cut to the bytes file systems allow, its extension kept. */
function shortened(step: string): string {
  if (encoder.encode(step).byteLength <= NAME_BYTES) return step;
  const dot = step.lastIndexOf(".");
  const extension = dot > 0 && step.length - dot <= 16 ? step.slice(dot) : "";
  let stem = "";
  let bytes = encoder.encode(extension).byteLength;
  for (const character of step) {
    bytes += encoder.encode(character).byteLength;
    if (bytes > NAME_BYTES) break;
    stem += character;
  }
  return stem + extension;
}
