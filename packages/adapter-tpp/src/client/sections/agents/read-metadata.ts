import { newEntry } from "@gp2gp/core";
import type { Agent, Identifier, Telecom } from "@gp2gp/core";
import { nativeData } from "../../native-data.ts";
import type { ClientReading } from "../../reading/client-reading.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { readAddress, readName } from "../read-address.ts";
import { nationalIdSystem } from "../../../shared/national-id-system.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The ways to reach a site and the elements that hold them. */
export const siteTelecoms = [
  ["Telephone", "phone"],
  ["Fax", "fax"],
  ["Email", "email"],
] as const;

/** The sites and users of the practice system that the record speaks of. */
export function readMetadata(node: WireNode<"Metadata">, reading: ClientReading): void {
  for (const [index, site] of node.nodes("Site").entries()) addSite(site, index, reading);
  for (const [index, user] of node.nodes("User").entries()) addUser(user, index, reading);
}

function addSite(node: WireNode<"Site">, index: number, reading: ClientReading): void {
  const name = node.text("Name");
  const siteId = node.text("ID");
  const telecoms = siteTelecoms.flatMap(([element, kind]): Telecom[] => {
    const value = node.text(element);
    return value === undefined ? [] : [{ value, kind }];
  });
  const address = node.node("Address");
  const read = address && readAddress(address);
  const agent: Agent = {
    ...newEntry(
      reading.ids.site(siteId ?? `number ${index + 1}`),
      reading.draft.agents.length,
      node.location,
    ),
    kind: "place",
    ...(siteId !== undefined && { identifiers: [{ system: tppSystems.site, value: siteId }] }),
    ...(name !== undefined && { name }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(read && { addresses: [read] }),
    ...nativeData({ blank: [...node.blanks] }),
  };
  reading.add("agents", agent, node.element);
}

function addUser(node: WireNode<"User">, index: number, reading: ClientReading): void {
  const name = readName(node);
  const userName = node.text("UserName");
  const gender = node.text("Gender");
  const role = node.text("Role");
  const roleCode = node.text("RoleCode");
  const nationalId = node.text("NationalID");
  const idType = node.text("NationalIDType");
  const identifiers: Identifier[] = [
    ...(userName === undefined ? [] : [{ system: tppSystems.user, value: userName }]),
    ...(nationalId === undefined ? [] : [{ system: nationalIdSystem(idType), value: nationalId }]),
  ];
  const accessRights = wordsIn(node.node("AccessRights")?.texts("Access"));
  const userGroups = wordsIn(node.node("UserGroups")?.texts("Group"));
  const agent: Agent = {
    ...newEntry(
      reading.ids.user(userName ?? `number ${index + 1}`),
      reading.draft.agents.length,
      node.location,
    ),
    kind: "person",
    ...(identifiers.length > 0 && { identifiers }),
    ...(name && { person: name }),
    ...(gender !== undefined && { gender }),
    ...((role !== undefined || roleCode !== undefined) && {
      concept: {
        ...(role !== undefined && { text: role }),
        codings:
          roleCode === undefined
            ? []
            : [{ system: tppSystems.roleCode, code: roleCode, asserted: "source" as const }],
      },
    }),
    ...nativeData({
      blank: [...node.blanks],
      accessRights,
      userGroups,
      nationalIdType: nationalId === undefined ? idType : undefined,
    }),
  };
  reading.add("agents", agent, node.element);
  reading.agents.know(agent);
}

function wordsIn(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).filter((text) => text.trim() !== "");
}
