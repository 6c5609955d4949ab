import { FormatRegistry } from "@gp2gp/files";
import { adapters, wireFormat } from "@gp2gp/formats";

export { wireFormat };

/** Every format this gateway knows. */
export const formats = new FormatRegistry(adapters);
