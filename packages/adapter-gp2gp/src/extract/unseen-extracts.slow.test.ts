import { describeUnseenExtracts } from "../testing/unseen-extracts.ts";

describeUnseenExtracts({ seeds: [1001, 2500], mostChanges: 6, made: 500 });
