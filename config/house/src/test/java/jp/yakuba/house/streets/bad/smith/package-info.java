/** A counter that goes in circles with the mill. */
@Domain(japanese = "鍛冶", storey = Domain.Storey.COUNTER, uses = "mill")
package jp.yakuba.house.streets.bad.smith;

import jp.yakuba.house.Domain;
