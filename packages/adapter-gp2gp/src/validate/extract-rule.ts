import type { ElementName, ElementTypes } from "./element-types.ts";
import type { ExtractFacts } from "./extract-facts.ts";
import type { ExtractRuleText } from "./extract-finding.ts";
import type { PlacedNode } from "./placed-node.ts";

/** One rule of the table: where it looks, and when it is broken. */
export interface ExtractRule extends ExtractRuleText {
  readonly at: readonly ElementName[];
  /** True where the node breaks the rule. */
  breaks(place: PlacedNode, facts: ExtractFacts): boolean;
}

interface RuleOf<Name extends ElementName> extends ExtractRuleText {
  readonly at: readonly Name[];
  readonly breaks: (node: ElementTypes[Name], place: PlacedNode, facts: ExtractFacts) => boolean;
}

/** A rule about some elements, its function typed by their names. */
export function rule<const Name extends ElementName>({
  breaks,
  ...rest
}: RuleOf<Name>): ExtractRule {
  return {
    ...rest,
    // A node in a place of a name has the type of that name: the class tables say so.
    breaks: (place, facts) => breaks(place.node as unknown as ElementTypes[Name], place, facts),
  };
}
