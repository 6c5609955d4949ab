/** A map that keeps the entries last used, at least so many and at most twice as many. */
export class RecentMap<Key, Value> {
  readonly #generation: number;
  #recent = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  constructor(generation: number) {
    this.#generation = generation;
  }

  get(key: Key): Value | undefined {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    if (this.#recent.size >= this.#generation) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }
}
