/** A counter that looks up the stairs, declares a ghost, and declares what it never visits. */
@Domain(japanese = "水車", storey = Domain.Storey.COUNTER, uses = {"smith", "ghost", "attic"})
package jp.yakuba.house.streets.bad.mill;

import jp.yakuba.house.Domain;
