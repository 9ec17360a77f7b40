/** A domain that keeps every rule. */
@Domain(japanese = "パン屋", storey = Domain.Storey.FOUNDATION)
package jp.yakuba.house.streets.good.bakery;

import jp.yakuba.house.Domain;
