import { identifierSystems } from "@gp2gp/core";
import { tppSystems } from "./tpp-systems.ts";

/** The system of a professional's registration number, by its type. */
export function nationalIdSystem(type: string | undefined): string {
  if (type === "GMC") return identifierSystems.gmc;
  return type === undefined
    ? tppSystems.nationalId
    : `${tppSystems.nationalId}-${type.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}
