const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** What may not begin the part of a name after its colon, though it may stand in a name. */
const notNameStart = /^[-.0-9\u00B7\u0300-\u036F\u203F\u2040]/;

interface RawAttribute {
  readonly name: string;
  readonly value: string;
}

/** A name taken apart. */
export interface ResolvedName {
  readonly local: string;
  readonly namespace: string;
}

/** The namespace declarations in force at the present depth: a stack for each prefix, so that every step is O(1). */
export class NamespaceScope {
  readonly #bindings = new Map<string, string[]>([["xml", [xmlNamespace]]]);
  readonly #declared: (readonly string[] | undefined)[] = [];
  #default = "";

  /** Enters an element. False where one of its declarations breaks Namespaces in XML 1.0. */
  enter(attributes: readonly RawAttribute[]): boolean {
    let declared: string[] | undefined;
    for (const { name, value } of attributes) {
      const prefix = declaredPrefix(name);
      if (prefix === undefined) continue;
      if (!isAllowedDeclaration(prefix, value)) return false;
      declared ??= [];
      declared.push(prefix);
      this.#bind(prefix, value);
    }
    this.#declared.push(declared);
    return true;
  }

  /** Leaves the element that was entered last. */
  leave(): void {
    for (const prefix of this.#declared.pop() ?? []) {
      const stack = this.#bindings.get(prefix);
      stack?.pop();
      if (prefix === "") this.#default = stack?.at(-1) ?? "";
    }
  }

  /** `undefined` where the name is malformed or its prefix is not declared. */
  element(name: string): ResolvedName | undefined {
    const colon = name.indexOf(":");
    if (colon === -1) return { local: name, namespace: this.#default };
    const resolved = this.#prefixed(name, colon);
    return resolved?.namespace === xmlnsNamespace ? undefined : resolved;
  }

  /** `undefined` where the name is malformed or its prefix is not declared. */
  attribute(name: string): ResolvedName | undefined {
    const colon = name.indexOf(":");
    if (colon === -1) return { local: name, namespace: name === "xmlns" ? xmlnsNamespace : "" };
    return this.#prefixed(name, colon);
  }

  #bind(prefix: string, namespace: string): void {
    const stack = this.#bindings.get(prefix);
    if (stack === undefined) this.#bindings.set(prefix, [namespace]);
    else stack.push(namespace);
    if (prefix === "") this.#default = namespace;
  }

  #prefixed(name: string, colon: number): ResolvedName | undefined {
    const prefix = name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (prefix === "" || local === "" || local.includes(":") || notNameStart.test(local))
      return undefined;
    const namespace = prefix === "xmlns" ? xmlnsNamespace : this.#bindings.get(prefix)?.at(-1);
    return namespace === undefined ? undefined : { local, namespace };
  }
}

function declaredPrefix(name: string): string | undefined {
  if (!name.startsWith("xmlns")) return undefined;
  if (name.length === 5) return "";
  return name.charCodeAt(5) === 0x3a ? name.slice(6) : undefined;
}

function isAllowedDeclaration(prefix: string, namespace: string): boolean {
  if (prefix === "xmlns" || namespace === xmlnsNamespace) return false;
  if ((prefix === "xml") !== (namespace === xmlNamespace)) return false;
  return prefix === "" || namespace !== "";
}
