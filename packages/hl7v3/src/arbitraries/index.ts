export { arbitraryText, arbitraryWire, type ArbitraryWireOptions } from "./arbitrary-wire.ts";
