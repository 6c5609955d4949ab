import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

const GATHER = 1024 ** 2;

/** Items of a JSON array that may be too many for memory: gathered, and kept on disk when they are. */
export class JsonSpool implements AsyncDisposable {
  readonly #path: string;
  #file: FileHandle | undefined;
  #gathered = "";
  #count = 0;

  /** @param path a file that is not there yet, in a folder that is removed when all is done */
  constructor(path: string) {
    this.#path = path;
  }

  get count(): number {
    return this.#count;
  }

  async add(item: unknown): Promise<void> {
    this.#gathered += `${this.#count === 0 ? "\n" : ",\n"}    ${JSON.stringify(item)}`;
    this.#count += 1;
    if (this.#gathered.length < GATHER) return;
    this.#file ??= await open(this.#path, "wx");
    await this.#file.writeFile(this.#gathered);
    this.#gathered = "";
  }

  /** The array as JSON, in pieces. */
  async *json(): AsyncIterable<Uint8Array> {
    const encoder = new TextEncoder();
    yield encoder.encode("[");
    if (this.#file) yield* createReadStream(this.#path) as AsyncIterable<Uint8Array>;
    yield encoder.encode(`${this.#gathered}${this.#count === 0 ? "" : "\n  "}]`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close();
  }
}
