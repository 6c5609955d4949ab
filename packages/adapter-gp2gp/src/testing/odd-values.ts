const heading = "[Carried from the sending system]";

/** Values of attributes that systems do not mean and sometimes write, and those that say something special. */
export const oddValues: Readonly<Record<string, readonly string[]>> = {
  value: [
    ...["", "0", "007", "1.50", "-1", "1E3", " 5 ", "high"],
    ...["2011", "201103", "20110314093000", "20110314093000.123+0100", "201103140930+00"],
    ...["20111345", "2011-03-14", "file://localhost/a%20b.tif", "cid:1"],
  ],
  code: [
    ...["", "NOPAT", "14L..00", "SN53.00", "16488004", "123038009", "394776006", "394774009"],
    ...["24591000000103", "196401000000100", "2469.00", "246A.00"],
    ...["COMPLETE", "ACTIVE", "X y", "é"],
  ],
  codeSystem: [
    ...["", "2.16.840.1.113883.2.1.3.2.4.15", "2.16.840.1.113883.2.1.6.2"],
    ...["2.16.840.1.113883.2.1.3.2.4.14", "1.2.3.4", "2.16.840.1.113883.6.96"],
  ],
  displayName: ["", " ", "Asthma\n(mild)", 'A < B & "C"', heading],
  classCode: ["TOPIC", "CATEGORY", "CLUSTER", "BATTERY", "OBS", "FOLDER", ""],
  moodCode: ["EVN", "INT", "ORD", "RMD", "RQO", "ENV"],
  typeCode: ["AUT", "PRF", "RESP", "ENT", "EP", "COMP", "LA"],
  nullFlavor: ["NI", "UNK", "NA", "OTH", "NASK", "ASKU", "NAV", "MSK"],
  unit: ["1", "", "mmol/L", "mm[Hg]", "10*9/L"],
  extension: ["", "9990000018", "a b", "{x}"],
  mediaType: ["text/plain", "image/svg+xml", ""],
  use: ["WP", "H", "PG"],
  root: ["1.2.3.4", "2.16.840.1.113883.2.1.4.1", ""],
  inverted: ["true", "false"],
  inclusive: ["true", "false"],
  "xsi:type": ["PQ", "IVL_PQ", "CD", "ST", "BL", "INT", "TS", "RTO", "hl7:CV", "QSET"],
};

/** Attributes an element may be given that real extracts do not have there. */
export const addedAttributes = [
  ...["nullFlavor", "updateMode", "type", "typeID", "realmCode", "classCode", "moodCode"],
  ...["typeCode", "xml:lang", "use", "representation", "mediaType", "xsi:type"],
  ...["assigningAuthorityName", "displayable", "odd"],
];

/** Words with everything in them that writers and readers get wrong. */
export const oddTexts = [
  "",
  " ",
  "One\nTwo\r\n\tThree",
  "  spaces  ",
  'A < B & "C" ]]>',
  `Words\n${heading}`,
  `~${heading}`,
  "CommentType:USER COMMENT\nCommentDate:20110314103000\n\nSeen",
  "\u00A0é\u{1F489}",
];
