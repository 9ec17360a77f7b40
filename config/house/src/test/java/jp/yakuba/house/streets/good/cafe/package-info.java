/** A counter that visits a foundation desk, as declared. */
@Domain(japanese = "喫茶", storey = Domain.Storey.COUNTER, uses = "bakery")
package jp.yakuba.house.streets.good.cafe;

import jp.yakuba.house.Domain;
