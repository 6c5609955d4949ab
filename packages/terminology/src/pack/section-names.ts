/** Names of the columns of a relation. */
export function relationSections(from: string, to: string) {
  const name = (column: string): string => `maps/${from}/${to}/${column}`;
  return {
    starts: name("starts"),
    target: name("target"),
    sourceTerm: name("source-term"),
    targetTerm: name("target-term"),
    flags: name("flags"),
    set: name("set"),
    inverseStarts: name("inverse-starts"),
    inverseRows: name("inverse-rows"),
    detailStarts: name("detail-starts"),
    details: name("details"),
  };
}

/** Names of the columns of a code system. */
export function systemSections(system: string) {
  const name = (column: string): string => `codes/${system}/${column}`;
  return {
    /** Keys of the Read alphabet, or the high halves of numbers. */
    keys: name("keys"),
    lows: name("lows"),
    offsets: name("offsets"),
    bytes: name("bytes"),
    status: name("status"),
    termStarts: name("term-starts"),
    terms: name("terms"),
    descriptionHighs: name("description-highs"),
    descriptionLows: name("description-lows"),
    descriptionConcepts: name("description-concepts"),
  };
}
