/** How somebody takes part in an act: every code that the schema's vocabulary has. */
export const participationTypes = [
  ...["ADM", "ATND", "AUT", "AUTHEN", "BBY", "BEN", "CON", "COV", "CSM", "CST", "DIS", "DIST"],
  ...["DON", "DST", "ELOC", "ENT", "ESC", "HLD", "INF", "LA", "LOC", "NOT", "NRD", "ORG"],
  ...["PATSBJ", "PPRF", "PRCP", "PRD", "PRF", "RCT", "RCV", "RDV", "REF", "RESP", "RESPROV"],
  ...["RML", "SBJ", "SPC", "SPRF", "TPA", "TRC", "VIA", "VRF", "WIT"],
] as const;

/** Whether an entity is meant itself or as a kind. */
export const entityDeterminers = ["INSTANCE", "KIND", "QUANTIFIED_KIND"] as const;
