import { labelOfSystem } from "@gp2gp/core";
import { caseVariants, checkCode, describeCodeFault, lookUpCode } from "@gp2gp/terminology";
import type { CodeListing, ListedMap, TerminologyPack } from "@gp2gp/terminology";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { chooseSystem } from "../terminology/choose-system.ts";
import { openPack } from "../terminology/open-pack.ts";
import { assuranceInWords, codingInWords } from "../terminology/render-coding.ts";

export interface TerminologyLookupOptions {
  readonly system: string;
  readonly pack?: string;
  readonly json?: boolean;
}

const SHOWN = 40;

/** `gp2gp terminology lookup`: all a pack says of a code. 1 where it does not know it. */
export async function terminologyLookup(
  code: string,
  options: TerminologyLookupOptions,
): Promise<number> {
  const system = chooseSystem(options.system);
  using file = openPack(options.pack);
  const listings = lookUpCode(file.pack, { system, code }) ?? [];
  const unknown = listings.length === 0 ? whyUnknown(file.pack, system, code) : undefined;
  if (options.json)
    await writeOut(`${JSON.stringify({ code, system, listings, ...(unknown && { unknown }) })}\n`);
  else if (unknown) process.stderr.write(`gp2gp: ${unknown}\n`);
  else await writeOut(`${listings.flatMap(render).join("\n")}\n`);
  return unknown ? 1 : 0;
}

/** Why a pack says nothing of a code: it is none, or unknown, or written in other letters. */
export function whyUnknown(pack: TerminologyPack, system: string, code: string): string {
  const check = checkCode(system, code);
  if (!check.ok) return describeCodeFault(system, check.fault);
  const variants = caseVariants(pack, { system, code: check.code });
  const hint =
    variants.length === 0
      ? ""
      : ` It knows ${variants.slice(0, 5).join(", ")}: capital and small letters are different codes.`;
  return `The pack does not know this code of ${labelOfSystem(system)}.${hint}`;
}

function render({ system, code, status, terms, maps, inverse }: CodeListing): string[] {
  return [
    `${codingInWords({ system, code })}${status === undefined ? "" : `  status ${status}`}`,
    ...columns(
      terms.map(({ termId = "", text, preferred, retired, fullySpecified }) => [
        termId,
        plainText(text, 160),
        [preferred && "preferred", retired && "retired", fullySpecified && "full name"]
          .filter(Boolean)
          .join(", "),
      ]),
    ),
    ...list("Leads to:", maps),
    ...list("Is led to by:", inverse),
  ];
}

function list(title: string, maps: readonly ListedMap[]): string[] {
  if (maps.length === 0) return [];
  const rest = maps.length - SHOWN;
  return [
    title,
    ...columns(maps.slice(0, SHOWN).map(cells)),
    ...(rest > 0 ? [`  and ${rest} more: see --json`] : []),
  ];
}

function cells({ termId = "", other, display, state, assurance, set, mapId, date }: ListedMap) {
  const shown = display === undefined ? {} : { display };
  return [
    termId,
    other ? codingInWords({ ...other, ...shown }) : "no code",
    state === "active" ? assuranceInWords(assurance) : state,
    [set, date, mapId].filter((part) => part !== undefined).join(" "),
  ];
}
