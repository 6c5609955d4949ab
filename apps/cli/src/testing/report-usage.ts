import { writeSync } from "node:fs";

// Loaded before the program: tells whoever started it how much memory it took at most.
process.on("exit", () => {
  writeSync(3, String(process.resourceUsage().maxRSS));
});
