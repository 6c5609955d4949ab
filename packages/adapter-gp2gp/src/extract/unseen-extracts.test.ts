import { describeUnseenExtracts } from "../testing/unseen-extracts.ts";

describeUnseenExtracts({ seeds: [1, 150], mostChanges: 3, made: 60 });
