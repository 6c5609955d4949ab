import type { Agent } from "@gp2gp/core";
import { EntryFacts, identifierSystems } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import { isComplete } from "../../wire/wire-output.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { Taking } from "../../writing/taking.ts";
import { writeAddress, writeName } from "../write-address.ts";
import { siteTelecoms } from "./read-metadata.ts";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { nationalIdSystem } from "../../../shared/national-id-system.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** Agents as the sites and users of the format, and those that have to be told of otherwise. */
export interface WrittenAgents {
  readonly sites: readonly { readonly agent: Agent; readonly fields: WireInput<"Site"> }[];
  readonly users: readonly { readonly agent: Agent; readonly fields: WireInput<"User"> }[];
  readonly others: readonly { readonly agent: Agent; readonly index: number }[];
}

/** Once all else is written: who is named where they are referred to needs no more; whole sites and users stand apart. */
export function writeAgents(
  agents: readonly (readonly [index: number, agent: Agent])[],
  writing: ClientWriting,
): WrittenAgents {
  const sites: WrittenAgents["sites"][number][] = [];
  const users: WrittenAgents["users"][number][] = [];
  const others: WrittenAgents["others"][number][] = [];
  for (const [index, agent] of agents) {
    if (isNamedAlone(index, agent, writing)) continue;
    const site =
      writing.version === "patient-record"
        ? siteOf(index, agent, writing, sites.length)
        : undefined;
    const user =
      site || writing.version !== "patient-record"
        ? undefined
        : userOf(index, agent, writing, users.length);
    if (site) sites.push({ agent, fields: site });
    else if (user) users.push({ agent, fields: user });
    else others.push({ agent, index });
  }
  return { sites, users, others };
}

/** An agent of which no more is known than how it is referred to. */
function isNamedAlone(index: number, agent: Agent, writing: ClientWriting): boolean {
  if (!writing.named.has(agent.id)) return false;
  const facts = new EntryFacts("agents", index, agent);
  facts.take("kind");
  facts.take("id");
  const userName = writing.userNameOf(agent.id);
  const place = writing.placeNameOf(agent.id);
  if (userName !== undefined && agent.kind === "person" && agent.id === writing.ids.user(userName))
    facts.take("identifiers", 0);
  else if (place !== undefined) facts.take("name");
  else return false;
  return facts.rest().length === 0;
}

function siteOf(
  index: number,
  agent: Agent,
  writing: ClientWriting,
  before: number,
): WireInput<"Site"> | undefined {
  if (agent.kind !== "place") return undefined;
  const facts = new EntryFacts("agents", index, agent);
  const taking = new Taking(facts, agent, writing.version);
  const blank = blanksOf(agent);
  const siteId = idOf(agent, taking, tppSystems.site);
  const name = taking.words("name") ?? blank("Name");
  const telecoms = agent.telecoms ?? [];
  const fields: WireInput<"Site"> = {
    Name: name,
    ID: siteId ?? blank("ID"),
    Address: writeAddress(agent.addresses?.[0], taking, "addresses", 0) ?? {
      Road: "",
      Town: "",
      Postcode: "",
    },
  };
  for (const [element, kind] of siteTelecoms) {
    const place = telecoms.findIndex(({ value: _, ...how }) => isSameFacts(how, { kind }));
    const words = place < 0 ? undefined : taking.words("telecoms", place, "value");
    if (words === undefined) continue;
    taking.take("telecoms", place);
    fields[element] = words;
  }
  taking.take("kind");
  if (agent.id === writing.ids.site(siteId ?? `number ${before + 1}`)) taking.take("id");
  return wholeOrNone(facts, taking) && isComplete("Site", fields, writing) ? fields : undefined;
}

function userOf(
  index: number,
  agent: Agent,
  writing: ClientWriting,
  before: number,
): WireInput<"User"> | undefined {
  if (agent.kind !== "person") return undefined;
  const facts = new EntryFacts("agents", index, agent);
  const taking = new Taking(facts, agent, writing.version);
  const blank = blanksOf(agent);
  const { accessRights, userGroups } = nativeDataOf(agent);
  const userName = idOf(agent, taking, tppSystems.user);
  const name = writeName(agent.person, taking, "person");
  const fields: WireInput<"User"> = {
    Title: name.Title ?? blank("Title"),
    FirstName: name.FirstName ?? blank("FirstName"),
    MiddleNames: name.MiddleNames,
    Surname: name.Surname ?? blank("Surname"),
    UserName: userName ?? blank("UserName"),
    Gender: taking.words("gender"),
    Role: taking.words("concept", "text") ?? blank("Role"),
    RoleCode: roleCodeOf(agent, taking),
    ...nationalIdOf(agent, taking),
    AccessRights: { Access: accessRights ?? [] },
    UserGroups: { Group: userGroups ?? [] },
  };
  taking.take("kind");
  if (agent.id === writing.ids.user(userName ?? `number ${before + 1}`)) taking.take("id");
  return wholeOrNone(facts, taking) && isComplete("User", fields, writing) ? fields : undefined;
}

/** A site or user holds all that is known of the agent or is none: neither has a text to carry more. */
function wholeOrNone(facts: EntryFacts, taking: Taking): boolean {
  taking.commit();
  return facts.rest().length === 0;
}

function blanksOf(agent: Agent) {
  const { blank } = nativeDataOf(agent);
  return (element: string): string | undefined =>
    blank?.includes(element) === true ? "" : undefined;
}

function idOf(agent: Agent, taking: Taking, system: string): string | undefined {
  const place = agent.identifiers.findIndex((identifier) => identifier.system === system);
  if (place < 0 || agent.identifiers[place]?.assigner !== undefined) return undefined;
  const value = taking.words("identifiers", place, "value");
  if (value !== undefined) taking.take("identifiers", place);
  return value;
}

function roleCodeOf(agent: Agent, taking: Taking): string | undefined {
  const [coding] = agent.concept?.codings ?? [];
  if (coding?.system !== tppSystems.roleCode || coding.asserted !== "source") return undefined;
  for (const key of ["system", "asserted"]) taking.take("concept", "codings", 0, key);
  return taking.words("concept", "codings", 0, "code");
}

const nationalIdTypes = ["GMC", "NMCC", "UKCC", "Other", undefined] as const;

function nationalIdOf(
  agent: Agent,
  taking: Taking,
): Pick<WireInput<"User">, "NationalID" | "NationalIDType"> {
  for (const type of nationalIdTypes) {
    const system = type === "GMC" ? identifierSystems.gmc : nationalIdSystem(type);
    const id = idOf(agent, taking, system);
    if (id !== undefined) return { NationalID: id, NationalIDType: type };
  }
  return { NationalIDType: nativeDataOf(agent).nationalIdType };
}
