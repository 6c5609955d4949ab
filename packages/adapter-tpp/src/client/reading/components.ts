import type { AnyEntry, Observation, ObservationComponent } from "@gp2gp/core";
import { pointerOf } from "@gp2gp/core";
import type { XmlElement } from "@gp2gp/xml";
import type { ClientReading } from "./client-reading.ts";

interface Found {
  readonly composite: string;
  readonly component: ObservationComponent;
  readonly element: XmlElement;
}

/** Measurements that belong to a composite, as both pressures to a blood pressure: codes of their own in the format. */
export class Components {
  readonly #reading: ClientReading;
  readonly #found: Found[] = [];

  constructor(reading: ClientReading) {
    this.#reading = reading;
  }

  add(composite: string, component: AnyEntry, element: XmlElement): void {
    this.#found.push({ composite, component, element });
  }

  /** Once everything is read: puts each into its composite. One whose composite is not there stays an observation. */
  attach(): void {
    if (this.#found.length === 0) return;
    const { observations } = this.#reading.draft;
    const places = new Map(observations.map(({ id }, index) => [id, index]));
    for (const { composite, component, element } of this.#found) {
      const place = places.get(composite);
      const whole = place === undefined ? undefined : observations[place];
      if (place === undefined || !whole) {
        const home = this.#reading.add("observations", component as Observation, element);
        this.#reading.report("reference-unresolved", {
          record: home.path,
          source: component.source,
        });
        continue;
      }
      const components = [...(whole.components ?? []), component];
      observations[place] = { ...whole, components };
      this.#reading.homes.set(element, {
        path: pointerOf("observations", place, "components", components.length - 1),
        id: component.id,
      });
    }
  }
}
