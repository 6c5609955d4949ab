export { acmeRecordsAdapter } from "./records/acme-records-adapter.ts";
