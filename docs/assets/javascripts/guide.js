/** The script of the guide's own pages: the gift finder and the glossary's cards. Calculators do without it. */

import { GiftFinder } from "./gift-finder.js";
import { explainTerms } from "./term-card.js";

if (!customElements.get("gift-finder")) customElements.define("gift-finder", GiftFinder);
explainTerms(document);
