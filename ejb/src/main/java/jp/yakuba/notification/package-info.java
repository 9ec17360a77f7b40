/**
 * Notices (通知): mail and the portal's inbox, from templates, after the deed is committed, never doubled.
 *
 * <p>A deed orders a notice inside its own transaction, named by its occasion so that it is ordered once. Its words are made
 * at that moment from a template in the person's language, and stand in the portal's inbox; after the commit a sender gives
 * the mail to the relay, again and again with growing pauses, domain by domain. A mail whose sender died while its words were
 * on the wire is not sent again by itself: an operator decides.
 *
 * <p>Front doors: {@link jp.yakuba.notification.api.NotificationDesk} to order, {@link jp.yakuba.notification.api.NoticeBoxDesk}
 * to read one's own, {@link jp.yakuba.notification.api.MailDesk} for operators.
 */
@Domain(japanese = "通知", storey = Domain.Storey.FOUNDATION, uses = {"audit", "organization"})
package jp.yakuba.notification;

import jp.yakuba.house.Domain;
