import type { CD, Statement } from "@gp2gp/hl7v3";

/** A statement with another code: of a medication statement that of its product, of an allergy that of the observation. */
export function withCode(
  statement: Statement,
  codeFrom: (code: CD | undefined) => CD | undefined,
): Statement {
  switch (statement.kind) {
    case "MedicationStatement":
      return {
        ...statement,
        consumable: (statement.consumable ?? []).map((consumable) => {
          const { manufacturedProduct: product } = consumable;
          const material = product?.manufacturedMaterial;
          const code = withoutQualifiers(codeFrom(material?.code));
          return {
            ...consumable,
            manufacturedProduct: { ...product, manufacturedMaterial: { ...material, code } },
          };
        }),
      };
    case "CompoundStatement": {
      const [component, ...others] = statement.component ?? [];
      if (statement.classCode !== "CATEGORY" || !component?.statement)
        return { ...statement, code: codeFrom(statement.code) };
      const inner = withCode(component.statement, codeFrom);
      return { ...statement, component: [{ ...component, statement: inner }, ...others] };
    }
    case "ObservationStatement":
    case "PlanStatement":
    case "RequestStatement":
      return { ...statement, code: codeFrom(statement.code) };
    default:
      return statement;
  }
}

/** As the code of a product is: its class has no qualifiers. */
function withoutQualifiers(code: CD | undefined): CD | undefined {
  if (code?.qualifier === undefined) return code;
  const { qualifier: _qualifier, ...plain } = code;
  return plain;
}
