import { describe, expect, it } from "vitest";
import { defaultPolicy, parsePolicy } from "./policy.ts";

describe("a policy", () => {
  it("is written for all kinds or for one, and later words win", () => {
    expect(parsePolicy("medication=unknown")).toEqual({ ...defaultPolicy, medication: "unknown" });
    expect(new Set(Object.values(parsePolicy("assured") ?? {}))).toEqual(new Set(["assured"]));
    expect(parsePolicy("assured,plan=unknown")).toMatchObject({
      plan: "unknown",
      request: "assured",
    });
    expect(parsePolicy("plan=unknown,assured")).toMatchObject({ plan: "assured" });
  });

  it.each(["", "maybe", "allergy=assured", "plan=", "plan=assured=1", "plan:assured", "assured,"])(
    "is not what `%s` says",
    (text) => {
      expect(parsePolicy(text)).toBeUndefined();
    },
  );
});
