import { describeOtherRecords } from "../testing/other-records.ts";

describeOtherRecords({ lives: [1, 3], years: 30, arbitrary: 60 });
