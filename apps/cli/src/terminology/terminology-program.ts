import { Option } from "commander";
import type { Command } from "commander";
import type { TerminologyTranslateOptions } from "../commands/terminology-translate.ts";

interface Signals {
  readonly signal: AbortSignal;
  /** Takes the exit code of a command that ran to its end. */
  readonly end: (exitCode: number) => void;
}

const systems = `
SYSTEM is one of: readv2 readv1 ctv3 tpp snomed dmd emis emis-drug multilex gemscript vision microtest.
Without --pack the small pack that comes with the program is used.
Exit codes: 0 done, 1 no code was found or the input cannot be used, 2 wrong usage.`;

/** How sure a map must be to be used, for the commands that translate. */
export function assuranceOption(): Option {
  return new Option(
    "--assurance <policy>",
    "how sure a map must be: assured, unknown or unassured, of all entries or KIND=… of one kind; may be given again",
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

/** `gp2gp terminology` and its commands. */
export function addTerminologyCommands(program: Command, { signal, end }: Signals): void {
  const terminology = program
    .command("terminology")
    .description("build packs of code maps, look codes up and translate them")
    .showHelpAfterError("Try `gp2gp terminology --help`.")
    .addHelpText("after", systems);
  const command = (name: string, description: string): Command =>
    terminology
      .command(name)
      .description(description)
      .option("--json", "print for machines: JSON on standard output, nothing else")
      .showHelpAfterError(`Try \`gp2gp terminology ${name.split(" ")[0]} --help\`.`);
  const onPack = (name: string, description: string): Command =>
    command(name, description).option("--pack <file>", "the pack to use, instead of the small one");

  command("build", "make a pack of published map and term tables")
    .requiredOption(
      "--from <input...>",
      "releases as published: zips, folders or single tables (TRUD item 9, SNOMED CT RF2, Read term files, tables of suppliers, *.map.tsv)",
    )
    .requiredOption("--out <file>", "where the pack is written")
    .option("--as-of <date>", "leave out rows that take effect after this day (YYYY-MM-DD)")
    .option("--name <name>", "what the pack is called")
    .option("--overwrite", "replace what is at the output path")
    .action(async (options: { from: string[]; out: string }) => {
      const { terminologyBuild } = await import("../commands/terminology-build.ts");
      end(await terminologyBuild({ ...options, signal }));
    });

  onPack("info", "tell what a pack holds and where it comes from").action(
    async (options: object) => {
      const { terminologyInfo } = await import("../commands/terminology-info.ts");
      end(await terminologyInfo(options));
    },
  );

  onPack("check", "read a whole pack and compare its checksums").action(async (options: object) => {
    const { terminologyCheck } = await import("../commands/terminology-check.ts");
    end(await terminologyCheck(options));
  });

  onPack("lookup <code>", "tell all a pack says of a code")
    .requiredOption("--system <system>", "the code system the code is of")
    .action(async (code: string, options: { system: string }) => {
      const { terminologyLookup } = await import("../commands/terminology-lookup.ts");
      end(await terminologyLookup(code, options));
    });

  onPack("translate <code>", "translate a code into another code system")
    .requiredOption("--from <system>", "the code system the code is of")
    .requiredOption("--to <system>", "the code system wanted")
    .option("--term <text>", "the words the code was recorded with, which can decide its meaning")
    .option("--term-id <id>", "the Read v2 term code, CTV3 term id or SNOMED CT description id")
    .option("--value", "the entry has a numeric value")
    .addOption(
      new Option("--kind <kind>", "the kind of entry, which decides how sure a map must be")
        .choices([
          ...["record-entry", "medication", "referral", "request"],
          ...["plan", "drug-allergy", "non-drug-allergy"],
        ])
        .default("record-entry"),
    )
    .addOption(assuranceOption())
    .action(async (code: string, options: TerminologyTranslateOptions) => {
      const { terminologyTranslate } = await import("../commands/terminology-translate.ts");
      end(await terminologyTranslate(code, options));
    });
}
