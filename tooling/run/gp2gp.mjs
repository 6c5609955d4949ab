// Runs the command line from its sources, in the folder the caller stands in.
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import("../../apps/cli/src/main.ts");
