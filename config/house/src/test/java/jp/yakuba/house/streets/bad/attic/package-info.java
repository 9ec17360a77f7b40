/** A square. */
@Domain(japanese = "屋根裏", storey = Domain.Storey.SQUARE)
package jp.yakuba.house.streets.bad.attic;

import jp.yakuba.house.Domain;
