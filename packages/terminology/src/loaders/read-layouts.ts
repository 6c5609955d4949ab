import type { PackBuilder } from "../build/pack-builder.ts";
import { isTermIdOf, keyOf, systemInCtv3Column } from "./row-values.ts";
import type { Cells, RowOutcome, TableLayout } from "./table-layout.ts";

interface Words {
  readonly forms: readonly string[];
  readonly retired: boolean;
}

/** Terms of a CTV3 release by their ids, until `Descrip.v3` says whose they are. */
const ctv3Words = new WeakMap<PackBuilder, Map<string, Words>>();

function wordsOf(into: PackBuilder): Map<string, Words> {
  const words = ctv3Words.get(into) ?? new Map<string, Words>();
  ctv3Words.set(into, words);
  return words;
}

/** The forms of a term, longest first: of 30, 60 and 198 characters, those that differ. */
function formsOf(cells: Cells): string[] {
  return [...new Set([cells.get("T198"), cells.get("T60"), cells.get("T30")])].filter(
    (form) => form !== "",
  );
}

function addForms(
  into: PackBuilder,
  system: string,
  term: {
    code: string;
    termId: string;
    preferred: boolean;
    retired: boolean;
    forms: readonly string[];
  },
): void {
  const { forms, ...about } = term;
  for (const [index, text] of forms.entries())
    into.system(system).addTerm({ ...about, text, shortened: index > 0 });
}

/** The term files of Read v2 and CTV3. */
export const readLayouts: readonly TableLayout[] = [
  {
    id: "read2-core",
    title: "Read v2 codes and their preferred terms",
    files: /^Corev2\.all$/i,
    cells: "quoted",
    columns: {
      fixed: [
        ...["CODE", "T30", "T60", "T198", "ICD9", "ICD9DEF", "ICD9CM", "ICD9CMDEF"],
        ...["OPCS", "OPCSDEF", "SPECIALITY", "STATUS", "LANG"],
      ],
    },
    owner: "crown",
    open:
      (into) =>
      (cells): RowOutcome => {
        const code = keyOf("read-v2", cells.get("CODE"));
        if (code.fault !== undefined) return `source-${code.fault}`;
        const forms = formsOf(cells);
        if (forms.length === 0) return "text";
        addForms(into, "read-v2", {
          code: code.key,
          termId: "00",
          preferred: true,
          retired: false,
          forms,
        });
        const status = cells.get("STATUS");
        const read = into.system("read-v2");
        if (/^[A-Z0-9]$/i.test(status)) read.status.set(read.code(code.key), status);
        return "taken";
      },
  },
  {
    id: "read2-key",
    title: "Read v2 terms",
    files: /^Keyv2\.all$/i,
    cells: "quoted",
    columns: {
      fixed: [
        ...["KEY", "UNIQUIFIER", "T30", "T60", "T198", "TERMCODE", "LANG", "READCODE", "DISCFLAG"],
      ],
    },
    owner: "crown",
    open:
      (into) =>
      (cells): RowOutcome => {
        const code = keyOf("read-v2", cells.get("READCODE"));
        if (code.fault !== undefined) return `source-${code.fault}`;
        const termId = cells.get("TERMCODE");
        if (!isTermIdOf("read-v2", termId)) return "term-id";
        const forms = formsOf(cells);
        if (forms.length === 0) return "text";
        addForms(into, "read-v2", {
          code: code.key,
          termId,
          preferred: termId === "00",
          retired: false,
          forms,
        });
        return "taken";
      },
  },
  {
    id: "ctv3-concept",
    title: "CTV3 codes",
    files: /^Concept\.v3$/i,
    cells: "pipe",
    columns: { fixed: ["CODE", "STATUS", "ATTRIBUTE", "CATEGORY"] },
    owner: "crown",
    open:
      (into) =>
      (cells): RowOutcome => {
        const text = cells.get("CODE");
        const code = keyOf("ctv3", text);
        if (code.fault !== undefined) return `source-${code.fault}`;
        const status = cells.get("STATUS");
        if (!/^[CORE]$/.test(status)) return "status";
        const register = into.system(systemInCtv3Column(text));
        register.status.set(register.code(code.key), status);
        return "taken";
      },
  },
  {
    id: "ctv3-term",
    title: "CTV3 terms",
    files: /^Terms\.v3$/i,
    cells: "pipe",
    columns: { fixed: ["TERMID", "STATUS", "T30", "T60", "T198"] },
    owner: "crown",
    open: (into) => {
      const words = wordsOf(into);
      return (cells): RowOutcome => {
        const termId = cells.get("TERMID");
        if (!isTermIdOf("ctv3", termId)) return "term-id";
        const forms = formsOf(cells);
        if (forms.length === 0) return "text";
        words.set(termId, { forms, retired: cells.get("STATUS") !== "C" });
        return "taken";
      };
    },
  },
  {
    id: "ctv3-description",
    title: "CTV3 codes and their terms",
    files: /^Descrip\.v3$/i,
    cells: "pipe",
    columns: { fixed: ["CODE", "TERMID", "TYPE"] },
    after: ["ctv3-term"],
    owner: "crown",
    open: (into) => {
      const words = wordsOf(into);
      return (cells): RowOutcome => {
        const text = cells.get("CODE");
        const code = keyOf("ctv3", text);
        if (code.fault !== undefined) return `source-${code.fault}`;
        const termId = cells.get("TERMID");
        const term = words.get(termId);
        if (!term) return "term-id";
        const { forms, retired } = term;
        const preferred = cells.get("TYPE") === "P";
        addForms(into, systemInCtv3Column(text), {
          code: code.key,
          termId,
          preferred,
          retired,
          forms,
        });
        return "taken";
      };
    },
  },
];
