import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import { FormatRegistry } from "@gp2gp/files";

/** The format in which records travel between practices. */
export const wireFormat = gp2gpEhrExtract;

/** Every format this gateway knows. */
export const formats = new FormatRegistry([wireFormat, emisOpenAdapter, tppClientXmlAdapter]);
