/**
 * Notices (通知): mail and the portal's inbox, from templates, after the deed is committed, never doubled.
 */
@Domain(japanese = "通知", storey = Domain.Storey.FOUNDATION, uses = {"audit", "messaging"})
package jp.yakuba.notification;

import jp.yakuba.house.Domain;
