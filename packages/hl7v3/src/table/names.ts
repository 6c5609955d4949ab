/** The namespace of HL7 version 3. */
export const hl7Namespace = "urn:hl7-org:v3";

/** The namespace of `xsi:type`. */
export const xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/** The namespace of namespace declarations. */
export const xmlnsNamespace = "http://www.w3.org/2000/xmlns/";

/** The namespace of `xml:lang` and the like, whose prefix is never declared. */
export const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
