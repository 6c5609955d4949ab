/** One thing that a schema forbids in a document. */
export interface XsdFinding {
  /** 1-based. */
  readonly line: number;
  /** What is wrong, without any value of the document. */
  readonly message: string;
  /** The same as libxml2 says it, values included: not for logs. */
  readonly detail: string;
}

const knownValue =
  /(?:[Tt]he value|[Tt]he QName value|[Tt]he element content|[Tt]he attribute value) '[^]*' (?=is|does|has|must|of|resolves)/u;
const leadingValue = /^'[^]*' (?=is not|does not)/u;
const keyValue = /key-sequence \[[^]*\]/u;
const place = /^(?<place>Element '[^']*'(?:, attribute '[^']*')?: (?:\[[^\]]*\] )?)(?<rest>[^]*)$/u;

/** Puts a message of libxml2 into a finding: names stay, values go. */
export function toFinding(line: number, libraryMessage: string): XsdFinding {
  const detail = libraryMessage.trim();
  const { place: where = "", rest = detail } = place.exec(detail)?.groups ?? {};
  const message =
    where +
    rest
      .replace(leadingValue, "The value ")
      .replace(knownValue, "The value ")
      .replace(keyValue, "key-sequence");
  return { line, message, detail };
}
