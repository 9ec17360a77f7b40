/**
 * The audit log (監査証跡): who looked at or changed what, when, why and from where, chained by hash so that tampering shows.
 */
@Domain(japanese = "監査", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.audit;

import jp.yakuba.house.Domain;
