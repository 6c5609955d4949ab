import { describeOtherRecords } from "../testing/other-records.ts";

describeOtherRecords({ lives: [1001, 2000], years: 12, arbitrary: 1000 });
