import { TerminologyError } from "../terminology-error.ts";
import type { InputInfo } from "../pack/pack-header.ts";
import type { MapSet } from "./map-row.ts";
import { SetRows } from "./set-rows.ts";
import { SystemRegister } from "./system-register.ts";

const SETS = 255;

export interface PackAbout {
  /** What the pack is called. */
  readonly name: string;
  /** Attributions its contents demand. */
  readonly notices?: readonly string[];
  /** Only rows that take effect by this day, YYYYMMDD. */
  readonly asOf?: string;
}

/** Takes rows of maps and terms, in any order; `layPack` makes a pack of them. */
export class PackBuilder {
  readonly about: PackAbout;
  readonly systems = new Map<string, SystemRegister>();
  readonly sets = new Map<string, SetRows>();
  readonly inputs: InputInfo[] = [];

  constructor(about: PackAbout) {
    this.about = about;
  }

  system(id: string): SystemRegister {
    const known = this.systems.get(id);
    if (known) return known;
    const register = new SystemRegister(id);
    this.systems.set(id, register);
    return register;
  }

  /** The rows of a set; a set given by several tables is one set, named for its first. */
  set(info: MapSet): SetRows {
    const known = this.sets.get(info.id);
    if (known) return known;
    if (this.sets.size >= SETS) throw new TerminologyError("tables-too-large");
    const { asOf } = this.about;
    const rows = new SetRows(info, {
      from: this.system(info.from),
      to: this.system(info.to),
      ...(asOf !== undefined && { asOf }),
    });
    this.sets.set(info.id, rows);
    return rows;
  }
}
