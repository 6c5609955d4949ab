// Runs the command line from its sources, in the folder the caller stands in.
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { commandLine, root } from "./places.mjs";

module.enableCompileCache?.(join(root, "node_modules", ".cache", "node"));
process.chdir(process.env["INIT_CWD"] ?? process.cwd());
const entry = join(root, commandLine);
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
