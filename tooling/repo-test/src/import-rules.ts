/** What the sources of one kind of package may import. */
export interface ImportRule {
  /** Packages of this repository, by short name. */
  readonly own: readonly string[] | "any package";
  /** Packages from the registry. */
  readonly registry: readonly string[] | "any";
  /** Which of Node's own modules: a package that works on bytes may compress and hash them without reading a file. */
  readonly node: readonly string[] | "any";
}

const rules: readonly (readonly [name: RegExp, rule: ImportRule])[] = [
  [/^core$/, { own: [], registry: ["zod"], node: [] }],
  [/^xml$/, { own: [], registry: ["saxes", "fast-xml-parser"], node: [] }],
  // fast-check: what is random about messages is published too, for tests.
  [/^hl7v3$/, { own: ["xml"], registry: ["zod", "fast-check"], node: [] }],
  [/^tabular$/, { own: ["core"], registry: ["zod", "csv-parse", "csv-stringify"], node: [] }],
  [/^miquest$/, { own: ["core", "tabular"], registry: ["zod", "csv-parse"], node: [] }],
  [/^terminology$/, { own: ["core"], registry: "any", node: ["node:crypto", "node:zlib"] }],
  [/^adapter-testkit$/, { own: ["core"], registry: ["vitest", "fast-check"], node: "any" }],
  [
    /^adapter-/,
    {
      own: ["core", "xml", "hl7v3", "tabular", "miquest"],
      registry: ["zod"],
      node: [],
    },
  ],
  [/^formats$/, { own: "any package", registry: [], node: [] }],
  [/^conversation$/, { own: ["core"], registry: ["zod"], node: [] }],
  [/^ebxml$/, { own: ["xml"], registry: ["zod"], node: [] }],
  [/^transport$/, { own: ["ebxml", "hl7v3"], registry: ["zod"], node: "any" }],
  [/^transport-/, { own: ["ebxml", "hl7v3", "transport"], registry: "any", node: "any" }],
  [/^files$/, { own: ["core"], registry: "any", node: "any" }],
];

/** Apps wire everything together, but never each other. */
export const appRule: ImportRule = { own: "any package", registry: "any", node: "any" };

/** The rule for a library, or nothing if the table of who may import whom does not know it yet. */
export function importRuleOf(shortName: string): ImportRule | undefined {
  return rules.find(([name]) => name.test(shortName))?.[1];
}

/** Packages that translate and decide: no input or output, no clock, no chance, no ambient locale or time zone. */
export function isPure(shortName: string): boolean {
  return /^(core|xml|hl7v3|tabular|miquest|conversation|ebxml|adapter-(?!testkit$).+)$/.test(
    shortName,
  );
}
