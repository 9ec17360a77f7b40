/**
 * Decisions (決裁): a matter is carried along a route computed from the delegation table until somebody who may decides.
 */
@Domain(japanese = "決裁", storey = Domain.Storey.FOUNDATION, uses = {"audit", "notification", "organization"})
package jp.yakuba.approval;

import jp.yakuba.house.Domain;
