/** One value in a text: its path, and where it begins and ends. */
export interface TextSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The values of a text of XML, JSON or delimited rows; none for anything else. */
export function spansOfText(text: string): readonly TextSpan[] {
  const head = text.slice(0, 400).trimStart();
  if (head.startsWith("<")) return spansOfXml(text);
  if (head.startsWith("{") || head.startsWith("[")) return spansOfJson(text);
  return spansOfRows(text);
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attribute values and texts that are not white space; declarations of namespaces and schema places are no values. */
function spansOfXml(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  const path: string[] = [];
  let after = 0;
  for (const match of text.matchAll(markup)) {
    addText(text, { start: after, end: match.index, path: path.join("/") }, spans);
    after = match.index + match[0].length;
    const [whole, cdata, closing, name, inside = ""] = match;
    if (cdata !== undefined)
      addText(text, { start: match.index + 9, end: after - 3, path: path.join("/") }, spans);
    if (name === undefined) continue;
    if (closing === "/") {
      path.pop();
      continue;
    }
    path.push(name);
    const insideAt = match.index + 1 + name.length;
    for (const found of inside.matchAll(attribute)) {
      const [piece, key = "", double, single] = found;
      const value = double ?? single ?? "";
      if (/^xmlns|^xsi:(schemaLocation|noNamespace)/.test(key) || value === "") continue;
      const end = insideAt + found.index + piece.length - 1;
      spans.push({ path: `${path.join("/")}/@${key}`, start: end - value.length, end });
    }
    if (whole.endsWith("/>")) path.pop();
  }
  return spans;
}

function addText(text: string, span: TextSpan, spans: TextSpan[]): void {
  const piece = text.slice(span.start, span.end);
  const trimmed = piece.trim();
  if (trimmed === "") return;
  const start = span.start + piece.indexOf(trimmed);
  spans.push({ path: span.path, start, end: start + trimmed.length });
}

const jsonToken = /"((?:[^"\\]|\\.)*)"(\s*:)?|-?\d[\d.eE+-]*|true|false|[{}[\]]/g;

/** Strings (not the names of members), numbers, booleans; the path is the names of the members around. */
function spansOfJson(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  const around: string[] = [];
  let name = "";
  for (const match of text.matchAll(jsonToken)) {
    const [piece, string, colon] = match;
    if (colon !== undefined) name = string ?? "";
    else if (piece === "{" || piece === "[") {
      around.push(name);
      name = "";
    } else if (piece === "}" || piece === "]") name = around.pop() ?? "";
    else {
      const start = match.index + (string === undefined ? 0 : 1);
      const end = start + (string ?? piece).length;
      const path = [...around, name].filter((step) => step !== "").join("/");
      if (end > start) spans.push({ path, start, end });
      name = "";
    }
  }
  return spans;
}

/** Cells of rows, separated by the commonest of the usual delimiters in the first row. */
function spansOfRows(text: string): TextSpan[] {
  const firstRow = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [",", "\t", "|", ";"].toSorted(
    (a, b) => firstRow.split(b).length - firstRow.split(a).length,
  )[0];
  if (delimiter === undefined || !firstRow.includes(delimiter)) return [];
  const spans: TextSpan[] = [];
  let [start, column, quoted] = [0, 0, false];
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    if (at < text.length && (quoted || ![delimiter, "\n", "\r"].includes(character))) continue;
    const bare = text.charAt(start) === '"' ? 1 : 0;
    if (at - start > 2 * bare)
      spans.push({ path: `column ${String(column + 1)}`, start: start + bare, end: at - bare });
    column = character === delimiter ? column + 1 : 0;
    start = at + 1;
  }
  return spans;
}
