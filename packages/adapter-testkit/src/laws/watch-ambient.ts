import fs from "node:fs";
import net from "node:net";
import { syncBuiltinESMExports } from "node:module";

export interface Watched<Result> {
  readonly result: Result;
  /** What of the machine was looked at meanwhile, each once. */
  readonly touched: readonly string[];
}

type Members = Record<string, unknown>;

const fileCalls = [
  "openSync",
  "readFileSync",
  "readFile",
  "open",
  "createReadStream",
  "writeFileSync",
  "writeFile",
  "createWriteStream",
  "readdirSync",
];
const promisedFileCalls = ["open", "readFile", "writeFile", "readdir"];

/** Runs a function and tells which of the machine's clock, chance, network and files were used meanwhile. */
export async function watchAmbient<Result>(run: () => Promise<Result>): Promise<Watched<Result>> {
  const touched = new Set<string>();
  const undo: (() => void)[] = [];
  const watch = (owner: object, name: string, label: string): void => {
    const members = owner as Members;
    const original = members[name];
    if (typeof original !== "function") return;
    const own = Object.getOwnPropertyDescriptor(owner, name);
    const watching = function (this: unknown, ...args: unknown[]): unknown {
      if (!ofTheTestRunner()) touched.add(label);
      return Reflect.apply(original, this, args);
    };
    Object.defineProperty(owner, name, { value: watching, configurable: true, writable: true });
    undo.push(() => {
      if (own) Object.defineProperty(owner, name, own);
      else Reflect.deleteProperty(owner, name);
    });
  };
  watch(Math, "random", "Math.random");
  watch(performance, "now", "performance.now");
  watch(crypto, "randomUUID", "crypto.randomUUID");
  watch(crypto, "getRandomValues", "crypto.getRandomValues");
  watch(globalThis, "fetch", "fetch");
  watch(net.Socket.prototype, "connect", "a network connection");
  for (const name of fileCalls) watch(fs, name, `node:fs ${name}`);
  for (const name of promisedFileCalls) watch(fs.promises, name, `node:fs ${name}`);
  syncBuiltinESMExports();
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) => {
      if (args.length === 0 && !ofTheTestRunner()) touched.add("new Date()");
      return Reflect.construct(
        target,
        args,
        newTarget === globalThis.Date ? target : newTarget,
      ) as object;
    },
    apply: () => {
      touched.add("Date()");
      return RealDate();
    },
    get: (target, name, receiver) => {
      if (name !== "now") return Reflect.get(target, name, receiver) as unknown;
      if (!ofTheTestRunner()) touched.add("Date.now");
      return () => RealDate.now();
    },
  });
  try {
    return { result: await run(), touched: [...touched].toSorted() };
  } finally {
    globalThis.Date = RealDate;
    for (const restore of undo) restore();
    syncBuiltinESMExports();
  }
}

/** Whether the caller is the loader or runner of the tests, which read files and time when they like. */
function ofTheTestRunner(): boolean {
  const caller = (new Error().stack ?? "").split("\n")[3] ?? "";
  return /node_modules[/\\](?:\.pnpm[/\\])?(?:vitest|vite|@vitest)|node:internal/.test(caller);
}
