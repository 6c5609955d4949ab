/** Headings entries of a consultation stand under. */
export const headingSystem = "emis:heading";
