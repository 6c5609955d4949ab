// What `npm start`, `npm test` and their like run. Plain enough for an old Node to read,
// so that it can say itself that it is too old; everything else is loaded after that.
const oldestNode = 18;

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  console.error(
    "Node " +
      process.versions.node +
      " is too old: Node 18 or later is needed to begin (Node 24 is then brought along).\n" +
      "Install a current Node from https://nodejs.org and run the same command again.",
  );
  process.exit(1);
} else {
  import("./commands.mjs")
    .then((commands) => commands.runCommand(process.argv.slice(2)))
    .catch((error) => {
      console.error(error && error.advice ? error.message + "\n" + error.advice : error);
      process.exitCode = 1;
    });
}
