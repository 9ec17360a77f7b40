/**
 * The resident ledger (住民基本台帳): persons, households, addresses, events of movement, and protected persons.
 */
@Domain(japanese = "住民", storey = Domain.Storey.FOUNDATION, uses = {"audit", "messaging", "organization"})
package jp.yakuba.resident;

import jp.yakuba.house.Domain;
