import type { Specimen } from "@gp2gp/core";
import type { Specimen as WireSpecimen } from "@gp2gp/hl7v3";
import { readEffective, writeEffective } from "../../values/effective.ts";
import { readIdentifiers, writeIdentifier } from "../../values/identifier.ts";
import { readText, writeText } from "../../values/text.ts";

/** The specimen that was examined. */
function readSpecimen({ specimenRole: role }: WireSpecimen): Specimen {
  const identifiers = readIdentifiers(role?.id);
  const collected = readEffective(role?.effectiveTime);
  const material = readText(role?.specimenSpecimenMaterial?.desc);
  return {
    ...(identifiers.length > 0 && { identifiers }),
    ...(collected && { collected }),
    ...(material !== undefined && { material }),
  };
}

/** A specimen as a statement holds it; the schema demands an id and a description. */
export function writeSpecimen(specimen: Specimen): WireSpecimen {
  const ids = (specimen.identifiers ?? []).flatMap((one) => writeIdentifier(one) ?? []).slice(0, 2);
  return {
    typeCode: "SPC",
    specimenRole: {
      classCode: "SPEC",
      id: ids.length > 0 ? ids : [{ nullFlavor: "UNK" }],
      ...(specimen.collected && { effectiveTime: writeEffective(specimen.collected) }),
      specimenSpecimenMaterial: {
        classCode: "MAT",
        determinerCode: "INSTANCE",
        desc: writeText(specimen.material) ?? { nullFlavor: "UNK" },
      },
    },
  };
}

/** The specimens of a statement, as a member of an entry. */
export function readSpecimens(specimens: readonly WireSpecimen[] | undefined): {
  readonly specimens?: readonly Specimen[];
} {
  return specimens && specimens.length > 0 ? { specimens: specimens.map(readSpecimen) } : {};
}
