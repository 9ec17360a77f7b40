/**
 * The organisation (組織): the town, its departments, posts, staff, delegation table, calendar and clock.
 */
@Domain(japanese = "組織・職員", storey = Domain.Storey.FOUNDATION, uses = {"audit"})
package jp.yakuba.organization;

import jp.yakuba.house.Domain;
